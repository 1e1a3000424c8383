import type { Drawer } from '../drawers.ts';
import type { DrawSettings } from '../export-settings.ts';
import type { Unit } from '../units.ts';
import { ContentStore } from './content-store.ts';
import { keepingDrawer } from './keeping-drawer.ts';
import { programId } from './program-id.ts';
import { unitKey } from './unit-key.ts';

/** Where pictures are kept, and what they depend on besides their maps. */
export interface Caching {
    /** An absolute path. */
    readonly folder: string;
    readonly draw: DrawSettings;
    readonly version: string;
    /** Called where the folder takes no more. */
    readonly onFailure: (error: unknown) => void;
}

/** A drawer that takes what it has drawn before from a folder; what draws the rest is made for so many units. */
export function cachingDrawer(drawerOf: (units: number) => Drawer, units: readonly Unit[], { folder, draw, version, onFailure }: Caching): Drawer {
    const store = new ContentStore(folder);
    const program = programId(version);
    const keyOf = (unit: Unit): string => unitKey(unit, draw, program);
    const keys = new Map(units.map((unit) => [unit, keyOf(unit)]));
    return keepingDrawer(drawerOf([...keys.values()].filter((key) => !store.has(key)).length), {
        store,
        keyOf: (unit) => keys.get(unit) ?? keyOf(unit),
        onFailure,
        now: Date.now(),
    });
}
