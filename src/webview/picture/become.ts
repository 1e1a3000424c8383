import { cleaned, isAllowed } from '../clean-svg.ts';

/**
 * Makes a picture in the page, which was made of `before`, into that of `after`, and touches only what differs: what stays keeps its
 * focus, its place in the page's memory, and need not be painted anew. Classes and nodes that the page has added to what differs may go.
 */
export function become(live: Element, before: Element, after: Element): void {
    takeAttributes(live, before, after);
    const old = [...before.childNodes];
    const now = [...live.childNodes];
    if (now.length !== old.length) {
        live.replaceChildren(...[...after.childNodes].flatMap((node) => cleaned(node) ?? []));
        return;
    }
    const fresh = [...after.childNodes];
    const shorter = Math.min(old.length, fresh.length);
    let start = 0;
    while (start < shorter && isSame(old[start], fresh[start])) start++;
    let same = 0;
    while (same < shorter - start && isSame(old.at(-1 - same), fresh.at(-1 - same))) same++;
    const end = old.length - same;
    takeMiddle(live, { old: old.slice(start, end), now: now.slice(start, end), fresh: fresh.slice(start, fresh.length - same), behind: now[end] ?? null });
}

/** Children that may differ: in the picture of before, those made of them in the page, and in the new picture. */
interface Middle {
    readonly old: readonly ChildNode[];
    readonly now: readonly ChildNode[];
    readonly fresh: readonly ChildNode[];
    /** What stands behind them in the page. */
    readonly behind: ChildNode | null;
}

/** Things are known by their names; what has none takes the place of the next one of its sort. */
function takeMiddle(live: Element, { old, now, fresh, behind }: Middle): void {
    const waiting = new Map<string, number[]>();
    for (const [index, node] of old.entries()) {
        const key = keyOf(node);
        const list = waiting.get(key);
        if (list) list.push(index);
        else waiting.set(key, [index]);
    }
    let cursor: ChildNode | null = now[0] ?? behind;
    const kept = new Set<ChildNode>();
    for (const node of fresh) {
        const index = waiting.get(keyOf(node))?.shift();
        const known = index === undefined ? undefined : old[index];
        const place = index === undefined ? undefined : now[index];
        if (!known || !place) {
            const copy = cleaned(node);
            if (copy) live.insertBefore(copy, cursor);
            continue;
        }
        kept.add(place);
        let standing: ChildNode = place;
        if (!isSame(known, node)) {
            if (place instanceof Element && known instanceof Element && node instanceof Element) become(place, known, node);
            else {
                const copy = cleaned(node);
                if (copy) {
                    place.replaceWith(copy);
                    kept.add(copy);
                    if (cursor === place) cursor = copy;
                    standing = copy;
                }
            }
        }
        if (standing === cursor) cursor = cursor.nextSibling;
        else live.insertBefore(standing, cursor);
    }
    for (const node of now) if (!kept.has(node)) node.remove();
}

function isSame(a: Node | undefined, b: Node | undefined): boolean {
    return a !== undefined && b !== undefined && a.isEqualNode(b);
}

function keyOf(node: Node): string {
    if (!(node instanceof Element)) return node.nodeName;
    return [node.localName, node.getAttribute('data-kind') ?? '', node.getAttribute('data-id') ?? ''].join(' ');
}

/** Gives an element of the page, which has those of `before`, the attributes of `after`; those that the page has added stay. */
export function takeAttributes(live: Element, before: Element, after: Element): void {
    for (const { name } of before.attributes) if (!after.hasAttribute(name)) live.removeAttribute(name);
    for (const { name, value } of after.attributes) {
        if (before.getAttribute(name) !== value && isAllowed(name, value)) live.setAttribute(name, value);
    }
}
