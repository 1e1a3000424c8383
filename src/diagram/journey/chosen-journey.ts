import type { CrmModel, Journey, Touchpoint, View, Way } from '../../model/crm-model.ts';
import { audienceTitles, journeysFor, personasFor } from '../audience.ts';
import { isChosen, subject, type Subject } from '../subjects.ts';

/** The journey of a view, as far as the view shows it. */
export interface ChosenJourney {
    /** With the touchpoints, stages and people that are shown; its ways go past what is left out. */
    readonly journey: Journey;
    /** Titles of the touchpoints that the view leaves out. */
    readonly leftOut: readonly string[];
    /** Titles of those that the view is for. */
    readonly audience: readonly string[];
    /** Said where nothing is left to show. */
    readonly empty?: string;
}

/** What a view shows of its journey; undefined where it names no journey of the model. `for` keeps the journeys of these people, and of them only these. */
export function chosenJourney(model: CrmModel, view: View): ChosenJourney | undefined {
    const whole = view.of === undefined ? model.journeys[0] : model.journeys.find(({ id }) => id === view.of?.id);
    if (whole === undefined) {
        return undefined;
    }
    const audience = audienceTitles(model, view);
    const isTheirs = whole.personas.length + whole.segments.length === 0 || journeysFor(model, view).includes(whole);
    const people = new Set(personasFor(model, view).map(({ id }) => id));
    const all = whole.stages.flatMap((stage) => stage.touchpoints);
    const kept = new Set(all.filter((touchpoint) => isTheirs && isChosen(view, touchpointSubject(model, whole, touchpoint))).map(({ id }) => id));
    const leftOut = all.filter(({ id }) => !kept.has(id)).map(({ title }) => title);
    const empty = isTheirs
        ? 'No touchpoint matches what this view includes and excludes.'
        : `This is no journey of ${audience.join(' or ')}, whom this view is for.`;
    const journey: Journey = {
        ...whole,
        personas: whole.personas.filter((id) => people.has(id)),
        stages: whole.stages
            .filter((stage) => isTheirs && (stage.touchpoints.length === 0 ? view.include.length === 0 : stage.touchpoints.some(({ id }) => kept.has(id))))
            .map((stage) => ({ ...stage, touchpoints: stage.touchpoints.filter(({ id }) => kept.has(id)) })),
        ways: leftOut.length === 0 ? whole.ways : waysPast(whole.ways, kept),
    };
    return { journey, leftOut, audience, ...(all.length > 0 && kept.size === 0 ? { empty } : {}) };
}

/** `3 of 8 touchpoints`, as far as that is not all of them. */
export function ofAll(shown: number, leftOut: number, words: string): string {
    return leftOut === 0 ? words : `${shown} of ${words}`;
}

/** `The view leaves out Calls a store and Writes a review.` */
export function leftOutWords(titles: readonly string[]): string[] {
    const last = titles.at(-1);
    return last === undefined ? [] : [`The view leaves out ${titles.length === 1 ? last : `${titles.slice(0, -1).join(', ')} and ${last}`}.`];
}

/** The ways between what is kept; one that leads over touchpoints that are left out goes past them, with the words of all its parts. */
function waysPast(ways: readonly Way[], kept: ReadonlySet<string>): Way[] {
    const onwards = new Map<string, Way[]>();
    for (const way of ways) {
        const known = onwards.get(way.from);
        if (known === undefined) {
            onwards.set(way.from, [way]);
        } else {
            known.push(way);
        }
    }
    const between = ways.filter(({ from, to }) => kept.has(from) && kept.has(to));
    const past = [...kept].flatMap((start) => {
        const ends = new Map<string, Way>();
        const seen = new Set<string>();
        // By the number of parts with words, so that of several ways the one without conditions is found first.
        const first = (onwards.get(start) ?? []).filter(({ to }) => !kept.has(to));
        const queues: Way[][] = [first.filter(({ when }) => when === undefined), first.filter(({ when }) => when !== undefined)];
        for (let words = 0; words < queues.length; words += 1) {
            const queue = queues[words] ?? [];
            for (let way = queue.shift(); way !== undefined; way = queue.shift()) {
                if (kept.has(way.to)) {
                    if (way.to !== start && !ends.has(way.to)) {
                        ends.set(way.to, way);
                    }
                } else if (!seen.has(way.to)) {
                    seen.add(way.to);
                    for (const next of onwards.get(way.to) ?? []) {
                        const cost = words + (next.when === undefined ? 0 : 1);
                        while (queues.length <= cost) {
                            queues.push([]);
                        }
                        queues[cost]?.push(joined(way, next));
                    }
                }
            }
        }
        return [...ends.values()].filter((way) => !between.some(({ from, to }) => from === way.from && to === way.to));
    });
    return [...between, ...past];
}

function joined(way: Way, next: Way): Way {
    const when = [way.when, next.when].filter((words) => words !== undefined).join(', ');
    return { from: way.from, to: next.to, ...(when === '' ? {} : { when }), ...(way.source === undefined ? {} : { source: way.source }) };
}

/** A touchpoint as selectors see it: it belongs to its stage, its people, its channels, the systems that it stands on, and the data that it asks for. */
export function touchpointSubject(model: CrmModel, journey: Journey, touchpoint: Touchpoint): Subject {
    const stage = journey.stages.find(({ id }) => id === touchpoint.stage);
    const channels = model.channels.filter(({ id }) => touchpoint.channels.includes(id));
    const named = [...touchpoint.frontstage, ...touchpoint.backstage, ...touchpoint.support, ...channels.flatMap(({ system }) => system ?? [])];
    const systems = model.systems.filter(({ id }) => named.includes(id));
    const data = [...touchpoint.captures, ...touchpoint.uses.map(({ target }) => target)];
    const entities = model.systems
        .flatMap((system) => system.entities)
        .filter((entity) => data.some((id) => id === entity.id || id.startsWith(`${entity.id}.`)));
    const fields = entities.flatMap((entity) => (data.includes(entity.id) ? entity.fields : entity.fields.filter(({ id }) => data.includes(id))));
    const ids = new Set(entities.map(({ id }) => id));
    const flows = model.flows.filter(
        (flow) => (flow.to.entity !== undefined && ids.has(flow.to.entity)) || (flow.from.entity !== undefined && ids.has(flow.from.entity)),
    );
    const owners = [touchpoint.owner, stage?.owner, journey.owner].filter((owner) => owner !== undefined);
    const key = (kind: string, list: readonly string[]): string[] => list.map((id) => `${kind}:${id}`);
    return subject(touchpoint, {
        tags: [...touchpoint.tags, ...(stage?.tags ?? [])],
        owners,
        lives: systems.map(({ life }) => life ?? 'active'),
        categories: systems.flatMap(({ category }) => category ?? []),
        regions: systems.flatMap(({ region }) => region ?? []),
        timings: flows.flatMap(({ timing }) => timing ?? []),
        personal: fields.some(({ personal }) => personal),
        within: [
            `journey:${journey.id}`,
            `stage:${touchpoint.stage}`,
            ...key('team', owners),
            ...key('persona', journey.personas),
            ...key('segment', journey.segments),
            ...key('channel', touchpoint.channels),
            ...key(
                'system',
                systems.map(({ id }) => id),
            ),
            ...key(
                'entity',
                entities.map(({ id }) => id),
            ),
            ...key(
                'field',
                fields.map(({ id }) => id),
            ),
            ...key(
                'flow',
                flows.map(({ id }) => id),
            ),
            ...key('metric', touchpoint.metrics),
            ...key(
                'pain',
                touchpoint.pains.map(({ id }) => id),
            ),
            ...key(
                'opportunity',
                touchpoint.opportunities.map(({ id }) => id),
            ),
            ...key('lifecycle-stage', stage?.within ?? []),
        ],
        near: journey.ways.flatMap(({ from, to }) => (from === touchpoint.id ? [`touchpoint:${to}`] : to === touchpoint.id ? [`touchpoint:${from}`] : [])),
    });
}
