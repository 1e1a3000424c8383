import type { Point } from '../../diagram/geometry.ts';
import type { LandscapeHop } from '../../diagram/landscape/landscape-parts.ts';
import type { Rect } from '../rects.ts';
import { turnedPoint, turnedRect } from '../rects.ts';

/** The drawing with places, before labels and looks: plain boxes and lines, in px. */
export interface Scene {
    readonly frames: readonly Frame[];
    readonly lines: readonly Line[];
}

export interface Frame {
    readonly group: string;
    readonly box: Rect;
    /** A frame with a caption has its cards inside; one without is its card. */
    readonly framed: boolean;
    readonly cards: readonly SceneCard[];
}

export interface SceneCard {
    readonly id: string;
    readonly box: Rect;
    /** Where the card's flows to itself hang; flat where there are none. */
    readonly loops: Rect;
}

export interface Line {
    readonly hop: LandscapeHop;
    /** From card to card, right angles only, starting and ending across the cards' borders. */
    readonly points: readonly Point[];
    /** Where the label was given room; it is centred there. */
    readonly label: Rect;
    /** The group that holds both ends. */
    readonly inside?: string;
}

/** All cards of a scene. */
export function cardsOf(scene: Scene): SceneCard[] {
    return scene.frames.flatMap((frame) => frame.cards);
}

/** The scene with every place changed; `box` and `point` may do different things. */
export function changed(scene: Scene, box: (box: Rect) => Rect, point: (point: Point) => Point): Scene {
    return {
        frames: scene.frames.map((frame) => changedFrame(frame, box)),
        lines: scene.lines.map((line) => ({ ...line, points: line.points.map(point), label: box(line.label) })),
    };
}

/** A frame and all in it, with every box changed. */
export function changedFrame(frame: Frame, box: (box: Rect) => Rect): Frame {
    return { ...frame, box: box(frame.box), cards: frame.cards.map((card) => ({ ...card, box: box(card.box), loops: box(card.loops) })) };
}

/** The scene with x and y changed for each other. */
export function turned(scene: Scene): Scene {
    return changed(scene, turnedRect, turnedPoint);
}
