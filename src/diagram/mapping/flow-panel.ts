import type { CrmModel, Flow } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import { titleOf } from '../landscape/card-content.ts';
import { flowLabel } from '../landscape/flow-words.ts';
import type { Block } from '../marks.ts';
import { badge } from '../parts/badge.ts';
import type { FactPanel } from '../parts/fact-panel.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';
import { timingCellWords } from '../words/timing-words.ts';
import { durationWords, numberWords } from '../words/value-words.ts';
import { errorWords, label } from '../words/vocabulary-words.ts';

/** What is known of a flow, above its mapping. */
export function flowPanel(model: CrmModel, flow: Flow): FactPanel {
    const latency = flow.latency === undefined ? '' : `, within ${durationWords(flow.latency)}`;
    const timing = timingCellWords(flow);
    return {
        lead: leadOf(model, flow),
        columns: 3,
        thing: { kind: 'flow', id: flow.id, label: flowLabel(model, flow) },
        facts: [
            { caption: 'Pattern', value: flow.pattern && label(flow.pattern) },
            { caption: 'Timing', value: timing === undefined ? undefined : timing + latency },
            { caption: 'Volume', value: volumeOf(flow) },
            { caption: 'Protocol', value: flow.protocol },
            { caption: 'Auth', value: flow.auth && label(flow.auth) },
            { caption: 'On error', value: errorWords(flow, (id) => titleOf(model.teams, id)) },
        ],
    };
}

function volumeOf({ volume }: Flow): string | undefined {
    if (volume === undefined) {
        return undefined;
    }
    const peak = volume.peak === undefined ? '' : `, peak ${numberWords(volume.peak)}`;
    return `${numberWords(volume.amount)}${volume.per === undefined ? '' : ` per ${volume.per}`}${peak}`;
}

const conflicts: Readonly<Record<string, string>> = {
    'most-recent': 'most recent wins',
    'source-of-truth': 'system of record wins',
    'non-null': 'side with a value wins',
    manual: 'a person decides',
};

const relations: Readonly<Record<string, string>> = { enriches: 'Enriches the target', consolidates: 'Consolidates sources', migrates: 'Migrates for good' };

function leadOf(model: CrmModel, flow: Flow): Block {
    const pill = badge(flow.number);
    const textX = pill.width + 10;
    const titles = wrapText(flow.title === '' ? 'Interface' : flow.title, 196 - textX, fontOf('card-title'));
    const via = flow.via.map((id) => titleOf(model.systems, id)).join(', ');
    const conflict = flow.conflict === undefined ? (flow.twoWay ? 'not stated' : undefined) : (conflicts[flow.conflict] ?? flow.conflict);
    const words = [
        `${flow.twoWay ? 'Both ways' : 'One way'}${via === '' ? '' : `, via ${via}`}`,
        ...(conflict === undefined ? [] : [`Conflict: ${conflict}`]),
        ...(flow.relation === undefined ? [] : [relations[flow.relation] ?? flow.relation]),
    ];
    const lines = words.flatMap((text) => wrapText(text, 196, fontOf('body')));
    const first = 34 + (titles.length - 1) * 18 + 26;
    return {
        width: Math.ceil(Math.max(textX + linesWidth(titles, fontOf('card-title')), linesWidth(lines, fontOf('body')))),
        height: first + (lines.length - 1) * 18 + 8,
        marks: [placeBlock(pill, 0, 21), ...textLines(titles, textX, 34, 18, 'card-title'), ...textLines(lines, 0, first, 18, 'body')],
    };
}
