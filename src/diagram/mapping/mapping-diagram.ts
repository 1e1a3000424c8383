import type { CrmModel, Entity, Field, Flow, FlowEnd, Mapping, View } from '../../model/crm-model.ts';
import { errorSample, fieldEntries, ringSample, warningSample, whenUsed } from '../fields/samples.ts';
import { typeWords } from '../fields/type-words.ts';
import { categoryIcon } from '../icon-names.ts';
import { regionCode, titleOf } from '../landscape/card-content.ts';
import { leastContent, viewSheet } from '../parts/page.ts';
import { flowSample } from '../parts/flow-line.ts';
import type { LegendGroup } from '../parts/legend.ts';
import type { TableRow } from '../parts/table.ts';
import type { Sheet } from '../sheet.ts';
import { reviewFact } from '../words/review-words.ts';
import { countWords } from '../words/value-words.ts';
import { type ChosenLines, chosenLines } from './chosen-lines.ts';
import { flowPanel } from './flow-panel.ts';
import { mapLineId } from './line-id.ts';
import type { SideCard, SideRow } from './mapping-column.ts';
import { mappedFields, sideWidths, sizedSide } from './mapping-column.ts';
import type { MappingFinding } from './mapping-findings.ts';
import { mappingFindings } from './mapping-findings.ts';
import type { MappingDiagram, MappingLine } from './mapping-parts.ts';
import type { FlowMapping } from './flow-mapping.ts';
import { flowMapping } from './flow-mapping.ts';
import { hasListedValues, pairWords, plate, spokenPlate } from './plate.ts';

export type { MappingDiagram } from './mapping-parts.ts';

/** What lines and plates need between the cards, in px; more than so many tracks are not kept room for beforehand. */
const bareChannel = 132;
const trackRoom = 14;
const mostTracks = 4;
/** Height that a line without a plate takes among plates, in px. */
const lineRoom = 4;
/** How far an end of a line may stand from the middle of its row, in px. */
const mostSlip = 8;

/** What the mapping of a view shows: fields to fields; undefined where the view names no flow of the model. */
export function mappingDiagram(model: CrmModel, view: View): MappingDiagram | undefined {
    const flow = view.of === undefined ? model.flows[0] : model.flows.find((candidate) => candidate.id === view.of?.id);
    if (flow === undefined) {
        return undefined;
    }
    const mapping = flowMapping(model, flow);
    const entityTitle = (id: string): string => entityOf(model, id)?.title ?? id;
    const chosen = chosenLines(model, view, mapping);
    const findings = mappingFindings(model, mapping, entityTitle).filter(({ field }) => chosen.fields.has(field.id));
    const hidden = new Set(view.hide);
    const sides = { model, view, mapping, findings, chosen };
    const [leftCards, rightCards] = [sideCards(sides, 'source'), sideCards(sides, 'target')];
    const widestPlate = Math.max(0, ...flow.mappings.map((each) => plate(flow, each)?.width ?? 0));
    const between = bareChannel + widestPlate + trackRoom * Math.min(mostTracks, flow.mappings.length);
    const [leftWidth, rightWidth] = sideWidths(leftCards, rightCards, between, leastContent);
    const left = sizedSide(leftCards, leftWidth);
    const right = sizedSide(rightCards, rightWidth);
    const lines = flow.mappings.flatMap((each, index): MappingLine[] => {
        if (!chosen.lines.has(index)) {
            return [];
        }
        const own = plate(flow, each);
        const from = each.sources.map((_, source) => left.ports.get(`${index} ${source}`) ?? 0).sort((a, b) => a - b);
        const to = right.ports.get(`${index}`) ?? 0;
        const alone = flow.mappings.filter((other, at) => other.target === each.target && chosen.lines.has(at)).length === 1;
        const line = {
            id: mapLineId(flow, index),
            thing: { kind: 'map', id: mapLineId(flow, index), label: lineLabel(flow, each) },
            from,
            // A line that would make a small jog goes straight.
            to: alone && Math.abs((from[0] ?? 0) - to) <= mostSlip ? (from[0] ?? 0) : to,
            twoWay: flow.twoWay,
            ...(own === undefined ? {} : { plate: own }),
        };
        return [line];
    });
    return {
        kind: 'mapping',
        sheet: sheetOf(model, view, mapping, findings, chosen.leftOut),
        showTitle: !hidden.has('title'),
        ...(hidden.has('facts') ? {} : { panel: flowPanel(model, flow) }),
        left: left.column,
        right: right.column,
        lines,
        ...(flow.mappings.length === 0
            ? { empty: 'This flow maps no field yet. Write in it, for instance: map Email -> Email' }
            : lines.length === 0
              ? { empty: 'No map line matches what this view includes and excludes.' }
              : {}),
        findings: findings.map((finding) => findingRow(finding, mapping)),
        values: flow.mappings
            .filter((each, index) => chosen.lines.has(index) && hasListedValues(each))
            .map((each) => ({ cells: [lineTitle(each), each.values.map(pairWords).join('  \u00b7  ')] })),
        legend: hidden.has('legend') ? [] : legendOf(mapping, findings, chosen),
    };
}

function lastPart(id: string): string {
    return id.slice(id.lastIndexOf('.') + 1);
}

function lineTitle(mapping: Mapping): string {
    return `${mapping.sources.map(lastPart).join(' and ')} \u2192 ${lastPart(mapping.target)}`;
}

function lineLabel(flow: Flow, mapping: Mapping): string {
    const words = spokenPlate(flow, mapping);
    return `${mapping.sources.map(lastPart).join(' and ')} to ${lastPart(mapping.target)}${flow.twoWay ? ' and back' : ''}${words === undefined ? '' : `, ${words}`}`;
}

function entityOf(model: CrmModel, id: string): Entity | undefined {
    return model.systems.flatMap((system) => system.entities).find((entity) => entity.id === id);
}

interface Sides {
    readonly model: CrmModel;
    readonly view: View;
    readonly mapping: FlowMapping;
    readonly findings: readonly MappingFinding[];
    readonly chosen: ChosenLines;
}

function sideCards({ model, view, mapping, findings, chosen }: Sides, side: 'source' | 'target'): SideCard[] {
    const { flow } = mapping;
    const entities = side === 'source' ? mapping.sources : mapping.targets;
    const end: FlowEnd = side === 'source' ? flow.from : flow.to;
    const used = new Set(flow.mappings.flatMap((each) => (side === 'source' ? each.sources : [each.target])));
    const topmost = topmostSources(mapping);
    const ports = (field: Field): SideRow['ports'] =>
        flow.mappings.flatMap((each, index) => {
            if (!chosen.lines.has(index)) {
                return [];
            }
            if (side === 'target') {
                return each.target === field.id ? [{ line: `${index}` }] : [];
            }
            const passes = topmost[index] === field.id;
            const half = (plate(flow, each)?.height ?? lineRoom) / 2;
            return each.sources.flatMap((source, at) => (source === field.id ? [{ line: `${index} ${at}`, ...(passes ? { half } : {}) }] : []));
        });
    if (entities.length === 0) {
        return [systemCard(model, end.system)];
    }
    return entities.map((entity) => ({
        thing: { kind: 'entity', id: entity.id, label: `${entity.title}, ${titleOf(model.systems, entity.system)}` },
        head: headOf(model, view, entity),
        rows: entity.fields
            .filter(({ id }) => chosen.fields.has(id))
            .map((field): SideRow => {
                const own = findings.filter((finding) => finding.field.id === field.id);
                const isUsed = used.has(field.id) || flow.mappings.length === 0;
                const missing = own.some((finding) => finding.rule === 'MAP001');
                return {
                    content: {
                        field,
                        type: typeWords(field, (id) => entityOf(model, id)?.title ?? id),
                        quiet: !isUsed && !missing,
                        notes: own.map((finding) => ({ severity: finding.severity, text: finding.short })),
                    },
                    ports: ports(field),
                    ...(isUsed ? {} : { ring: missing ? 'missing' : 'quiet' }),
                };
            }),
        ...(entity.fields.length === 0
            ? { empty: 'No field is stated.' }
            : entity.fields.some(({ id }) => chosen.fields.has(id))
              ? {}
              : { empty: 'No field of it is part of this view.' }),
    }));
}

/** For each mapping the one of its sources that stands highest. */
function topmostSources({ flow, sources }: FlowMapping): (string | undefined)[] {
    const order = sources.flatMap((entity) => entity.fields.map((field) => field.id));
    return flow.mappings.map((each) => order.find((id) => each.sources.includes(id)));
}

function headOf(model: CrmModel, view: View, entity: Entity): SideCard['head'] {
    const system = model.systems.find((candidate) => candidate.id === entity.system);
    const overlays = new Set(view.overlays);
    const owner = entity.owner ?? system?.owner;
    const personal = entity.fields.filter((field) => field.personal).length;
    const region = system?.region === undefined ? (overlays.has('region') ? 'no region' : undefined) : regionCode(model, system.region);
    const subtitle = [
        system?.title,
        system?.vendor === system?.title ? undefined : system?.vendor,
        region,
        overlays.has('owner') ? (owner === undefined ? 'no owner' : titleOf(model.teams, owner)) : undefined,
        overlays.has('lifecycle') ? (entity.life ?? system?.life ?? 'active') : undefined,
        overlays.has('personal') ? (personal === 0 ? 'no personal field' : countWords(personal, 'personal field')) : undefined,
    ];
    return {
        icon: categoryIcon(system?.category),
        title: entity.title,
        subtitle: subtitle.filter((text) => text !== undefined).join(' \u00b7 '),
        master: entity.master,
    };
}

function systemCard(model: CrmModel, id: string): SideCard {
    const system = model.systems.find((candidate) => candidate.id === id);
    const title = system?.title ?? id;
    const subtitle = [system?.vendor === title ? undefined : system?.vendor, system?.region && regionCode(model, system.region)]
        .filter((text) => text !== undefined)
        .join(' \u00b7 ');
    return {
        thing: { kind: 'system', id, label: title },
        head: { icon: categoryIcon(system?.category), title, subtitle },
        rows: [],
        empty: 'The flow names the system only, no entity in it.',
    };
}

function findingRow(finding: MappingFinding, { sources, targets }: FlowMapping): TableRow {
    const sides = [...sources, ...targets];
    const isAmbiguous = sides.flatMap((entity) => entity.fields).filter((field) => field.name === finding.field.name).length > 1;
    const entity = sides.find((candidate) => candidate.id === finding.field.entity);
    const name = isAmbiguous && sources.length + targets.length > 2 ? `${entity?.title ?? ''} ${finding.field.name}` : finding.field.name;
    return {
        thing: { kind: 'field', id: finding.field.id, label: `${finding.severity === 'error' ? 'Error' : 'Warning'}: ${finding.field.name}. ${finding.long}` },
        cells: [finding.severity === 'error' ? errorSample : warningSample, [{ text: name, style: 'name' }], finding.long],
    };
}

function sheetOf(model: CrmModel, view: View, mapping: FlowMapping, findings: readonly MappingFinding[], leftOut: number): Sheet {
    const { flow } = mapping;
    const review = reviewFact(model.map);
    const purpose = view.purpose ?? flow.purpose ?? model.map.purpose;
    const count = (entities: readonly Entity[], used: readonly string[], what: string): string => {
        const fields = entities.flatMap((entity) => entity.fields);
        return `${mappedFields(fields, new Set(used))} of ${countWords(fields.length, `${what} field`)}`;
    };
    const errors = findings.filter((finding) => finding.severity === 'error').length;
    const warnings = findings.length - errors;
    return {
        ...viewSheet(view),
        role: 'field mapping',
        caption: `${model.map.title}  \u00b7  Mapping`,
        title: view.title ?? (flow.title === '' ? `Mapping of ${flow.number}` : flow.title),
        ...(purpose === undefined ? {} : { purpose }),
        description: describe(model, mapping, errors, warnings, leftOut),
        facts: [
            {
                caption: 'Mapped',
                value: count(
                    mapping.sources,
                    flow.mappings.flatMap((each) => each.sources),
                    'source',
                ),
                second: count(
                    mapping.targets,
                    flow.mappings.map((each) => each.target),
                    'target',
                ),
            },
            ...(flow.mappings.length === 0 ? [] : [findingsFact(errors, warnings)]),
            ...(leftOut > 0 ? [{ caption: 'Left out', value: countWords(leftOut, 'line'), second: 'by this view' }] : []),
            ...(review === undefined ? [] : [review]),
        ],
    };
}

function findingsFact(errors: number, warnings: number): Sheet['facts'][number] {
    const parts = [...(errors > 0 ? [countWords(errors, 'error')] : []), ...(warnings > 0 ? [countWords(warnings, 'warning')] : [])];
    return { caption: 'Findings', value: parts[0] ?? 'None', ...(parts[1] === undefined ? {} : { second: parts[1] }) };
}

/** `Field-level mapping of interface I-02 between Shop customer in Web shop and Contact in Salesforce: 3 lines, 1 error, 1 warning.` */
function describe(model: CrmModel, { flow, sources, targets }: FlowMapping, errors: number, warnings: number, leftOut: number): string {
    const side = (end: FlowEnd, entities: readonly Entity[]): string =>
        entities.length === 0
            ? titleOf(model.systems, end.system)
            : entities.map((entity) => `${entity.title} in ${titleOf(model.systems, entity.system)}`).join(' and ');
    const ends = flow.twoWay
        ? `between ${side(flow.from, sources)} and ${side(flow.to, targets)}`
        : `from ${side(flow.from, sources)} to ${side(flow.to, targets)}`;
    const counts = [
        flow.mappings.length === 0 ? 'no field is mapped' : countWords(flow.mappings.length, 'line'),
        ...(errors > 0 ? [countWords(errors, 'error')] : []),
        ...(warnings > 0 ? [countWords(warnings, 'warning')] : []),
    ];
    const carried = [...sources, ...targets].flatMap((entity) => entity.fields);
    const mapped = new Set(flow.mappings.flatMap((each) => [...each.sources, each.target]));
    const personal = carried.filter((field) => field.personal && mapped.has(field.id)).length;
    const who = personal === 0 ? '' : ` ${countWords(personal, 'mapped field')} ${personal === 1 ? 'is' : 'are'} personal.`;
    const part = leftOut === 0 ? '' : ` The view leaves out ${countWords(leftOut, 'line')}.`;
    return `Field-level mapping of interface ${flow.number} ${ends}: ${counts.join(', ')}.${who}${part}`;
}

function legendOf({ flow, sources, targets }: FlowMapping, findings: readonly MappingFinding[], chosen: ChosenLines): LegendGroup[] {
    const entities = [...sources, ...targets];
    const fields = entities.flatMap((entity) => entity.fields).filter(({ id }) => chosen.fields.has(id));
    const used = new Set(flow.mappings.flatMap((each) => [...each.sources, each.target]));
    const missing = new Set(findings.filter((finding) => finding.rule === 'MAP001').map((finding) => finding.field.id));
    const entries = [
        ...fieldEntries(fields, entities, flow.key.length > 0),
        ...whenUsed(flow.mappings.length > 0 && fields.some((field) => !used.has(field.id) && !missing.has(field.id)), ringSample, 'Not mapped'),
        ...whenUsed(flow.mappings.length > 0 && flow.twoWay, flowSample(32, undefined, 'both'), 'Both ways'),
        ...whenUsed(
            findings.some((finding) => finding.severity === 'error'),
            errorSample,
            'Error',
        ),
        ...whenUsed(
            findings.some((finding) => finding.severity === 'warning'),
            warningSample,
            'Warning',
        ),
    ];
    return [{ caption: '', entries }];
}
