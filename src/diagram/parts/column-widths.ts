export interface ColumnMeasure {
    /** Given by the caller; taken as it is. */
    readonly fixed?: number;
    /**
     * Widths in px that suit the column, from the widest, without any line break, to the narrowest, the longest word. Each step
     * costs the reader a little more.
     */
    readonly steps: readonly number[];
    /** Takes its part of the width that is left over. */
    readonly grows: boolean;
}

/**
 * Shares a width among columns. All start at their widest; while they do not fit, those that give most go down a step, then
 * another. Where even the narrowest do not fit, all shrink alike. What is left goes to the columns that grow.
 */
export function columnWidths(columns: readonly ColumnMeasure[], width: number, gap: number): number[] {
    const room = width - Math.max(0, columns.length - 1) * gap;
    const widths = columns.map((column) => column.fixed ?? column.steps[0] ?? 0);
    const total = (): number => widths.reduce((sum, each) => sum + each, 0);
    const deepest = Math.max(0, ...columns.map((column) => column.steps.length));
    for (let step = 1; step < deepest; step += 1) {
        const gains = columns
            .map((column, index) => ({ index, gain: column.fixed === undefined ? (widths[index] ?? 0) - (column.steps[step] ?? 0) : 0 }))
            .filter(({ gain }) => gain > 0)
            .sort((a, b) => b.gain - a.gain || a.index - b.index);
        for (const { index, gain } of gains) {
            const over = total() - room;
            if (over <= 0) {
                break;
            }
            // No more is given up than needed: it costs the reader as much as the whole step, at most.
            widths[index] = (widths[index] ?? 0) - Math.min(gain, over);
        }
    }
    const over = total() - room;
    const free = columns.reduce((sum, column, index) => sum + (column.fixed === undefined ? (widths[index] ?? 0) : 0), 0);
    if (over > 0 && free > 0) {
        const factor = Math.max(0.05, (free - over) / free);
        return widths.map((each, index) => (columns[index]?.fixed === undefined ? each * factor : each));
    }
    const growing = columns.reduce((sum, column, index) => sum + (column.grows ? (widths[index] ?? 0) : 0), 0);
    return widths.map((each, index) => (columns[index]?.grows && growing > 0 ? each - (over * each) / growing : each));
}
