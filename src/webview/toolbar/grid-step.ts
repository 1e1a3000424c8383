export interface Box {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
}

/** Where an arrow key leads from one of several boxes in rows: the position of the next one, or the same at the edge. */
export function gridStep(boxes: readonly Box[], from: number, key: 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'): number {
    const start = boxes[from];
    if (!start) return boxes.length === 0 ? -1 : 0;
    if (key === 'ArrowLeft') return Math.max(0, from - 1);
    if (key === 'ArrowRight') return Math.min(boxes.length - 1, from + 1);
    const way = key === 'ArrowDown' ? 1 : -1;
    const beyond = boxes
        .map((box, index) => ({ index, down: (box.top - start.top) * way, across: Math.abs(middle(box) - middle(start)) }))
        .filter(({ down }) => down > start.height / 2);
    const nearest = Math.min(...beyond.map(({ down }) => down));
    const [next] = beyond.filter(({ down }) => down < nearest + start.height / 2).sort((a, b) => a.across - b.across);
    return next?.index ?? from;
}

function middle({ left, width }: Box): number {
    return left + width / 2;
}
