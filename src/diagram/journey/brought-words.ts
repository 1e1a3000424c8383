import type { CrmModel, Flow, Touchpoint } from '../../model/crm-model.ts';
import type { Block } from '../marks.ts';
import { badge } from '../parts/badge.ts';
import { ageWords, isTooOld } from '../trace/flow-age.ts';
import { flowsInto, flowsOutOf, oldestWay } from '../trace/oldest-age.ts';
import type { TraceGraph } from '../trace/trace-graph.ts';
import { nodeKey, traceGraph } from '../trace/trace-graph.ts';
import { timingWords } from '../words/timing-words.ts';
import { durationWords } from '../words/value-words.ts';
import type { DataDetail, DataWords } from './data-rows.ts';

const warning: Block = { width: 14, height: 14, marks: [{ type: 'icon', icon: 'warning', x: 0, y: -1, scale: 0.85, style: ['icon', 'stroke-amber'] }] };

/** Words of data that name the interfaces which bring it or take it on, and say where it can be older than allowed. */
export function broughtWords(model: CrmModel): DataWords {
    const graph = traceGraph(model);
    return {
        captured: (target) => {
            const flows = flowsOf(graph, target, flowsOutOf, 'in');
            return { second: flows.length === 0 ? 'captured' : 'captured, taken on by', details: flows.map(flowLine) };
        },
        used: (use) => {
            const flows = flowsOf(graph, use.target, flowsInto, 'out');
            const second = use.freshWithin === undefined ? 'used' : `within ${durationWords(use.freshWithin)}`;
            return { second: flows.length === 0 ? second : `${second}, brought by`, details: [...flows.map(flowLine), ...lateLines(graph, use)] };
        },
    };
}

/** The touchpoints that use data which can be older than they allow. */
export function lateTouchpoints(model: CrmModel, touchpoints: readonly Touchpoint[]): Touchpoint[] {
    const graph = traceGraph(model);
    return touchpoints.filter((touchpoint) => touchpoint.uses.some((use) => lateLines(graph, use).length > 0));
}

/** A flow that stands beside data of these touchpoints, if any does. */
export function firstFlow(graph: TraceGraph, touchpoints: readonly Touchpoint[]): Flow | undefined {
    for (const touchpoint of touchpoints) {
        const [first] = [
            ...touchpoint.captures.flatMap((target) => flowsOf(graph, target, flowsOutOf, 'in')),
            ...touchpoint.uses.flatMap(({ target }) => flowsOf(graph, target, flowsInto, 'out')),
        ];
        if (first !== undefined) {
            return first;
        }
    }
    return undefined;
}

function flowsOf(graph: TraceGraph, target: string, search: (graph: TraceGraph, node: number) => Flow[], part: 'in' | 'out'): Flow[] {
    const node = nodeOf(graph, target, part);
    return node === undefined ? [] : search(graph, node);
}

function nodeOf(graph: TraceGraph, target: string, part: 'in' | 'out'): number | undefined {
    return graph.positions.get(nodeKey('field', target)) ?? graph.positions.get(nodeKey('entity', target, part));
}

function flowLine(flow: Flow): DataDetail {
    const timing = timingWords(flow) ?? 'timing not stated';
    return { before: badge(flow.number, 'outlined'), text: timing, style: 'small', spoken: `${flow.number} ${timing}` };
}

function lateLines(graph: TraceGraph, use: Touchpoint['uses'][number]): DataDetail[] {
    const node = nodeOf(graph, use.target, 'out');
    const way = node === undefined ? undefined : oldestWay(graph, node);
    if (use.freshWithin === undefined || way === undefined || !isTooOld(way.age, use.freshWithin)) {
        return [];
    }
    const over = way.flows.length > 1 ? `, over ${way.flows.map((flow) => flow.number).join(', ')}` : '';
    const text = `older than allowed: ${ageWords(way.age)}${over}`;
    return [{ before: warning, text, style: ['small', 'fill-amber', 'weight-600'], spoken: text }];
}
