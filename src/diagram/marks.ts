/**
 * The marks that a picture is made of: plain data with coordinates in px, relative to the group that holds them.
 * How a mark looks is said by names (`StyleName`); `src/render/theme.ts` turns names into colours and strokes.
 */
import type { IconName } from './icon-names.ts';
import type { Style } from './style-names.ts';

export interface RectMark {
    readonly type: 'rect';
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
    /** Corner radius in px; square corners without it. */
    readonly radius?: number;
    readonly style: Style;
}

export interface CircleMark {
    readonly type: 'circle';
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly style: Style;
}

export interface PathMark {
    readonly type: 'path';
    /** SVG path data, made by the functions of `paths.ts`. */
    readonly d: string;
    readonly style: Style;
}

/** A run of text within a line that has a style of its own. */
export interface TextSpan {
    readonly text: string;
    readonly style?: Style;
}

export interface TextMark {
    readonly type: 'text';
    readonly x: number;
    /** The baseline. */
    readonly y: number;
    readonly text: string | readonly TextSpan[];
    readonly anchor?: 'middle' | 'end';
    readonly style: Style;
}

export interface IconMark {
    readonly type: 'icon';
    readonly icon: IconName;
    /** The top left corner of the icon's own grid (16 px, 12 px for glyphs). */
    readonly x: number;
    readonly y: number;
    readonly scale?: number;
    readonly style: Style;
}

/** The declaration that a part of the picture stands for. */
export interface ThingRef {
    readonly kind: string;
    /** The model's id, such as `crm.Contact`. */
    readonly id: string;
    /** What a screen reader says, and the tooltip. */
    readonly label: string;
}

export interface GroupMark {
    readonly type: 'group';
    /** Where the group's own origin stands; 0 without it. */
    readonly x?: number;
    readonly y?: number;
    /** Makes the group a thing that can be pointed at, and tied to its source. */
    readonly thing?: ThingRef;
    /** Rows inside a thing are tied to their source, but are no stop of the tab key. */
    readonly inner?: boolean;
    readonly style?: Style;
    /** Shows the marks only within this rectangle. */
    readonly clip?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
    readonly marks: readonly Mark[];
}

export type Mark = RectMark | CircleMark | PathMark | TextMark | IconMark | GroupMark;

/** A part of a picture with a size, whose marks start at 0,0. */
export interface Block {
    readonly width: number;
    readonly height: number;
    readonly marks: readonly Mark[];
}
