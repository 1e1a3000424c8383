import type { CrmModel, Field, System, Touchpoint, View } from '../../model/crm-model.ts';
import { channelIcon } from '../icon-names.ts';
import { cardContent, regionCode, titleOf } from '../landscape/card-content.ts';
import { systemLabel } from '../landscape/flow-words.ts';
import type { CardContent, CardEntity } from '../landscape/system-card.ts';
import { cardWidth, systemCard } from '../landscape/system-card.ts';
import type { Block, Mark, ThingRef } from '../marks.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';
import { withStyle } from '../style-names.ts';
import { countWords } from '../words/value-words.ts';
import { label } from '../words/vocabulary-words.ts';
import type { TraceCard, TracePart } from './trace-content.ts';

/** A card before it has its final size. */
export interface CardPlan {
    readonly thing: ThingRef;
    /** That its words need, in px. */
    readonly width: number;
    draw(width: number, minHeight: number): Block;
}

const touchpointText = 164;
const inner = 12;

/** What the card of a box says. The traced thing itself, where it is no touchpoint, is `traced`. */
export function planCard(model: CrmModel, view: View, card: TraceCard, traced: { readonly kind: string; readonly id: string }): CardPlan | undefined {
    if (card.kind === 'fold') {
        return foldPlan(model, card, traced);
    }
    if (card.kind === 'touchpoint') {
        const touchpoint = model.journeys.flatMap((journey) => journey.stages.flatMap((stage) => stage.touchpoints)).find((each) => each.id === card.id);
        return touchpoint && touchpointPlan(model, view, touchpoint, card);
    }
    const system = model.systems.find((each) => each.id === card.id);
    if (system === undefined) {
        return undefined;
    }
    if (card.side !== 'centre' || traced.kind === 'system') {
        return systemPlan(model, view, system, card);
    }
    return dataPlan(model, view, system, traced);
}

/** What the traced thing depends on, and what depends on it as well. */
export function isBoth(card: TraceCard): boolean {
    return card.side === 'up' && card.up && card.down;
}

/** The title of an entity or a field with the entity before it, by its id. */
export function dataTitle(model: CrmModel, id: string): string {
    for (const entity of model.systems.flatMap((system) => system.entities)) {
        if (entity.id === id) {
            return entity.title;
        }
        const field = entity.fields.find((each) => each.id === id);
        if (field !== undefined) {
            return `${entity.title}.${field.title}`;
        }
    }
    return id;
}

function emphasised(block: Block, isCentre: boolean): Block {
    const [ground, ...rest] = block.marks;
    return isCentre && ground?.type === 'rect' ? { ...block, marks: [{ ...ground, style: withStyle(ground.style, 'emphasis') }, ...rest] } : block;
}

function systemPlan(model: CrmModel, view: View, system: System, card: TraceCard): CardPlan {
    const isCentre = card.side === 'centre';
    const both = isBoth(card);
    const whole = cardContent(model, { ...view, hide: [...view.hide, 'facts'] }, system, [], true);
    const rows = view.hide.includes('entities') ? [] : card.parts.flatMap((part) => partRow(system, part));
    const content: CardContent = {
        ...whole,
        tags: [...whole.tags, ...(both ? ['Depends on it, too'] : card.aside ? ['Depends on it'] : [])],
        entities: isCentre ? whole.entities : rows,
    };
    return {
        thing: {
            kind: 'system',
            id: system.id,
            label: systemLabel(system, content.subtitle) + spokenRows(content.entities) + (both ? '; depends on it, too' : ''),
        },
        width: cardWidth(content),
        draw: (width, minHeight) => emphasised(systemCard(content, width, minHeight), isCentre),
    };
}

function spokenRows(rows: readonly CardEntity[]): string {
    return rows.length === 0 ? '' : `: ${rows.map((row) => row.title).join('; ')}`;
}

function partRow(system: System, part: TracePart): CardEntity[] {
    const entity = system.entities.find((each) => each.id === part.entity);
    if (entity === undefined) {
        return [];
    }
    const fields = entity.fields.filter((field) => part.fields === undefined || part.fields.includes(field.id));
    const names = part.fields === undefined ? '' : `: ${fields.map((field) => field.title).join(', ')}`;
    const title = `${entity.title}${names}`;
    const personal = fields.some((field) => field.personal);
    const [only] = fields;
    const thing = part.fields?.length === 1 && only !== undefined ? only : entity;
    return [
        {
            thing: { kind: thing.kind, id: thing.id, label: `${title}, ${entity.master ? 'system of record' : 'copy'}${personal ? ', personal data' : ''}` },
            title,
            master: entity.master,
            personal,
        },
    ];
}

/** The card of a traced entity or field: named for it, with the system that holds it below. */
function dataPlan(model: CrmModel, view: View, system: System, traced: { readonly kind: string; readonly id: string }): CardPlan {
    const entity = system.entities.find((each) => each.id === traced.id || each.fields.some((field) => field.id === traced.id));
    const field = entity?.fields.find((each) => each.id === traced.id);
    const title = dataTitle(model, traced.id);
    const fields = entity?.fields ?? [];
    const rows: CardEntity[] = field
        ? []
        : fields.map((each) => ({
              thing: { kind: 'field', id: each.id, label: each.title },
              title: each.title,
              master: entity?.master === true,
              personal: each.personal,
          }));
    const content: CardContent = {
        system: { ...system, title },
        subtitle: `in ${system.title}`,
        ...(system.region === undefined ? {} : { code: regionCode(model, system.region) }),
        tags: [entity?.master === true ? 'System of record' : 'Copy', ...(system.life === undefined || system.life === 'active' ? [] : [label(system.life)])],
        entities: rows,
        facts: [...(field === undefined ? [] : fieldFacts(field)), ...cardContent(model, { ...view, hide: ['facts'] }, system, [], false).facts],
        lists: [],
    };
    return {
        thing: { kind: traced.kind, id: traced.id, label: `${title} in ${system.title}` },
        width: cardWidth(content),
        draw: (width, minHeight) => emphasised(systemCard(content, width, minHeight), true),
    };
}

function fieldFacts(field: Field): CardContent['facts'] {
    const marks = [
        ...(field.key ? ['key'] : []),
        ...(field.required ? ['required'] : []),
        ...(field.encrypted ? ['encrypted'] : []),
        ...(field.deprecated ? ['deprecated'] : []),
    ];
    const type = `${field.type.name}${field.type.numbers.length > 0 ? `(${field.type.numbers.join(', ')})` : ''}`;
    return [
        { key: 'Type', values: [type] },
        ...(field.personal || field.sensitive ? [{ key: 'Personal data', values: [field.sensitive ? 'yes, sensitive' : 'yes'] }] : []),
        ...(marks.length > 0 ? [{ key: 'Is', values: [marks.join(', ')] }] : []),
    ];
}

interface CardLine {
    readonly icon?: Extract<Mark, { type: 'icon' }>['icon'];
    readonly colour?: 'stroke-red' | 'stroke-green';
    readonly lines: readonly string[];
    readonly thing?: ThingRef;
}

function touchpointPlan(model: CrmModel, view: View, touchpoint: Touchpoint, card: TraceCard): CardPlan {
    const journey = model.journeys.find((each) => each.id === touchpoint.journey);
    const stage = journey?.stages.find((each) => each.id === touchpoint.stage);
    const where = [journey?.title, stage?.title].filter((text) => text !== undefined).join(' · ');
    const channels = touchpoint.channels.flatMap((id) => model.channels.find((channel) => channel.id === id) ?? []);
    const small = fontOf('small');
    const title = wrapText(touchpoint.title, touchpointText, fontOf('card-title'));
    const places = wrapText(where, touchpointText, small);
    const [first] = channels;
    const channelLines = wrapText(channels.map((channel) => channel.title).join(', '), touchpointText - 22 - (touchpoint.momentOfTruth ? 20 : 0), small);
    const room = touchpointText - 20;
    const added: CardLine[] = [
        ...(card.aside ? [{ lines: wrapText('Depends on it', touchpointText, small) }] : []),
        ...(view.overlays.includes('owner') && touchpoint.owner !== undefined
            ? [{ lines: wrapText(`owner ${titleOf(model.teams, touchpoint.owner)}`, touchpointText, small) }]
            : []),
        ...touchpoint.pains.map(
            (pain): CardLine => ({
                icon: 'pain',
                colour: 'stroke-red',
                lines: wrapText(pain.title, room, small),
                thing: { kind: 'pain', id: pain.id, label: `Pain: ${pain.title}` },
            }),
        ),
        ...touchpoint.opportunities.map(
            (each): CardLine => ({
                icon: 'opportunity',
                colour: 'stroke-green',
                lines: wrapText(each.title, room, small),
                thing: { kind: 'opportunity', id: each.id, label: `Opportunity: ${each.title}` },
            }),
        ),
    ];
    const words = added.flatMap((line) => line.lines.map((text) => ({ text, indent: line.icon === undefined ? 0 : 20 })));
    const wanted = Math.max(
        136,
        linesWidth(title, fontOf('card-title')),
        linesWidth(places, small),
        linesWidth(channelLines, small) + 22 + (touchpoint.momentOfTruth ? 20 : 0),
        ...words.map(({ text, indent }) => linesWidth([text], small) + indent),
    );
    const spoken = [touchpoint.title, where, ...channels.map((channel) => channel.title), ...(touchpoint.momentOfTruth ? ['moment of truth'] : [])];
    return {
        thing: { kind: 'touchpoint', id: touchpoint.id, label: spoken.filter((text) => text !== '').join(', ') },
        width: Math.ceil((wanted + 2 * inner) / 4) * 4,
        draw: (width, minHeight) => {
            const marks: Mark[] = [];
            let y = 24;
            if (first !== undefined) {
                marks.push(
                    { type: 'icon', icon: channelIcon(first.name, first.title), x: inner, y: 10, style: ['icon', 'stroke-ink2'] },
                    ...textLines(channelLines, inner + 22, 22, 13, 'small'),
                );
                y = 44 + Math.max(0, channelLines.length - 1) * 13;
            }
            if (touchpoint.momentOfTruth) {
                marks.push({ type: 'icon', icon: 'star', x: width - 26, y: 11, scale: 1.15, style: 'fill-amber' });
                y = Math.max(y, 42);
            }
            marks.push(...textLines(title, inner, y, 18, 'card-title'));
            y += Math.max(0, title.length - 1) * 18;
            marks.push(...textLines(places, inner, y + 17, 14, 'small'));
            y += 17 + Math.max(0, places.length - 1) * 14;
            for (const line of added) {
                const indent = line.icon === undefined ? 0 : 20;
                const drawn: Mark[] = [
                    ...(line.icon === undefined
                        ? []
                        : [{ type: 'icon', icon: line.icon, x: inner - 1, y: y + 8, scale: 0.85, style: ['icon', line.colour ?? 'stroke-ink2'] } as const]),
                    ...textLines(line.lines, inner + indent, y + 19, 14, ['small', 'fill-ink2']),
                ];
                marks.push(...(line.thing ? [{ type: 'group', thing: line.thing, inner: true, marks: drawn } as const] : drawn));
                y += 19 + Math.max(0, line.lines.length - 1) * 14;
            }
            const height = Math.ceil(Math.max(minHeight, y + 14) / 4) * 4;
            const isCentre = card.side === 'centre';
            const ground: Mark = { type: 'rect', x: 0, y: 0, width, height, radius: 8, style: isCentre ? ['card', 'emphasis'] : 'card' };
            return { width, height, marks: [ground, ...marks] };
        },
    };
}

/** One card in place of many: their number by kind and how far they are; their names are in its title. */
function foldPlan(model: CrmModel, card: TraceCard, traced: { readonly kind: string; readonly id: string }): CardPlan {
    const systems = card.folded.filter((each) => each.kind === 'system').length;
    const touchpoints = card.folded.length - systems;
    const counts = [...(systems > 0 ? [countWords(systems, 'system')] : []), ...(touchpoints > 0 ? [countWords(touchpoints, 'touchpoint')] : [])];
    const farthest = Math.max(...card.folded.map((each) => each.depth));
    const away = card.depth === farthest ? countWords(card.depth, 'step') : `${card.depth} to ${countWords(farthest, 'step')}`;
    const all = [...model.systems, ...model.journeys.flatMap((journey) => journey.stages.flatMap((stage) => stage.touchpoints))];
    const names = card.folded.map((each) => titleOf(all, each.id)).join(', ');
    const title = `${counts.join(' and ')} more`;
    const lines = [`${away} away, folded`, 'Their names are in the tooltip'];
    const width = Math.max(linesWidth([title], fontOf('card-title')), linesWidth(lines, fontOf('small'))) + 2 * inner;
    return {
        thing: { kind: traced.kind, id: traced.id, label: `${title}, ${away} away: ${names}` },
        width: Math.ceil(width / 4) * 4,
        draw: (wide, minHeight) => {
            const height = Math.ceil(Math.max(minHeight, 76) / 4) * 4;
            return {
                width: wide,
                height,
                marks: [
                    { type: 'rect', x: 4, y: 4, width: wide, height, radius: 8, style: 'card' },
                    { type: 'rect', x: 0, y: 0, width: wide, height, radius: 8, style: 'card' },
                    { type: 'text', x: inner, y: 25, text: title, style: 'card-title' },
                    ...textLines(lines, inner, 43, 15, ['small', 'fill-ink2']),
                ],
            };
        },
    };
}
