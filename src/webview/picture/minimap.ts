import type { Stage } from '../stage.ts';
import { make } from '../toolbar/dom.ts';
import type { Drawn } from './drawn.ts';
import { words } from './words.ts';

const largest = { width: 180, height: 130 };
/** It comes up once the picture is so many times as large as the page, in one direction at least. */
const outgrown = 2.2;

/** A small copy of a picture that is larger than the page: its cards as boxes, and the part that is in sight. Dragging in it moves the picture. */
export class Minimap {
    private readonly stage: Stage;
    private readonly drawn: Drawn;
    private readonly element = make('div', { class: 'minimap' });
    private readonly canvas = make('canvas');
    private readonly sight = make('div', { class: 'sight' });
    /** Whether its boxes are those of another picture. */
    private isOld = true;

    constructor(stage: Stage, drawn: Drawn) {
        this.stage = stage;
        this.drawn = drawn;
        this.element.append(this.canvas, this.sight);
        this.element.title = words.overview;
        // Keys and the list of things lead everywhere; for a screen reader there is nothing here.
        this.element.setAttribute('aria-hidden', 'true');
        this.element.hidden = true;
        const goTo = (event: PointerEvent): void => {
            const box = this.canvas.getBoundingClientRect();
            const { factor } = this.measure() ?? { factor: 1 };
            this.stage.centre({ x: (event.clientX - box.left) / factor, y: (event.clientY - box.top) / factor });
        };
        this.element.addEventListener('pointerdown', (event) => {
            event.preventDefault();
            this.element.setPointerCapture(event.pointerId);
            goTo(event);
        });
        this.element.addEventListener('pointermove', (event) => {
            if (event.buttons !== 0) goTo(event);
        });
        this.element.addEventListener('wheel', (event) => this.stage.element.dispatchEvent(new WheelEvent('wheel', event)), { passive: true });
        stage.element.parentElement?.append(this.element);
        stage.onMove(() => this.follow());
    }

    /** There is a new picture; its boxes are drawn once they are to be seen. */
    draw(): void {
        this.isOld = true;
        this.follow();
    }

    private drawBoxes({ factor, width, height }: { readonly factor: number; readonly width: number; readonly height: number }): void {
        this.isOld = false;
        const dense = window.devicePixelRatio;
        this.canvas.width = Math.round(width * dense);
        this.canvas.height = Math.round(height * dense);
        this.canvas.style.width = `${width}px`;
        this.canvas.style.height = `${height}px`;
        const context = this.canvas.getContext('2d');
        if (!context) return;
        context.scale(dense * factor, dense * factor);
        context.fillStyle = getComputedStyle(this.element).color;
        context.globalAlpha = 0.45;
        for (const element of this.drawn.stops) {
            if (element.querySelector(':scope > .hit')) continue;
            const { left, top, width: across, height: down } = this.stage.boxInPicture(element.getBoundingClientRect());
            context.fillRect(left, top, Math.max(across, 1 / factor), Math.max(down, 1 / factor));
        }
    }

    private measure(): { readonly factor: number; readonly width: number; readonly height: number } | undefined {
        const picture = this.stage.sight?.picture;
        if (!picture) return undefined;
        const factor = Math.min(largest.width / picture.width, largest.height / picture.height);
        return { factor, width: picture.width * factor, height: picture.height * factor };
    }

    private follow(): void {
        const { sight } = this.stage;
        const measured = this.measure();
        const hasOutgrown =
            sight !== undefined &&
            (sight.picture.width * sight.place.scale > sight.page.width * outgrown || sight.picture.height * sight.place.scale > sight.page.height * outgrown);
        this.element.hidden = !hasOutgrown || sight.page.width < 2 * largest.width || !measured;
        if (!sight || !measured || this.element.hidden) return;
        if (this.isOld) this.drawBoxes(measured);
        const { place, page, picture } = sight;
        const { factor } = measured;
        const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
        const left = clamp(-place.x / place.scale, picture.width);
        const top = clamp(-place.y / place.scale, picture.height);
        const right = clamp((page.width - place.x) / place.scale, picture.width);
        const bottom = clamp((page.height - place.y) / place.scale, picture.height);
        Object.assign(this.sight.style, {
            left: `${left * factor}px`,
            top: `${top * factor}px`,
            width: `${(right - left) * factor}px`,
            height: `${(bottom - top) * factor}px`,
        });
    }
}
