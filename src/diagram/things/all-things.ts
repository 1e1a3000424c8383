import type { CrmModel, Evidence, Mapping, SourceRange, Way } from '../../model/crm-model.ts';
import { wayId } from '../journey/way-id.ts';
import { mapLineId } from '../mapping/line-id.ts';
import { keyOf } from '../subjects.ts';
import type { ByKind, Kind } from './kinds.ts';

/** Something that a picture can show, tied to its place in the text. */
export interface Thing {
    readonly kind: Kind;
    readonly id: string;
    readonly title: string;
    /** Absent of a way that was not written, but follows from the order. */
    readonly source?: SourceRange;
    /** Position of the thing that it is part of. */
    readonly within?: number;
}

/** A thing with what the model says of it. */
export type ModelThing = { readonly [K in Kind]: Thing & { readonly kind: K; readonly declared: ByKind[K] } }[Kind];

/** All things of a map in the order of the model, each after what it is part of. Two with the same kind and id are one, the first. */
export function allThings(model: CrmModel): ModelThing[] {
    const list = new ThingList();
    const lists = [model.teams, model.goals, model.metrics, model.segments, model.personas, model.channels, model.regions, model.capabilities] as const;
    for (const things of lists) for (const thing of things) list.add(thing);
    for (const system of model.systems) {
        const inSystem = list.add(system);
        for (const entity of system.entities) {
            const inEntity = list.add(entity, inSystem);
            for (const field of entity.fields) list.add(field, inEntity);
        }
    }
    for (const flow of model.flows) {
        const inFlow = list.add(flow);
        flow.mappings.forEach((mapping, index) => list.addMapping(mapLineId(flow, index), mapping, inFlow));
    }
    for (const lifecycle of model.lifecycles) {
        const inLifecycle = list.add(lifecycle);
        for (const stage of lifecycle.stages) {
            const inStage = list.add(stage, inLifecycle);
            for (const activity of stage.activities) list.add(activity, inStage);
        }
    }
    for (const journey of model.journeys) {
        const inJourney = list.add(journey);
        for (const stage of journey.stages) {
            const inStage = list.add(stage, inJourney);
            for (const touchpoint of stage.touchpoints) {
                const inTouchpoint = list.add(touchpoint, inStage);
                for (const pain of touchpoint.pains) {
                    const inPain = list.add(pain, inTouchpoint);
                    for (const evidence of pain.evidence) list.addEvidence(evidence, inPain);
                }
                for (const opportunity of touchpoint.opportunities) list.add(opportunity, inTouchpoint);
                for (const evidence of touchpoint.evidence) list.addEvidence(evidence, inTouchpoint);
            }
        }
        for (const way of journey.ways) list.addWay(way, inJourney);
    }
    for (const initiative of model.initiatives) list.add(initiative);
    return list.things;
}

type Declared = Exclude<ByKind[Kind], Mapping | Way | Evidence>;

class ThingList {
    readonly things: ModelThing[] = [];
    private readonly positions = new Map<string, number>();

    /** @returns the position of what is added */
    add(declared: Declared, within?: number): number {
        const { kind, id, title, source } = declared;
        return this.push({ kind, id, title, source, within, declared } as ModelThing);
    }

    addMapping(id: string, declared: Mapping, within: number): void {
        const title = `${declared.sources.map(lastPart).join(', ')} \u2192 ${lastPart(declared.target)}`;
        this.push({ kind: 'map', id, title, source: declared.source, within, declared });
    }

    addEvidence(declared: Evidence, within: number): void {
        this.push({ kind: 'evidence', id: declared.id, title: declared.finding, source: declared.source, within, declared });
    }

    addWay(declared: Way, within: number): void {
        const title = `${this.titleOf(declared.from)} \u2192 ${this.titleOf(declared.to)}`;
        this.push({ kind: 'way', id: wayId(declared), title, source: declared.source, within, declared });
    }

    private titleOf(touchpoint: string): string {
        return this.things[this.positions.get(keyOf({ kind: 'touchpoint', id: touchpoint })) ?? -1]?.title ?? touchpoint;
    }

    private push(thing: ModelThing): number {
        const key = keyOf(thing);
        const known = this.positions.get(key);
        if (known !== undefined) return known;
        this.positions.set(key, this.things.length);
        return this.things.push(thing) - 1;
    }
}

function lastPart(path: string): string {
    return path.slice(path.lastIndexOf('.') + 1);
}
