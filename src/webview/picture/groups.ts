import type { ThingReference } from '../../protocol.ts';
import type { GroupFacts, Grouping } from '../../protocol/way.ts';
import { groupStep } from '../toolbar/adjusting.ts';
import type { Drawn } from './drawn.ts';
import { keyOf } from './things-index.ts';

/** What is known of the groups of a landscape that is drawn folded; it is asked for once such a picture is there. */
export class Groups {
    private readonly drawn: Drawn;
    private readonly ask: (by: Grouping) => Promise<readonly GroupFacts[]>;
    private readonly known = new Map<Grouping, ReadonlyMap<string, GroupFacts>>();
    private edition = 0;

    constructor(drawn: Drawn, ask: (by: Grouping) => Promise<readonly GroupFacts[]>) {
        this.drawn = drawn;
        this.ask = ask;
    }

    /** The map has changed. */
    forget(): void {
        this.edition += 1;
        this.known.clear();
    }

    /** Asks what the picture that is shown needs. */
    look(): void {
        const by = this.drawn.all.map((element) => groupingOf(element.dataset['id'] ?? '')).find((found) => found !== undefined);
        if (by === undefined || this.known.has(by)) return;
        this.known.set(by, new Map());
        const { edition } = this;
        void this.ask(by).then((groups) => {
            if (edition === this.edition) this.known.set(by, new Map(groups.map((group) => [keyOf(group), group] as const)));
        });
    }

    factsOf(thing: ThingReference): GroupFacts | undefined {
        const by = groupingOf(thing.id);
        return by && this.known.get(by)?.get(keyOf(thing));
    }
}

/** What a group is by, from its id; undefined for an id of anything else. */
function groupingOf(id: string): Grouping | undefined {
    const step = groupStep(id);
    return step && 'filter' in step ? step.filter : undefined;
}
