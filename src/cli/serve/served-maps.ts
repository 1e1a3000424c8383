import { createHash } from 'node:crypto';
import { unitKey } from '../cache/unit-key.ts';
import type { ExportWork } from '../export.ts';
import type { DrawSettings } from '../export-settings.ts';
import type { Problem } from '../host.ts';
import type { Unit } from '../units.ts';
import type { ServedEvent, ServedFacts, ServedTask } from './draw-served.ts';

/** A map that is served. */
export interface ServedMap {
    /** Its name in addresses: letters, digits and `-`. */
    readonly id: string;
    /** Its file, as results name it. */
    readonly shown: string;
    readonly address: string;
    /** Another one when anything has changed that its pages depend on. */
    readonly version: string;
    readonly unit: Unit;
    /** The day with which its dates are compared, ISO. */
    readonly today: string;
}

/** A map with its pictures; those that a fault of the program kept from being drawn have a reason instead. */
export interface DrawnMap {
    readonly facts: ServedFacts;
    readonly pictures: ReadonlyMap<string, string>;
    readonly faults: ReadonlyMap<string, string>;
}

export type RunTask = (task: ServedTask, onEvent: (event: ServedEvent) => void) => Promise<void>;

/** So many maps stay drawn; of others the facts alone are kept. */
const mostDrawn = 40;

/** The maps that are served: what they are called, and what was drawn of them. */
export class ServedMaps {
    problems: readonly Problem[] = [];
    /** Of the list of all maps. */
    version = '';
    private maps: ReadonlyMap<string, ServedMap> = new Map();
    private readonly facts = new Map<string, Promise<ServedFacts>>();
    private readonly drawn = new Map<string, Promise<DrawnMap>>();
    private readonly program: string;
    private readonly run: RunTask;

    /** @param program stands for this version of the program */
    constructor(program: string, run: RunTask) {
        this.program = program;
        this.run = run;
    }

    /** By file names. */
    get all(): readonly ServedMap[] {
        return [...this.maps.values()];
    }

    /** The map of that name in addresses. */
    find(id: string): ServedMap | undefined {
        return this.maps.get(id);
    }

    /**
     * Takes what was read last. What was drawn of maps that are as they were is kept.
     *
     * @param today the day with which dates are compared, ISO
     */
    take({ units, problems }: Pick<ExportWork, 'units' | 'problems'>, today: string): void {
        const settings: DrawSettings = { formats: ['html'], views: [], theme: undefined, today, scale: 1, fonts: [] };
        const placed = units.flatMap((unit) => {
            const key = unitKey(unit, settings, this.program);
            return unit.maps.map(({ address, shown, place }) => ({
                place,
                map: { id: idOf(shown), shown, address, unit, today, version: sha256(`${shown} ${key}`) },
            }));
        });
        const sorted = placed.toSorted((a, b) => a.place - b.place).map(({ map }) => map);
        this.maps = new Map(sorted.map((map) => [map.id, map]));
        this.problems = problems;
        this.version = sha256(JSON.stringify([sorted.map(({ version }) => version), problems]));
        const known = new Set(sorted.map(({ version }) => version));
        for (const kept of [this.facts, this.drawn]) for (const version of kept.keys()) if (!known.has(version)) kept.delete(version);
    }

    /** @throws an Error with words that end a sentence about the map */
    factsOf(map: ServedMap): Promise<ServedFacts> {
        return remember(this.facts, map.version, async () => (await (this.drawn.get(map.version) ?? this.look(map, false))).facts);
    }

    /** @throws an Error with words that end a sentence about the map */
    drawnOf(map: ServedMap): Promise<DrawnMap> {
        const drawing = remember(this.drawn, map.version, () => this.look(map, true));
        // The one that was asked for last is the last to be forgotten.
        this.drawn.delete(map.version);
        this.drawn.set(map.version, drawing);
        const [oldest] = this.drawn.keys();
        if (this.drawn.size > mostDrawn && oldest !== undefined) this.drawn.delete(oldest);
        return drawing;
    }

    private async look({ unit, address, today }: ServedMap, pictures: boolean): Promise<DrawnMap> {
        let facts: ServedFacts | undefined;
        const drawn = new Map<string, string>();
        const faults = new Map<string, string>();
        await this.run({ unit, address, pictures, today }, (event) => {
            if (event.kind === 'facts') facts = event.facts;
            else if (event.kind === 'picture') drawn.set(event.view, event.svg);
            else faults.set(event.view, event.reason);
        });
        if (!facts) throw new Error('cannot be read.');
        return { facts, pictures: drawn, faults };
    }
}

/** What failed is tried again when it is asked for again. */
function remember<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
    const known = kept.get(key);
    if (known) return known;
    const made = make();
    kept.set(key, made);
    made.catch(() => {
        if (kept.get(key) === made) kept.delete(key);
    });
    return made;
}

/** Readable, and the same as long as the file has its name; nothing of the file system can be asked for by it. */
function idOf(shown: string): string {
    const words = (shown.split('/').at(-1) ?? '')
        .replace(/\.crmmap$/, '')
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 40);
    return `${words === '' ? 'map' : words}-${sha256(shown).slice(0, 10)}`;
}

function sha256(text: string): string {
    return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
