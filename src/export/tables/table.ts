import type { CrmModel, FlowEnd } from '../../model/crm-model.ts';

/** A cell: a text, a number, yes or no, or nothing where the map does not say. */
export type Cell = string | number | boolean | undefined;

/** What a map says of one kind of thing, as rows. */
export interface ExportTable {
    /** Part of a file's name. */
    readonly name: string;
    readonly title: string;
    readonly columns: readonly string[];
    readonly rows: readonly (readonly Cell[])[];
}

/** Column by column, how a row of a table is read from a thing. */
export type Columns<T> = Readonly<Record<string, (thing: T) => Cell>>;

/** A table of things by its columns. */
export function tableOf<T>(name: string, title: string, columns: Columns<T>, things: readonly T[]): ExportTable {
    const readers = Object.values(columns);
    return { name, title, columns: Object.keys(columns), rows: things.map((thing) => readers.map((read) => read(thing))) };
}

/** Titles of the things of a map, by kind and id. */
export class Titles {
    private readonly titles = new Map<string, string>();

    constructor(model: CrmModel) {
        const touchpoints = model.journeys.flatMap(({ stages }) => stages.flatMap((stage) => stage.touchpoints));
        const things = [
            ...model.teams,
            ...model.goals,
            ...model.regions,
            ...model.systems,
            ...model.systems.flatMap(({ entities }) => entities),
            ...model.flows,
            ...model.journeys,
            ...model.journeys.flatMap(({ stages }) => stages),
            ...touchpoints,
            ...touchpoints.flatMap(({ pains, opportunities }) => [...pains, ...opportunities]),
        ];
        for (const { kind, id, title } of things) this.titles.set(`${kind} ${id}`, title);
    }

    /** The title, else the id; nothing where there is no id. */
    of(kind: string, id: string): string;
    of(kind: string, id: string | undefined): string | undefined;
    of(kind: string, id: string | undefined): string | undefined {
        return id === undefined ? undefined : (this.titles.get(`${kind} ${id}`) ?? id);
    }

    /** Titles with commas between; nothing where there are none. */
    all(kind: string, ids: readonly string[]): string | undefined {
        return listOf(ids.map((id) => this.of(kind, id)));
    }

    /** `Web shop · Order`. */
    end({ system, entity }: FlowEnd): string {
        return entity === undefined ? this.of('system', system) : `${this.of('system', system)} · ${this.of('entity', entity)}`;
    }
}

/** Texts with commas between; nothing where there are none. */
export function listOf(texts: readonly string[]): string | undefined {
    return texts.length === 0 ? undefined : texts.join(', ');
}
