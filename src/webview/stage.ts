import type { Place } from '../protocol.ts';
import { fitted, type FreePlace, kept, type Point, type Size, zoomed } from './place.ts';

/** The part of the page that holds the picture: it is moved by dragging, wheel and keys, and zoomed at the pointer. */
export class Stage {
    readonly element: HTMLElement;
    /** What is drawn over the picture, in the picture's own px. */
    readonly overlay = document.createElement('div');
    private readonly listeners: (() => void)[] = [];
    private readonly onPlace: (place: Place, scale: number) => void;
    private readonly holder = document.createElement('div');
    private picture: Size | undefined;
    private place: Place;
    /** Whether the press of the pointer became a move: the click that ends a move selects nothing. */
    private moving = false;

    /** `onPlace` hears of each new place, and of the scale that it comes to. */
    constructor(element: HTMLElement, place: Place, onPlace: (place: Place, scale: number) => void) {
        this.element = element;
        this.place = place;
        this.onPlace = onPlace;
        this.holder.id = 'picture';
        this.overlay.className = 'overlay';
        element.append(this.holder);
        this.hearWheel();
        element.addEventListener('pointerdown', (event) => this.drag(event));
        element.addEventListener('keydown', (event) => this.key(event));
        element.addEventListener(
            'click',
            (event) => {
                if (this.moving) event.stopPropagation();
            },
            { capture: true },
        );
        new ResizeObserver(() => this.apply()).observe(element);
    }

    /** Puts a picture of the given size where the one before was; the reader's place stays. */
    show(root: SVGSVGElement | undefined, size: Size | undefined): void {
        this.picture = size;
        this.holder.replaceChildren(...(root ? [root, this.overlay] : []));
        this.apply();
    }

    /** The picture has another size now; the reader's place stays. */
    resize(size: Size): void {
        this.picture = size;
        this.apply();
    }

    /** The picture's size, the page's, and where the one stands on the other; undefined where there is no picture. */
    get sight(): { readonly picture: Size; readonly page: Size; readonly place: FreePlace } | undefined {
        return this.picture && { picture: this.picture, page: this.page, place: this.free() };
    }

    /** Calls a listener after each move of the picture, and each new one. */
    onMove(listener: () => void): void {
        this.listeners.push(listener);
    }

    /** Puts the picture where it was at another time. */
    restore(place: Place): void {
        this.moveTo(place);
    }

    /** Moves a point of the picture to the middle of the page. */
    centre({ x, y }: Point): void {
        const { scale } = this.free();
        this.moveTo({ scale, x: this.page.width / 2 - x * scale, y: this.page.height / 2 - y * scale });
    }

    /** A box in the window as one in the picture, in its px. */
    boxInPicture(box: DOMRectReadOnly): { readonly left: number; readonly top: number; readonly width: number; readonly height: number } {
        const page = this.element.getBoundingClientRect();
        const { x, y, scale } = this.free();
        return { left: (box.left - page.left - x) / scale, top: (box.top - page.top - y) / scale, width: box.width / scale, height: box.height / scale };
    }

    /** Shows a part of the picture, in its px, as large as the page allows, but no larger than so. */
    frame(box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number }, most = 1.25): void {
        const room = 48;
        const { width, height } = this.page;
        const fitting = Math.min((width - 2 * room) / Math.max(1, box.width), (height - 2 * room) / Math.max(1, box.height));
        this.zoom(Math.min(fitting, most) / this.free().scale);
        this.centre({ x: box.left + box.width / 2, y: box.top + box.height / 2 });
    }

    fit(fit: 'width' | 'whole'): void {
        this.moveTo({ fit });
    }

    /** Zooms at a point of the page, or at its middle. */
    zoom(factor: number, at: Point = { x: this.page.width / 2, y: this.page.height / 2 }): void {
        this.moveTo(zoomed(this.free(), at, factor));
    }

    /** Shows the picture at 100 %. */
    zoomFull(): void {
        this.zoom(1 / this.free().scale);
    }

    /** Moves a part of the picture, named by its box in the window, to the middle of the page, at this scale or a larger one. */
    reveal(box: DOMRectReadOnly, least: number): void {
        const page = this.element.getBoundingClientRect();
        const at = { x: box.left + box.width / 2 - page.left, y: box.top + box.height / 2 - page.top };
        const { scale } = this.free();
        if (scale < least) this.zoom(least / scale, at);
        this.moveBy(this.page.width / 2 - at.x, this.page.height / 2 - at.y);
    }

    private get page(): Size {
        return { width: this.element.clientWidth, height: this.element.clientHeight };
    }

    private free(): FreePlace {
        if (!('fit' in this.place)) return this.place;
        return this.picture ? fitted(this.place.fit, this.picture, this.page) : { x: 0, y: 0, scale: 1 };
    }

    private moveTo(place: Place): void {
        this.place = 'fit' in place || !this.picture ? place : kept(place, this.picture, this.page);
        this.apply();
    }

    private moveBy(x: number, y: number): void {
        const { scale, ...from } = this.free();
        this.moveTo({ x: from.x + x, y: from.y + y, scale });
    }

    private apply(): void {
        const { x, y, scale } = this.free();
        // With a third dimension it is a layer of its own: what else changes on the page need not look at the picture's thousands of parts.
        this.holder.style.transform = `translate3d(${x}px, ${y}px, 0) scale(${scale})`;
        // On the overlay alone: texts of the picture would take it over, and Chromium then draws them too large.
        this.overlay.style.setProperty('--scale', String(scale));
        this.onPlace(this.place, scale);
        for (const listener of this.listeners) listener();
    }

    /**
     * A turn of the wheel does nothing else on the page. That is said only while the pointer is here: each part of the picture is noted down
     * with it whenever one of them is painted, and while someone writes the pointer is elsewhere.
     */
    private hearWheel(): void {
        const { element } = this;
        const hold = (event: WheelEvent): void => event.preventDefault();
        element.addEventListener('wheel', (event) => this.wheel(event), { passive: true });
        element.addEventListener('pointerenter', () => element.addEventListener('wheel', hold, { passive: false }));
        element.addEventListener('pointerleave', () => element.removeEventListener('wheel', hold));
    }

    private wheel(event: WheelEvent): void {
        const unit = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? 1 : 16;
        if (event.ctrlKey || event.metaKey) {
            // A pinch arrives as a wheel with the control key; one step of a mouse wheel is held back to a fifth.
            const turn = Math.max(-20, Math.min(20, event.deltaY * unit));
            this.zoom(Math.exp(-turn * 0.01), this.pointOf(event));
        } else {
            this.moveBy(-event.deltaX * unit, -event.deltaY * unit);
        }
    }

    private pointOf(event: MouseEvent): Point {
        const box = this.element.getBoundingClientRect();
        return { x: event.clientX - box.left, y: event.clientY - box.top };
    }

    private drag(down: PointerEvent): void {
        if (down.button > 1) return;
        let last: Point = { x: down.clientX, y: down.clientY };
        this.moving = false;
        const move = (event: PointerEvent): void => {
            this.moving ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 4;
            if (!this.moving) return;
            this.element.setPointerCapture(down.pointerId);
            this.element.classList.add('moving');
            this.moveBy(event.clientX - last.x, event.clientY - last.y);
            last = { x: event.clientX, y: event.clientY };
        };
        const end = (): void => {
            this.element.removeEventListener('pointermove', move);
            this.element.classList.remove('moving');
        };
        this.element.addEventListener('pointermove', move);
        this.element.addEventListener('pointerup', end, { once: true });
        this.element.addEventListener('pointercancel', end, { once: true });
    }

    private key(event: KeyboardEvent): void {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const action = this.actionOf(event.key);
        if (!action) return;
        event.preventDefault();
        action();
    }

    private actionOf(key: string): (() => void) | undefined {
        const step = 60;
        switch (key) {
            case '+':
            case '=':
                return () => this.zoom(1.25);
            case '-':
                return () => this.zoom(0.8);
            case '0':
                return () => this.fit('whole');
            case '1':
                return () => this.zoomFull();
            case 'w':
                return () => this.fit('width');
            case 'ArrowLeft':
                return () => this.moveBy(step, 0);
            case 'ArrowRight':
                return () => this.moveBy(-step, 0);
            case 'ArrowUp':
                return () => this.moveBy(0, step);
            case 'ArrowDown':
                return () => this.moveBy(0, -step);
            default:
                return undefined;
        }
    }
}
