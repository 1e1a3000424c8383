import type { CrmModel, Touchpoint } from '../../model/crm-model.ts';
import { titleOf } from '../landscape/card-content.ts';
import type { Block } from '../marks.ts';
import type { TableCell, TableLine, TableRow } from '../parts/table.ts';
import { notStated } from '../parts/table.ts';
import { dataTitle } from './trace-cards.ts';
import { useWords } from './trace-facts.ts';
import type { TraceGraph } from './trace-graph.ts';

const sign = (icon: 'pain' | 'opportunity' | 'warning', colour: 'stroke-red' | 'stroke-green' | 'stroke-amber'): Block => ({
    width: 14,
    height: 14,
    marks: [{ type: 'icon', icon, x: 0, y: 0, scale: 0.85, style: ['icon', colour] }],
});

/** A row for each touchpoint of a trace: what it stands on, how old its data can be, what it captures, what hurts. */
export function touchpointRows(model: CrmModel, graph: TraceGraph, touchpoints: readonly Touchpoint[]): TableRow[] {
    return touchpoints.map((touchpoint) => {
        const journey = model.journeys.find((each) => each.id === touchpoint.journey);
        const stage = journey?.stages.find((each) => each.id === touchpoint.stage);
        const where = [journey?.title, stage?.title].filter((text) => text !== undefined).join(' \u00b7 ');
        return {
            thing: { kind: 'touchpoint', id: touchpoint.id, label: touchpoint.title },
            cells: [
                [{ text: touchpoint.title, style: 'name' }, { text: where }],
                stated((['frontstage', 'backstage', 'support'] as const).flatMap((role) => standsOn(model, touchpoint, role))),
                stated(touchpoint.uses.map((use) => useLine(model, graph, use))),
                stated(touchpoint.captures.map((target): TableLine => ({ text: dataTitle(model, target), style: 'cell' }))),
                stated([
                    ...touchpoint.pains.map((pain): TableLine => ({ text: pain.title, style: 'cell', before: sign('pain', 'stroke-red') })),
                    ...touchpoint.opportunities.map((each): TableLine => ({ text: each.title, style: 'cell', before: sign('opportunity', 'stroke-green') })),
                ]),
            ],
        };
    });
}

function stated(lines: readonly TableLine[]): TableCell {
    return lines.length === 0 ? notStated : lines;
}

function standsOn(model: CrmModel, touchpoint: Touchpoint, role: 'frontstage' | 'backstage' | 'support'): TableLine[] {
    const titles = touchpoint[role].map((id) => titleOf(model.systems, id));
    return titles.length === 0 ? [] : [{ text: [{ text: titles.join(', '), style: 'fill-ink' }, { text: ` ${role}` }], style: 'body' }];
}

function useLine(model: CrmModel, graph: TraceGraph, use: Touchpoint['uses'][number]): TableLine {
    const { text, late } = useWords(model, graph, use);
    return late ? { text: `${text}; older than allowed`, style: 'cell', before: sign('warning', 'stroke-amber') } : { text, style: 'cell' };
}
