import type { CrmModel, Entity, Flow, View } from '../../model/crm-model.ts';
import { journeysFor, audienceTitles } from '../audience.ts';
import { copySample, keySample, masterSample, personSample, requiredSample, whenUsed } from '../fields/samples.ts';
import { regionCode, titleOf } from '../landscape/card-content.ts';
import { departures } from '../landscape/flow-words.ts';
import { flowTiming } from '../landscape/legend-groups.ts';
import type { Block } from '../marks.ts';
import type { FactPanel } from '../parts/fact-panel.ts';
import type { FlowTiming } from '../parts/flow-line.ts';
import { flowLine, flowSample } from '../parts/flow-line.ts';
import type { LegendEntry, LegendGroup } from '../parts/legend.ts';
import { painWords } from '../overlay-words.ts';
import { viewSheet } from '../parts/page.ts';
import { select } from '../select.ts';
import type { Sheet } from '../sheet.ts';
import type { StyleName } from '../style-names.ts';
import { reviewFact } from '../words/review-words.ts';
import { capitalised, countWords, durationWords, numberWords, percentWords, perWords } from '../words/value-words.ts';
import { label } from '../words/vocabulary-words.ts';
import { centreCard } from './centre-card.ts';
import type { Concept } from './concept.ts';
import { conceptOf, interfacesOf, twinOf } from './concept.ts';
import { lookOf, type ProfileLook } from './profile-look.ts';
import type { ProfileCentre, ProfileDiagram, ProfileLink, ProfileSide } from './profile-parts.ts';
import { consumerSide, sourceSide } from './profile-sides.ts';

export type { ProfileDiagram } from './profile-parts.ts';

/** What the profile of a view shows: one entity across all systems; undefined where the view names no entity of the model. */
export function profileDiagram(model: CrmModel, view: View): ProfileDiagram | undefined {
    const entity = profiledEntity(model, view);
    if (entity === undefined) {
        return undefined;
    }
    const shown: CrmModel = { ...model, flows: chosenFlows(model, view, entity.system), journeys: journeysFor(model, view) };
    const concept = conceptOf(shown, entity);
    const all = conceptOf(model, entity);
    const leftOut = all.incoming.length + all.outgoing.length - concept.incoming.length - concept.outgoing.length;
    const look = lookOf(view);
    const { hidden } = look;
    const [left, right] = [sourceSide(shown, concept, look), consumerSide(shown, concept, look)];
    return {
        kind: 'profile',
        sheet: sheetOf(model, view, concept, leftOut),
        showTitle: !hidden.has('title'),
        ...(hidden.has('facts') ? {} : { facts: factsOf(shown, concept, look) }),
        centre: centreOf(shown, concept, [left, right]),
        left,
        right,
        legend: hidden.has('legend') ? [] : legendOf(shown, concept, look),
    };
}

/** The entity that a profile is of: the first one of the map where the view names none. */
export function profiledEntity(model: CrmModel, view: View): Entity | undefined {
    const entities = model.systems.flatMap((system) => system.entities);
    return view.of === undefined ? entities[0] : entities.find((candidate) => candidate.id === view.of?.id);
}

/** The flows that `include` and `exclude` leave; a selector that speaks of other systems keeps their flows with the entity's own. */
export function chosenFlows(model: CrmModel, view: View, home: string): readonly Flow[] {
    const own = (flow: Flow): boolean => flow.from.system === home || flow.to.system === home;
    const plain = select(model, view.include, view.exclude).flows;
    if (view.include.length === 0 || model.flows.some((flow) => plain.has(flow.id) && own(flow))) {
        return model.flows.filter((flow) => plain.has(flow.id));
    }
    const withHome = select(model, [...view.include, { select: 'thing', kind: 'system', id: home }], view.exclude).flows;
    return model.flows.filter((flow) => withHome.has(flow.id));
}

/** How much of the entity's border the lines of a side need, in px. */
function portsAt(side: ProfileSide): number {
    return 48 + linksOf(side).reduce((sum, link) => sum + (link.lands.at === 'field' ? 24 : link.lands.at === 'entity' ? 20 : 0), 0);
}

function linksOf(side: ProfileSide): readonly ProfileLink[] {
    return side.entries.flatMap((entry) => (entry.type === 'item' ? entry.links : []));
}

function centreOf(model: CrmModel, concept: Concept, sides: readonly ProfileSide[]): ProfileCentre {
    const { entity } = concept;
    const linesAt = (field: string): number =>
        Math.max(...sides.map((side) => linksOf(side).filter(({ lands }) => lands.at === 'field' && lands.field === field).length));
    const rows = entity.fields.map((field) => {
        const { filledBy, readBy } = interfacesOf(model, field.id);
        const numbers = (flows: readonly Flow[]): string[] => flows.map((flow) => flow.number);
        const words = [
            field.name,
            ...(field.key ? ['key'] : []),
            ...(field.required ? ['required'] : []),
            ...(field.personal ? ['personal data'] : []),
            ...(filledBy.length === 0 ? [] : [`filled by ${numbers(filledBy).join(', ')}`]),
            ...(readBy.length === 0 ? [] : [`read by ${numbers(readBy).join(', ')}`]),
        ];
        return { field, label: words.join(', '), filledBy: numbers(filledBy), readBy: numbers(readBy), lines: linesAt(field.id) };
    });
    const card = centreCard(entity, rows, Math.max(...sides.map(portsAt)));
    const system = model.systems.find((candidate) => candidate.id === entity.system);
    const caption = system?.title ?? entity.system;
    const reach = concept.incoming.some((each) => each.systemOnly);
    const leave = concept.outgoing.some((each) => each.systemOnly);
    const what = reach && leave ? 'Reaches or leaves' : reach ? 'Reaches' : 'Leaves';
    return {
        caption,
        ...(system?.region === undefined ? {} : { code: regionCode(model, system.region) }),
        thing: { kind: 'entity', id: entity.id, label: `${entity.title}, ${entity.master ? 'system of record' : 'copy in'} ${caption}` },
        block: card.block,
        rows: card.rows,
        ...(reach || leave ? { systemWords: `${what} ${caption}; no entity named` } : {}),
    };
}

function factsOf(model: CrmModel, concept: Concept, { overlays }: ProfileLook): FactPanel {
    const { entity, twins } = concept;
    const system = model.systems.find((candidate) => candidate.id === entity.system);
    const masters = [entity, ...twins].filter((candidate) => candidate.master).map((candidate) => titleOf(model.systems, candidate.system));
    const owner = entity.owner ?? system?.owner;
    const fieldName = (id: string): string => entity.fields.find((field) => field.id === id)?.name ?? id;
    const personal = entity.fields.filter((field) => field.personal).length;
    const pains = [...new Set([...concept.uses, ...concept.captures].map(({ touchpoint }) => touchpoint))].flatMap((touchpoint) => touchpoint.pains);
    const more: FactPanel['facts'] = [
        ...(twins.length === 0
            ? []
            : [{ caption: 'Same record in', value: twins.map((twin) => `${titleOf(model.systems, twin.system)} (${twin.title})`).join(', ') }]),
        ...(entity.survivorship === undefined ? [] : [{ caption: 'Survivorship', value: label(entity.survivorship) }]),
        ...(entity.consentFrom.length === 0 ? [] : [{ caption: 'Consent from', value: entity.consentFrom.map((id) => nameOf(model, id)).join(', ') }]),
        ...(entity.subjects.length === 0 ? [] : [{ caption: 'Subjects', value: entity.subjects.join(', ') }]),
        ...(overlays.has('lifecycle') ? [{ caption: 'Lifecycle', value: label(entity.life ?? system?.life ?? 'active') }] : []),
        ...(overlays.has('personal') ? [{ caption: 'Personal data', value: `${personal} of ${countWords(entity.fields.length, 'field')}` }] : []),
        ...(overlays.has('pain') ? [{ caption: 'Pains at touchpoints', value: painWords(pains) || 'None stated' }] : []),
    ];
    return {
        columns: 4,
        facts: [
            {
                caption: 'System of record',
                value: masters.length === 0 ? undefined : masters.join(', '),
                ...(masters.length === 0 ? {} : { after: masterSample }),
            },
            { caption: 'Match on', value: entity.match.length === 0 ? undefined : entity.match.map(fieldName).join(', ') },
            { caption: 'Volume', value: volumeOf(entity) },
            { caption: 'Classification', value: system?.classification && label(system.classification) },
            { caption: 'Owner', value: owner === undefined ? undefined : titleOf(model.teams, owner) },
            { caption: 'Legal basis', value: entity.basis && label(entity.basis) },
            { caption: 'Keep for', value: entity.retention && durationWords(entity.retention) },
            { caption: 'Region', value: system?.region === undefined ? undefined : titleOf(model.regions, system.region) },
            ...more,
        ],
    };
}

function nameOf(model: CrmModel, id: string): string {
    const touchpoints = model.journeys.flatMap((journey) => journey.stages.flatMap((stage) => stage.touchpoints));
    return touchpoints.find((touchpoint) => touchpoint.id === id)?.title ?? titleOf(model.systems, id);
}

/** `410 000, +8 % a year`. */
export function volumeOf({ volume }: Pick<Entity, 'volume'>): string | undefined {
    if (volume === undefined) {
        return undefined;
    }
    const rate = `${numberWords(volume.amount)}${volume.per === undefined ? '' : ` ${perWords(volume.per)}`}`;
    return volume.growth === undefined
        ? rate
        : `${rate}, +${percentWords(volume.growth)}${volume.growthPer === undefined ? '' : ` ${perWords(volume.growthPer)}`}`;
}

function sheetOf(model: CrmModel, view: View, concept: Concept, leftOut: number): Sheet {
    const { entity, incoming, outgoing } = concept;
    const review = reviewFact(model.map);
    const purpose = view.purpose ?? entity.purpose ?? model.map.purpose;
    const touchpoints = new Set([...concept.uses, ...concept.captures].map((use) => use.touchpoint)).size;
    const back = (flows: readonly { readonly flow: Flow }[]): number => flows.filter(({ flow }) => flow.twoWay).length;
    const [into, out] = [incoming.length + back(outgoing), outgoing.length + back(incoming)];
    const where = titleOf(model.systems, entity.system);
    const audience = audienceTitles(model, view);
    return {
        ...viewSheet(view),
        role: 'entity profile',
        caption: `${model.map.title}  \u00b7  Profile of ${entity.title}`,
        title: view.title ?? entity.title,
        ...(purpose === undefined ? {} : { purpose }),
        description: `${entity.title} in ${where}: ${countWords(into, 'interface')} in, ${countWords(out, 'interface')} out, ${countWords(touchpoints, 'touchpoint')}; ${countWords(entity.fields.length, 'field')}, ${entity.fields.filter((field) => field.personal).length} of them personal.${departures(
            model,
            [...incoming, ...outgoing].map(({ flow }) => flow),
        )}${leftOut > 0 ? ` The view leaves out ${countWords(leftOut, 'interface')}.` : ''}`,
        facts: [
            { caption: 'Shows', value: `${countWords(into, 'interface')} in`, second: `${countWords(out, 'interface')} out` },
            ...(leftOut > 0 ? [{ caption: 'Left out', value: countWords(leftOut, 'interface'), second: 'by this view' }] : []),
            ...(audience.length > 0 ? [{ caption: 'For', value: audience.join(', ') }] : []),
            ...(review === undefined ? [] : [review]),
        ],
    };
}

const timings: readonly FlowTiming[] = ['real-time', 'near-real-time', 'event', 'scheduled', 'manual'];

function legendOf(model: CrmModel, concept: Concept, { hidden }: ProfileLook): LegendGroup[] {
    const { entity, twins } = concept;
    const uses = concept.uses.filter((use) => twinOf(concept, use) === undefined);
    const captures = concept.captures.filter((use) => twinOf(concept, use) === undefined);
    const flows = [...concept.incoming, ...concept.outgoing].map((each) => each.flow);
    const systems = model.systems.filter(
        (system) => flows.some((flow) => flow.from.system === system.id || flow.to.system === system.id) || twins.some((twin) => twin.system === system.id),
    );
    const others = systems
        .flatMap((system) => system.entities)
        .filter((other) => twins.includes(other) || flows.some((flow) => flow.from.entity === other.id || flow.to.entity === other.id));
    const entities = [entity, ...(hidden.has('entities') ? [] : others.filter((other) => other.id !== entity.id))];
    const mixed = flows.find((flow) => flow.twoWay);
    const outer = systems.filter((system) => system.id !== entity.system);
    const leaving = (['retiring', 'retired'] as const).filter((life) => outer.some((system) => system.life === life));
    return [
        {
            caption: 'Lines',
            entries: [
                ...timingEntries(flows),
                ...whenUsed(mixed !== undefined, flowSample(32, mixed && flowTiming(mixed), 'both'), 'Both ways'),
                ...whenUsed(
                    uses.length > 0,
                    useSample,
                    uses.some((use) => use.fresh !== undefined) ? 'Used at a touchpoint, oldest age allowed' : 'Used at a touchpoint',
                ),
                ...whenUsed(captures.length > 0, captureSample, 'Captured at a touchpoint'),
            ],
        },
        {
            caption: 'Data',
            entries: [
                ...whenUsed(
                    entities.some((each) => each.master),
                    masterSample,
                    'System of record',
                ),
                ...whenUsed(
                    entities.some((each) => !each.master),
                    copySample,
                    'Copy',
                ),
                ...whenUsed(
                    flows.some((flow) => flow.personal) || entities.some((each) => each.fields.some((field) => field.personal)),
                    personSample,
                    'Personal data',
                ),
                ...whenUsed(
                    entity.fields.some((field) => field.key),
                    keySample,
                    'Key',
                ),
                ...whenUsed(
                    entity.fields.some((field) => field.required),
                    requiredSample,
                    'Required',
                ),
                ...leaving.flatMap((life) => whenUsed(true, cardSample(life), label(life))),
                ...whenUsed(
                    outer.some((system) => system.life === 'planned'),
                    cardSample('planned'),
                    'Planned',
                ),
            ],
        },
    ];
}

/** A line style each. What looks alike shares its sample: solid lines say below which of them they are. */
function timingEntries(flows: readonly Flow[]): LegendEntry[] {
    const used = timings.filter((timing) => flows.some((flow) => flowTiming(flow) === timing));
    const solid = [
        ...(used.includes('real-time') ? ['real-time'] : []),
        ...(used.includes('event') ? ['on event'] : []),
        ...(used.length > 0 && flows.some((flow) => flowTiming(flow) === undefined) ? ['timing not stated'] : []),
    ];
    return [
        ...whenUsed(solid.length > 0, flowSample(32), capitalised(solid.join(', '))),
        ...used.filter((timing) => timing !== 'real-time' && timing !== 'event').map((timing) => ({ sample: flowSample(32, timing), label: label(timing) })),
    ];
}

const useLine = flowLine({
    points: [
        { x: 0, y: 4 },
        { x: 32, y: 4 },
    ],
    look: 'flow-use',
}).filter((mark) => !('style' in mark && mark.style === 'hit'));
const captureSample: Block = { width: 32, height: 8, marks: useLine };
const useSample: Block = { ...captureSample, marks: [...useLine, { type: 'circle', x: 3.5, y: 4, radius: 3.5, style: ['fill-canvas', 'stroke-ink3', 'w15'] }] };

function cardSample(look: StyleName): Block {
    return { width: 28, height: 16, marks: [{ type: 'rect', x: 0, y: 0, width: 28, height: 16, radius: 4, style: ['card', look] }] };
}
