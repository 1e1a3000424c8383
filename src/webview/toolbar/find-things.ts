import type { ThingFacts } from '../../protocol.ts';
import type { ViewThings } from '../../protocol/way.ts';
import { plain } from '../shared/same-words.ts';

/** A thing that was found, and where it can be seen. */
export interface Hit {
    readonly thing: ThingFacts;
    /** `kind:id` of what is drawn of it: the thing itself, or what it is part of. */
    readonly drawn?: string;
    /** Name of the view that draws that; absent where it is the one that is shown, or where there is none. */
    readonly view?: string;
}

/**
 * The things of a map that have every word that is searched for: first those that the shown view draws, then parts of such,
 * then what other views draw, then the rest; among equals those whose title begins with what is searched for.
 */
export function findThings(things: readonly ThingFacts[], search: string, here: ReadonlySet<string>, places: readonly ViewThings[]): readonly Hit[] {
    const words = plain(search).split(' ');
    if (words.join('') === '') return [];
    const views = viewsByThing(places);
    const found = things.flatMap((thing, order) => {
        const own = plain([...thing.words, thing.kind].join(' '));
        if (!words.every((word) => own.includes(word))) return [];
        const hit = placed(things, thing, here, views);
        return [{ hit, order, rank: rankOf(hit) * 4 + closeness(thing, words.join(' ')) }];
    });
    return found.sort((a, b) => a.rank - b.rank || a.order - b.order).map(({ hit }) => hit);
}

/** Where a thing is seen best: as itself here, as itself elsewhere, as a part of something here, as a part of something elsewhere. */
function placed(things: readonly ThingFacts[], thing: ThingFacts, here: ReadonlySet<string>, views: ReadonlyMap<string, string>): Hit {
    const line = [...lineage(things, thing)].map(({ kind, id }) => `${kind}:${id}`);
    const [self = ''] = line;
    if (here.has(self)) return { thing, drawn: self };
    const view = views.get(self);
    if (view !== undefined) return { thing, drawn: self, view };
    const around = line.find((key) => here.has(key));
    if (around !== undefined) return { thing, drawn: around };
    const elsewhere = line.find((key) => views.has(key));
    return elsewhere === undefined ? { thing } : { thing, drawn: elsewhere, view: views.get(elsewhere) };
}

/** A thing, what it is part of, and so on. */
function* lineage(things: readonly ThingFacts[], thing: ThingFacts): Generator<ThingFacts> {
    const seen = new Set<ThingFacts>();
    for (let one: ThingFacts | undefined = thing; one && !seen.has(one); one = one.within === undefined ? undefined : things[one.within]) {
        seen.add(one);
        yield one;
    }
}

function viewsByThing(places: readonly ViewThings[]): ReadonlyMap<string, string> {
    const views = new Map<string, string>();
    for (const { view, things } of places) for (const thing of things) if (!views.has(thing)) views.set(thing, view);
    return views;
}

function rankOf({ thing, drawn, view }: Hit): number {
    if (drawn === undefined) return 3;
    if (view !== undefined) return 2;
    return drawn === `${thing.kind}:${thing.id}` ? 0 : 1;
}

function closeness({ title }: ThingFacts, search: string): number {
    const own = plain(title);
    return own === search ? 0 : own.startsWith(search) ? 1 : own.includes(search) ? 2 : 3;
}
