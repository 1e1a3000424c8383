import type { CrmModel, Flow, FlowEnd } from '../../model/crm-model.ts';
import type { Block } from '../marks.ts';
import { badge } from '../parts/badge.ts';
import { inlineArrow } from '../parts/flow-line.ts';
import type { TableCell, TableColumn, TableLine, TableRow } from '../parts/table.ts';
import { notStated } from '../parts/table.ts';
import type { RichText } from '../text-lines.ts';
import { timingCellWords } from '../words/timing-words.ts';
import { numberWords, volumePerDay, volumeWords } from '../words/value-words.ts';
import { errorWords, label } from '../words/vocabulary-words.ts';
import { titleOf } from './card-content.ts';
import { flowName } from './flow-words.ts';

export const registerColumns: readonly TableColumn[] = [
    { caption: 'No.', width: 36 },
    { caption: 'Interface' },
    { caption: 'From, to' },
    { caption: 'Pattern' },
    { caption: 'Timing' },
    { caption: 'Protocol, auth' },
    { caption: 'Per day', align: 'end' },
    { caption: 'On error' },
];

const person: Block = { width: 12, height: 12, marks: [{ type: 'icon', icon: 'person', x: 0, y: 0, scale: 0.95, style: 'fill-violet' }] };

/** A row for each flow, in the order of the text. */
export function registerRows(model: CrmModel, flows: readonly Flow[]): TableRow[] {
    return flows.map((flow) => {
        const name = flowName(flow);
        return {
            thing: { kind: 'flow', id: flow.id, label: [flow.number, name].filter((text) => text !== undefined).join(' ') },
            cells: [
                badge(flow.number),
                nameCell(flow, name),
                endsCell(model, flow),
                pattern(model, flow),
                timingCellWords(flow) ?? notStated,
                protocol(flow),
                volume(flow),
                errorWords(flow, (id) => titleOf(model.teams, id)) ?? notStated,
            ],
        };
    });
}

/** Does a cell of the flow's row stay empty? */
export function hasGaps(flow: Flow): boolean {
    const { pattern: way, timing, protocol: how, auth, volume: amount, errors } = flow;
    return flowName(flow) === undefined || errors.length === 0 || [way, timing, how, auth, amount].includes(undefined);
}

function nameCell(flow: Flow, name: string | undefined): TableCell {
    const text: TableLine = name === undefined ? { ...(notStated[0] as TableLine) } : { text: name, style: 'name' };
    return [flow.personal ? { ...text, after: person } : text];
}

function endsCell(model: CrmModel, flow: Flow): TableCell {
    return [
        { text: endText(model, flow.from), style: 'body' },
        { text: endText(model, flow.to), style: 'body', before: inlineArrow(flow.twoWay ? 'both' : 'right') },
    ];
}

function endText(model: CrmModel, end: FlowEnd): RichText {
    const system = model.systems.find((other) => other.id === end.system);
    const title = system?.title ?? end.system;
    const entity = end.entity === undefined ? undefined : (system?.entities.find((other) => other.id === end.entity)?.title ?? end.entity);
    return entity === undefined ? title : [{ text: `${title} · ` }, { text: entity, style: ['weight-500', 'fill-ink'] }];
}

function pattern(model: CrmModel, flow: Flow): TableCell {
    const via = flow.via.map((id) => titleOf(model.systems, id)).join(', ');
    const first: TableLine[] = flow.pattern === undefined ? [...notStated] : [{ text: label(flow.pattern) }];
    return via === '' ? first : [...first, { text: `via ${via}` }];
}

function protocol(flow: Flow): TableCell {
    if (flow.protocol === undefined && flow.auth === undefined) {
        return notStated;
    }
    const dash = notStated[0] as TableLine;
    return [flow.protocol === undefined ? dash : { text: flow.protocol }, flow.auth === undefined ? dash : { text: label(flow.auth) }];
}

function volume(flow: Flow): TableCell {
    if (flow.volume === undefined) {
        return notStated;
    }
    const perDay = volumePerDay(flow.volume);
    return [{ text: perDay === undefined ? volumeWords(flow.volume) : numberWords(perDay), style: ['cell', 'tabular'] }];
}
