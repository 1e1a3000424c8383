import type { PlacedEvent } from '../draw-unit.ts';
import type { Drawer } from '../drawers.ts';
import type { Unit } from '../units.ts';
import type { ContentStore } from './content-store.ts';
import { eventsFromBytes, eventsToBytes, type KeptEvent } from './kept-events.ts';

/** What a drawer that keeps works with. */
export interface Keeping {
    readonly store: ContentStore;
    readonly keyOf: (unit: Unit) => string;
    /** Hears once that something could not be kept. */
    readonly onFailure: (error: unknown) => void;
    /** Milliseconds since 1970. */
    readonly now: number;
}

/** Draws only what was not drawn before. A failure of the program is not kept. */
export function keepingDrawer(drawer: Drawer, { store, keyOf, onFailure, now }: Keeping): Drawer {
    let failed = false;
    let wrote = false;
    const keep = (key: string, events: readonly KeptEvent[]): void => {
        if (failed) return;
        try {
            store.write(key, eventsToBytes(events));
            wrote = true;
        } catch (error) {
            failed = true;
            onFailure(error);
        }
    };
    return {
        jobs: drawer.jobs,
        async draw(unit, onEvent) {
            const key = keyOf(unit);
            const known = knownEvents(store, key, unit);
            if (known) {
                store.touch(key, now);
                for (const event of known) onEvent(event);
                return;
            }
            const events: KeptEvent[] = [];
            await drawer.draw(unit, (placed) => {
                events.push({ map: unit.maps.findIndex(({ place }) => place === placed.place), event: placed.event });
                onEvent(placed);
            });
            if (!events.some(({ event }) => event.kind === 'failure' && event.status === 2)) keep(key, events);
        },
        end() {
            if (wrote) store.removeOld(now);
            drawer.end();
        },
    };
}

function knownEvents(store: ContentStore, key: string, { maps }: Unit): PlacedEvent[] | undefined {
    const bytes = store.read(key);
    const events = bytes && eventsFromBytes(bytes, maps.length);
    if (bytes && !events) store.remove(key);
    return events?.flatMap(({ map, event }) => {
        const place = maps[map]?.place;
        return place === undefined ? [] : [{ place, event }];
    });
}
