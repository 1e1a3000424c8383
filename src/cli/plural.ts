/** A number of things: `1 file`, `2 files`. */
export function plural(count: number, what: string): string {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}
