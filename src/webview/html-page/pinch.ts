import type { Point } from '../place.ts';
import type { Stage } from '../stage.ts';

/** Zooms by two fingers on a screen that is touched. The pinch of a touchpad arrives as a wheel, which the stage knows. */
export function zoomByPinch(stage: Stage): void {
    const { element } = stage;
    const fingers = new Map<number, Point>();
    const reach = (): { readonly distance: number; readonly middle: Point } => {
        const [a = { x: 0, y: 0 }, b = a] = [...fingers.values()];
        const box = element.getBoundingClientRect();
        return { distance: Math.hypot(a.x - b.x, a.y - b.y), middle: { x: (a.x + b.x) / 2 - box.left, y: (a.y + b.y) / 2 - box.top } };
    };
    const down = (event: PointerEvent): void => {
        if (event.pointerType !== 'touch') return;
        fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
        if (fingers.size < 2) return;
        event.stopImmediatePropagation();
        // Ends the move that the first finger began.
        element.dispatchEvent(new PointerEvent('pointercancel'));
    };
    const move = (event: PointerEvent): void => {
        if (!fingers.has(event.pointerId)) return;
        const before = reach();
        fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
        if (fingers.size < 2) return;
        event.stopImmediatePropagation();
        const after = reach();
        if (fingers.size === 2 && before.distance > 0) stage.zoom(after.distance / before.distance, after.middle);
    };
    const up = (event: PointerEvent): void => {
        fingers.delete(event.pointerId);
    };
    element.addEventListener('pointerdown', down, { capture: true });
    element.addEventListener('pointermove', move, { capture: true });
    element.addEventListener('pointerup', up, { capture: true });
    element.addEventListener('pointercancel', up, { capture: true });
}
