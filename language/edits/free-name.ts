/** A name that none of some has, in upper or lower case: itself, or with a number. */
export function freeName(wanted: string, taken: Iterable<string>): string {
    const known = new Set([...taken].map((name) => name.toLowerCase()));
    let name = wanted;
    for (let number = 2; known.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
    return name;
}
