import type { Flow, SourceRange } from '../model/crm-model.ts';
import type { Spot } from './rule.ts';

/** A thing that a message can name. */
interface Thing {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
    readonly title: string;
    readonly source: SourceRange;
    readonly nameSource: SourceRange;
}

/** A thing in a message: its path, or its title where it has no name of its own. */
export function called(thing: Thing): string {
    if (!isAnonymous(thing)) return quoted(thing.id);
    if (thing.title !== '' && thing.title !== thing.name) return `“${thing.title}”`;
    return thing.kind === 'flow' ? quoted(thing.id.replace('->', ' -> ').replace(/#\d+$/, '')) : `a ${thing.kind}`;
}

/** Whether a thing has no name of its own, so that nothing can refer to it. */
export function isAnonymous({ kind, id, name }: Pick<Thing, 'kind' | 'id' | 'name'>): boolean {
    return kind === 'flow' ? name === '' : id.endsWith(`.${kind}-${/\d+$/.exec(id)?.[0] ?? ''}`);
}

/** A flow in a message, with the number that it has in the interface register. */
export function calledFlow(flow: Flow): string {
    return `${called(flow)} (${flow.number})`;
}

/** An id or a word in a message. */
export function quoted(text: string): string {
    return text.includes('`') ? `“${text}”` : `\`${text}\``;
}

/** The place of a thing, or of one of its properties. */
export function at(thing: { readonly source: SourceRange; readonly nameSource?: SourceRange }, property?: string): Spot {
    return { source: thing.source, nameSource: thing.nameSource, property };
}

/** `a, b and c`; of a long list the first few, and how many more. */
export function listed(words: readonly string[], most = 5, joint = 'and'): string {
    const shown = words.length > most + 1 ? [...words.slice(0, most), `${words.length - most} more`] : words;
    return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} ${joint} ${shown.at(-1)}`;
}

/** `1 flow`, `3 flows`. */
export function counted(count: number, what: string): string {
    return `${count} ${what}${count === 1 ? '' : 's'}`;
}
