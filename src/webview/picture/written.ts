/**
 * An element of a picture as its text has it. The renderer writes every element on a line of its own, and what stands in it on the
 * lines between that and its end.
 */
export interface Written {
    /** The line: a tag that is closed further on, or an element as a whole. */
    readonly line: string;
    /** What it holds; undefined where it ends on its own line. */
    readonly children: readonly Written[] | undefined;
    /** All of it, with its children. */
    readonly text: string;
}

interface Open {
    readonly name: string;
    readonly line: string;
    readonly start: number;
    readonly children: Written[];
}

const tagName = /^<([A-Za-z]+)/;

/** The root of a picture; undefined where its text is not written in that way. */
export function readWritten(text: string): Written | undefined {
    const open: Open[] = [];
    let root: Written | undefined;
    for (let at = 0; at < text.length; ) {
        const next = text.indexOf('\n', at);
        const end = next < 0 ? text.length : next;
        const line = text.slice(at, end);
        const start = at;
        at = end + 1;
        if (line === '') continue;
        if (root) return undefined;
        let element: Written;
        if (line.startsWith('</')) {
            const last = open.pop();
            if (last === undefined || line !== `</${last.name}>`) return undefined;
            element = { line: last.line, children: last.children, text: text.slice(last.start, end) };
        } else {
            const name = tagName.exec(line)?.[1];
            if (name === undefined || !line.endsWith('>')) return undefined;
            if (!line.endsWith('/>') && !line.endsWith(`</${name}>`)) {
                open.push({ name, line, start, children: [] });
                continue;
            }
            element = { line, children: undefined, text: line };
        }
        const parent = open.at(-1);
        if (parent) parent.children.push(element);
        else root = element;
    }
    return open.length === 0 ? root : undefined;
}

/** What is to be done with an element of the page so that it becomes another one. */
export interface Step {
    readonly before: Written;
    readonly after: Written;
    /** Its children, one after the other; undefined where they stay, or where it has none. */
    readonly children: readonly ChildStep[] | undefined;
}

/** A child that was there at a place, and what is to be done with it; or one that comes. */
export type ChildStep = { readonly from: number; readonly step: Step | undefined } | { readonly fresh: Written };

/** How one becomes the other; undefined where they are the same, `other` where the one cannot become the other. */
export function stepTo(before: Written, after: Written): Step | undefined | 'other' {
    if (before.text === after.text) return undefined;
    if (nameOf(before) !== nameOf(after)) return 'other';
    if (!before.children || !after.children) return before.children || after.children ? 'other' : { before, after, children: undefined };
    return { before, after, children: childSteps(before.children, after.children) };
}

/** Things are known by their names; what has none takes the place of the next one of its sort. */
function childSteps(old: readonly Written[], fresh: readonly Written[]): readonly ChildStep[] | undefined {
    if (old.length === fresh.length && old.every(({ text }, index) => text === fresh[index]?.text)) return undefined;
    const shorter = Math.min(old.length, fresh.length);
    let start = 0;
    while (start < shorter && old[start]?.text === fresh[start]?.text) start++;
    let same = 0;
    while (same < shorter - start && old.at(-1 - same)?.text === fresh.at(-1 - same)?.text) same++;
    const waiting = new Map<string, number[]>();
    for (let index = start; index < old.length - same; index++) {
        const key = keyOf(old[index] as Written);
        const list = waiting.get(key);
        if (list) list.push(index);
        else waiting.set(key, [index]);
    }
    return fresh.map((element, index): ChildStep => {
        if (index < start) return { from: index, step: undefined };
        if (index >= fresh.length - same) return { from: index - fresh.length + old.length, step: undefined };
        const from = waiting.get(keyOf(element))?.shift();
        const known = from === undefined ? undefined : old[from];
        const step = known && stepTo(known, element);
        return from === undefined || step === 'other' ? { fresh: element } : { from, step };
    });
}

function nameOf({ line }: Pick<Written, 'line'>): string {
    return tagName.exec(line)?.[1] ?? '';
}

const ofThing = / data-id="([^"]*)" data-kind="([^"]*)"/;

function keyOf({ line, children }: Written): string {
    const [, id = '', kind = ''] = ofThing.exec(line) ?? [];
    return [nameOf({ line }), children ? 'open' : 'whole', kind, id].join(' ');
}
