export interface ColumnMeasure {
    /** Given by the caller; taken as it is. */
    readonly fixed?: number;
    /** Width of the longest word, in px. */
    readonly least: number;
    /** Width without any line break, in px. */
    readonly wanted: number;
    /** Takes its part of the width that is left over. */
    readonly grows: boolean;
}

/**
 * Shares a width among columns: each gets what it wants where that fits, and part of the rest; else each gives up in proportion
 * to what it could; where even the longest words do not fit, all shrink alike.
 */
export function columnWidths(columns: readonly ColumnMeasure[], width: number, gap: number): number[] {
    const fixed = columns.reduce((sum, column) => sum + (column.fixed ?? 0), 0);
    const free = columns.filter((column) => column.fixed === undefined);
    const room = Math.max(0, width - fixed - Math.max(0, columns.length - 1) * gap);
    const wanted = free.reduce((sum, column) => sum + Math.max(column.wanted, column.least), 0);
    const least = free.reduce((sum, column) => sum + column.least, 0);
    const growing = free.reduce((sum, column) => sum + (column.grows ? Math.max(column.wanted, 1) : 0), 0);
    return columns.map((column) => {
        if (column.fixed !== undefined) {
            return column.fixed;
        }
        const most = Math.max(column.wanted, column.least);
        if (wanted <= room) {
            return most + (column.grows ? ((room - wanted) * Math.max(column.wanted, 1)) / growing : 0);
        }
        if (least <= room) {
            return column.least + ((most - column.least) * (room - least)) / (wanted - least);
        }
        return (column.least * room) / least;
    });
}
