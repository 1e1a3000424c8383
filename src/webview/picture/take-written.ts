import { cleaned, readFragments } from '../clean-svg.ts';
import { become, takeAttributes } from './become.ts';
import type { ChildStep, Step, Written } from './written.ts';

/** Parts of pictures as elements that are in no page, by their text. */
type Fragments = ReadonlyMap<string, Element>;

/** Makes an element of the page, which was made of `step.before`, into that of `step.after`. Only what differs is read, and touched. */
export function takeStep(live: Element, step: Step): void {
    const texts = new Set<string>();
    gather(step, texts);
    take(live, step, readFragments([...texts]));
}

function gather({ before, after, children }: Step, texts: Set<string>): void {
    if (before.line !== after.line) texts.add(tagOf(before)).add(tagOf(after));
    for (const child of children ?? []) {
        if ('fresh' in child) texts.add(child.fresh.text);
        else if (child.step) gather(child.step, texts);
    }
}

function take(live: Element, { before, after, children }: Step, fragments: Fragments): void {
    if (before.line !== after.line) {
        const [was, is] = [fragments.get(tagOf(before)), fragments.get(tagOf(after))];
        if (was && is && before.children) takeAttributes(live, was, is);
        else if (was && is) become(live, was, is);
    }
    if (!children) return;
    const now = [...live.children];
    // Someone else has changed the page: all is made anew.
    if (now.length !== before.children?.length) {
        const made = readFragments((after.children ?? []).map(({ text }) => text));
        live.replaceChildren(...(after.children ?? []).flatMap(({ text }) => copyOf(made.get(text)) ?? []));
        return;
    }
    takeChildren(live, now, children, fragments);
}

function takeChildren(live: Element, now: readonly Element[], children: readonly ChildStep[], fragments: Fragments): void {
    const stays = new Set(children.flatMap((child) => ('from' in child ? (now[child.from] ?? []) : [])));
    for (const element of now) if (!stays.has(element)) element.remove();
    let cursor = live.firstElementChild;
    for (const child of children) {
        const standing = 'from' in child ? now[child.from] : copyOf(fragments.get(child.fresh.text));
        if (!standing) continue;
        if (standing === cursor) cursor = cursor.nextElementSibling;
        else live.insertBefore(standing, cursor);
        if ('from' in child && child.step) take(standing, child.step, fragments);
    }
}

function copyOf(element: Element | undefined): Element | undefined {
    return element && cleaned(element);
}

/** An element without its children; one that ends on its own line as a whole. */
function tagOf({ line, children }: Written): string {
    return children ? `${line.slice(0, -1)}/>` : line;
}
