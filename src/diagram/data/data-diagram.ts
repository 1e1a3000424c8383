import type { CrmModel, Entity, Field, System, View } from '../../model/crm-model.ts';
import { fieldEntries, whenUsed } from '../fields/samples.ts';
import { typeWords } from '../fields/type-words.ts';
import { categoryIcon } from '../icon-names.ts';
import { regionCode, titleOf } from '../landscape/card-content.ts';
import { systemLabel } from '../landscape/flow-words.ts';
import type { Block } from '../marks.ts';
import type { FactPanel } from '../parts/fact-panel.ts';
import type { LegendGroup } from '../parts/legend.ts';
import { viewSheet } from '../parts/page.ts';
import { volumeOf } from '../profile/profile-diagram.ts';
import type { Sheet } from '../sheet.ts';
import { isChosen, keyOf, type Subject, subject } from '../subjects.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';
import { reviewFact } from '../words/review-words.ts';
import { countWords, durationWords, limitWords, numberWords } from '../words/value-words.ts';
import { label } from '../words/vocabulary-words.ts';
import { referenceSample } from './crow-foot.ts';
import type { DataCard, DataDiagram, DataReference } from './data-parts.ts';
import type { EntityContent } from './entity-card.ts';
import { entityCard, entityCardWidth, outsideCard } from './entity-card.ts';

export type { DataDiagram } from './data-parts.ts';

/** The widest cards in px; without references three stand side by side. */
const widest = 300;
const threeAcross = 268;

/** What the data of a view's system is: entities, fields and references; undefined where the view names no system of the model. */
export function dataDiagram(model: CrmModel, view: View): DataDiagram | undefined {
    const system = view.of === undefined ? model.systems[0] : model.systems.find((candidate) => candidate.id === view.of?.id);
    if (system === undefined) {
        return undefined;
    }
    const hidden = new Set(view.hide);
    const shown = system.entities.filter((entity) => isChosen(view, entitySubject(model, system, entity)));
    const isShown = (target: Entity | undefined): boolean => target !== undefined && (target.system !== system.id || shown.includes(target));
    const referring = shown.flatMap((entity) => entity.fields.filter((field) => isShown(entityOf(model, field.type.target))));
    const entries = (id: string): number => referring.filter((field) => field.type.target === id).length;
    const contents = shown.map((entity) => contentOf(model, view, system, entity, entries(entity.id)));
    const width = entityCardWidth(contents, referring.length === 0 && contents.length >= 3 ? threeAcross : widest);
    const drawn = new Map(contents.map((content) => [content.entity.id, entityCard(content, width)]));
    const own = shown.map((entity): DataCard => {
        const card = drawn.get(entity.id) as ReturnType<typeof entityCard>;
        return { id: entity.id, thing: { kind: 'entity', id: entity.id, label: entityLabel(entity) }, block: card.block, entry: card.entry };
    });
    const outside = [...new Set(referring.flatMap((field) => field.type.target ?? []))].filter((id) => !drawn.has(id));
    const cards = [...own, ...outside.map((id) => outsideOf(model, view, entityOf(model, id) as Entity, entries(id)))];
    return {
        kind: 'data',
        sheet: sheetOf(model, view, system, shown, referring.length),
        showTitle: !hidden.has('title'),
        ...(hidden.has('facts') ? {} : { panel: panelOf(model, system) }),
        cards,
        references: referring.map((field): DataReference => {
            const target = entityOf(model, field.type.target) as Entity;
            return {
                id: field.id,
                thing: { kind: 'field', id: field.id, label: referenceLabel(model, field, target) },
                from: field.entity,
                fromY: drawn.get(field.entity)?.levels.get(field.id) ?? 0,
                to: target.id,
                required: field.required,
            };
        }),
        legend: hidden.has('legend') ? [] : legendOf(model, system, shown, referring),
        ...(system.entities.length === 0
            ? { empty: `${system.title} has no entities yet. Write one in it: entity Contact { Email : email }` }
            : shown.length === 0
              ? { empty: `No entity of ${system.title} matches what this view includes and excludes.` }
              : {}),
    };
}

function entityOf(model: CrmModel, id: string | undefined): Entity | undefined {
    return id === undefined ? undefined : model.systems.flatMap((system) => system.entities).find((entity) => entity.id === id);
}

function entitySubject(model: CrmModel, system: System, entity: Entity): Subject {
    const owner = entity.owner ?? system.owner;
    const references = (from: Entity): string[] => from.fields.flatMap(({ type }) => type.target ?? []);
    const near = system.entities.filter((other) => references(other).includes(entity.id) || references(entity).includes(other.id));
    const flows = model.flows.filter(({ from, to }) => from.entity === entity.id || to.entity === entity.id);
    return subject(entity, {
        tags: [...entity.tags, ...system.tags],
        owners: owner === undefined ? [] : [owner],
        lives: [entity.life ?? system.life ?? 'active'],
        timings: flows.flatMap(({ timing }) => timing ?? []),
        categories: system.category === undefined ? [] : [system.category],
        regions: system.region === undefined ? [] : [system.region],
        personal: entity.fields.some((field) => field.personal),
        within: [keyOf(system)],
        near: [...near.map(keyOf), ...flows.map(keyOf)],
    });
}

/** What overlays add to an entity's facts. */
function overlayFacts(model: CrmModel, view: View, system: System, entity: Entity): EntityContent['facts'] {
    const overlays = new Set(view.overlays);
    const owner = entity.owner ?? system.owner;
    const personal = entity.fields.filter((field) => field.personal).length;
    return [
        ...(overlays.has('owner') ? [{ key: 'Owner', value: owner === undefined ? 'not stated' : titleOf(model.teams, owner) }] : []),
        ...(overlays.has('region') ? [{ key: 'Region', value: system.region === undefined ? 'not stated' : titleOf(model.regions, system.region) }] : []),
        ...(overlays.has('lifecycle') ? [{ key: 'Lifecycle', value: label(entity.life ?? system.life ?? 'active') }] : []),
        ...(overlays.has('personal') ? [{ key: 'Personal data', value: personal === 0 ? 'no field' : countWords(personal, 'field') }] : []),
    ];
}

function contentOf(model: CrmModel, view: View, system: System, entity: Entity, entries: number): EntityContent {
    const plain = view.hide.includes('facts');
    const fieldName = (id: string): string => entity.fields.find((field) => field.id === id)?.name ?? id;
    const facts: readonly (readonly [string, string | undefined])[] = [
        ['Volume', volumeOf(entity)],
        ['Legal basis', entity.basis && label(entity.basis)],
        ['Keep for', entity.retention && durationWords(entity.retention)],
        ['Match on', entity.match.length === 0 ? undefined : entity.match.map(fieldName).join(', ')],
        ['Same as', entity.sameAs.length === 0 ? undefined : entity.sameAs.map((id) => sameWords(model, id)).join(', ')],
    ];
    return {
        entity,
        facts: [...overlayFacts(model, view, system, entity), ...(plain ? [] : facts.flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }])))],
        rows: entity.fields.map((field) => ({ field, type: typeWords(field, (id) => entityOf(model, id)?.title ?? id), quiet: false, notes: [] })),
        entries,
    };
}

function sameWords(model: CrmModel, id: string): string {
    const other = entityOf(model, id);
    return other === undefined ? id : `${other.title} in ${titleOf(model.systems, other.system)}`;
}

function outsideOf(model: CrmModel, view: View, entity: Entity, entries: number): DataCard {
    const home = model.systems.find(({ id }) => id === entity.system);
    const region = home?.region === undefined ? 'no region' : regionCode(model, home.region);
    const system = `${home?.title ?? entity.system}${view.overlays.includes('region') ? `, ${region}` : ''}`;
    const card = outsideCard(entity, system, entries);
    return { id: entity.id, thing: { kind: 'entity', id: entity.id, label: `${entity.title} in ${system}` }, block: card.block, entry: card.entry };
}

function entityLabel(entity: Entity): string {
    const personal = entity.fields.filter((field) => field.personal).length;
    return `${entity.title}, ${entity.master ? 'system of record' : 'copy'}, ${countWords(entity.fields.length, 'field')}${personal === 0 ? '' : `, ${personal} personal`}`;
}

function referenceLabel(model: CrmModel, field: Field, target: Entity): string {
    const from = entityOf(model, field.entity)?.title ?? field.entity;
    return `${field.name} of ${from} refers to ${field.required ? 'one' : 'one or no'} ${target.title}`;
}

function panelOf(model: CrmModel, system: System): FactPanel {
    const titles = wrapText(system.title, 172, fontOf('card-title'));
    const vendors = wrapText(system.vendor === undefined || system.vendor === system.title ? '' : system.vendor, 172, fontOf('body'));
    const first = vendors.length === 0 && titles.length === 1 ? 43 : 36;
    const below = first + (titles.length - 1) * 18 + 18;
    const lead: Block = {
        width: Math.ceil(44 + Math.max(linesWidth(titles, fontOf('card-title')), linesWidth(vendors, fontOf('body')))),
        height: below + Math.max(0, vendors.length - 1) * 16 + 16,
        marks: [
            { type: 'rect', x: 2, y: 22, width: 32, height: 32, radius: 6, style: 'sunk' },
            { type: 'icon', icon: categoryIcon(system.category), x: 10, y: 30, style: ['icon', 'stroke-ink'] },
            ...textLines(titles, 44, first, 18, 'card-title'),
            ...textLines(vendors, 44, below, 16, 'body'),
        ],
    };
    return {
        lead,
        columns: 3,
        thing: { kind: 'system', id: system.id, label: systemLabel(system, system.vendor) },
        facts: [
            { caption: 'Category', value: system.category && label(system.category) },
            { caption: 'Owner', value: system.owner === undefined ? undefined : titleOf(model.teams, system.owner) },
            { caption: 'Region', value: system.region === undefined ? undefined : titleOf(model.regions, system.region) },
            { caption: 'Classification', value: system.classification && label(system.classification) },
            { caption: 'Users', value: system.users === undefined ? undefined : numberWords(system.users) },
            { caption: 'Limit', value: system.limits.length === 0 ? undefined : system.limits.map(limitWords).join(', ') },
        ],
    };
}

function sheetOf(model: CrmModel, view: View, system: System, shown: readonly Entity[], references: number): Sheet {
    const review = reviewFact(model.map);
    const purpose = view.purpose ?? model.map.purpose;
    const fields = shown.flatMap((entity) => entity.fields);
    const leftOut = system.entities.length - shown.length;
    const personal = fields.filter((field) => field.personal).length;
    const sensitive = fields.filter((field) => field.sensitive).length;
    const counts = [countWords(shown.length, 'entity', 'entities'), countWords(fields.length, 'field'), countWords(references, 'reference')];
    return {
        ...viewSheet(view),
        role: 'data model',
        caption: `${model.map.title}  \u00b7  Data`,
        title: view.title ?? `Data of ${system.title}`,
        ...(purpose === undefined ? {} : { purpose }),
        description: `Data of ${system.title}: ${counts.join(', ')}; ${personal === 0 ? 'no field is personal' : `${countWords(personal, 'field')} personal, ${sensitive} of them sensitive`}.${leftOut === 0 ? '' : ` The view leaves out ${countWords(leftOut, 'entity', 'entities')}.`}`,
        facts: [
            { caption: 'Shows', value: counts[0] ?? '', second: counts[1] ?? '' },
            ...(personal === 0
                ? []
                : [{ caption: 'Personal', value: countWords(personal, 'field'), ...(sensitive === 0 ? {} : { second: `${sensitive} sensitive` }) }]),
            ...(leftOut > 0 ? [{ caption: 'Left out', value: countWords(leftOut, 'entity', 'entities'), second: 'by this view' }] : []),
            ...(review === undefined ? [] : [review]),
        ],
    };
}

function legendOf(model: CrmModel, system: System, shown: readonly Entity[], referring: readonly Field[]): LegendGroup[] {
    const fields = shown.flatMap((entity) => entity.fields);
    const outside = referring.flatMap((field) => entityOf(model, field.type.target) ?? []).filter((entity) => entity.system !== system.id);
    const entities = [...shown, ...outside];
    const entries = [
        ...fieldEntries(fields, entities),
        ...whenUsed(
            referring.some((field) => field.required),
            referenceSample(true),
            'Many refer to one',
        ),
        ...whenUsed(
            referring.some((field) => !field.required),
            referenceSample(false),
            'Many refer to one or none',
        ),
        ...whenUsed(outside.length > 0, outsideSample, 'In another system'),
    ];
    return [{ caption: '', entries }];
}

const outsideSample: Block = {
    width: 26,
    height: 16,
    marks: [{ type: 'rect', x: 0, y: 0, width: 26, height: 16, radius: 4, style: ['fill-frame', 'stroke-edge', 'w1'] }],
};
