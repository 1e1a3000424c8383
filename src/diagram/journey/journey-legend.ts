import type { CrmModel, Degree, Journey, View } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { IconName } from '../icon-names.ts';
import { regionEntries } from '../landscape/legend-groups.ts';
import type { Block, Mark } from '../marks.ts';
import { badge } from '../parts/badge.ts';
import { bulletBar } from '../parts/bullet-bar.ts';
import type { LegendEntry, LegendGroup } from '../parts/legend.ts';
import { legend } from '../parts/legend.ts';
import { arrowHead, line } from '../paths.ts';
import type { StyleName } from '../style-names.ts';
import { fontOf, textWidth } from '../text-metrics.ts';
import { traceGraph } from '../trace/trace-graph.ts';
import { firstFlow, lateTouchpoints } from './brought-words.ts';
import { channelDot } from './channel-lane.ts';
import { emotionWords, face, faceReach, faceValue } from './face.ts';
import { meter, meterWidth } from './meter.ts';
import { hasLineOfVisibility } from './system-lane.ts';

/** The columns of the legend stay near each other on a wider sheet, in px. */
const mostLegend = 1900;

/** The legend of what the lanes of a picture use, and of nothing else; `arrows` among them tells that arrows join pains to opportunities. */
export function journeyLegend(journey: Journey, model: CrmModel, view: View, width: number, lanes: ReadonlySet<string>): Block {
    const shown = (name: string, entries: readonly LegendEntry[]): readonly LegendEntry[] => (lanes.has(name) ? entries : []);
    const groups: LegendGroup[] = [
        { caption: 'Emotion', entries: shown('emotion', emotionEntries(journey)) },
        { caption: 'Touchpoint', entries: touchpointEntries(journey, view, lanes) },
        { caption: 'Thoughts', entries: shown('thoughts', thoughtEntries(journey)) },
        { caption: 'Pain and opportunity', entries: painEntries(journey, model, lanes) },
        { caption: 'Channel', entries: shown('channels', channelEntries(journey, model)) },
        { caption: 'System', entries: shown('systems', [...systemEntries(journey, model), ...noteEntries(model, view, journey)]) },
        { caption: 'Data', entries: lanes.has('systems') || lanes.has('data') ? dataEntries(journey, model, view) : [] },
        { caption: 'Metric', entries: shown('metrics', metricEntries(journey, model)) },
    ];
    return legend({ width: Math.min(mostLegend, width - 48), groups, rule: false });
}

function touchpointsOf(journey: Journey): Journey['stages'][number]['touchpoints'] {
    return journey.stages.flatMap((stage) => stage.touchpoints);
}

function emotionEntries(journey: Journey): LegendEntry[] {
    const values = touchpointsOf(journey).flatMap((touchpoint) => (touchpoint.emotion === undefined ? [] : [faceValue(touchpoint.emotion)]));
    const used = [-2, -1, 0, 1, 2].filter((value) => values.some((other) => other === value));
    if (used.length === 0) {
        return [];
    }
    const marks = used.flatMap((value, index): Mark[] => {
        const x = faceReach + index * 32;
        return [face(value, x, 12), { type: 'text', x, y: 38, text: emotionWords(value), anchor: 'middle', style: ['small', 'tabular'] }];
    });
    return [{ label: '', sample: { width: (used.length - 1) * 32 + 2 * faceReach, height: 40, marks } }];
}

function touchpointEntries(journey: Journey, view: View, lanes: ReadonlySet<string>): LegendEntry[] {
    const touchpoints = lanes.has('touchpoints') || lanes.has('emotion') ? touchpointsOf(journey) : [];
    const star: Block = { width: 16, height: 16, marks: [{ type: 'icon', icon: 'star', x: 1, y: 1, scale: 1.15, style: 'fill-amber' }] };
    const lens: Block = { width: 16, height: 16, marks: [{ type: 'icon', icon: 'evidence', x: 0, y: 0, style: ['icon', 'stroke-ink2'] }] };
    const hasPains = view.overlays.includes('pain') && lanes.has('touchpoints') && touchpoints.some((touchpoint) => touchpoint.pains.length > 0);
    return [
        ...(touchpoints.some((touchpoint) => touchpoint.momentOfTruth) ? [{ label: 'Moment of truth', sample: star }] : []),
        ...(touchpoints.some((touchpoint) => touchpoint.evidence.length > 0) ? [{ label: 'Backed by evidence', sample: lens }] : []),
        ...(hasPains ? [{ label: 'Pains, and the worst', sample: iconSample('pain', 'stroke-red') }] : []),
    ];
}

function painEntries(journey: Journey, model: CrmModel, lanes: ReadonlySet<string>): LegendEntry[] {
    const touchpoints = touchpointsOf(journey);
    const pains = lanes.has('pains') ? touchpoints.flatMap((touchpoint) => touchpoint.pains) : [];
    const opportunities = lanes.has('opportunities') ? touchpoints.flatMap((touchpoint) => touchpoint.opportunities) : [];
    const degrees = [...pains.map((pain) => pain.severity), ...opportunities.flatMap((opportunity) => [opportunity.impact, opportunity.effort])];
    const used = (['low', 'medium', 'high'] as const).filter((degree) => degrees.includes(degree));
    const ids = new Set(opportunities.map((opportunity) => opportunity.id));
    const delivered = model.initiatives.some((initiative) => initiative.status !== 'dropped' && initiative.delivers.some((id) => ids.has(id)));
    return [
        ...(used.length > 0 ? [{ label: '', sample: degreeSample(used) }] : []),
        ...(lanes.has('arrows') ? [{ label: '', sample: wordsSample('What would help against it', joint) }] : []),
        ...(delivered ? [{ label: '', sample: wordsSample('Initiative that delivers it, due', flag) }] : []),
    ];
}

/** Samples of one column stand on one axis, so the row of meters and the flag carry their own words. */
const painSampleWidth = 200;

const flag: Mark = { type: 'icon', icon: 'initiative', x: -1, y: 1, scale: 0.85, style: ['icon', 'stroke-ink2'] };
const joint: Mark = {
    type: 'group',
    marks: [
        { type: 'path', d: line(6, 0, 6, 10), style: ['stroke-mark', 'w15'] },
        { type: 'path', d: arrowHead({ x: 6, y: 16 }, 'down', { length: 7, width: 7, notch: 1.5 }), style: 'fill-mark' },
    ],
};

function wordsSample(text: string, sign: Mark): Block {
    return { width: painSampleWidth, height: 16, marks: [sign, { type: 'text', x: 25, y: 12, text, style: 'body' }] };
}

function degreeSample(degrees: readonly Degree[]): Block {
    const marks: Mark[] = [];
    let x = 0;
    for (const degree of degrees) {
        marks.push(placeBlock(meter(degree, 'ink2'), x, 1));
        marks.push({ type: 'text', x: x + meterWidth + 6, y: 12, text: degree, style: 'body' });
        x += meterWidth + 6 + Math.ceil(textWidth(degree, fontOf('body'))) + 14;
    }
    return { width: painSampleWidth, height: 16, marks };
}

function channelEntries(journey: Journey, model: CrmModel): LegendEntry[] {
    const used = new Set(touchpointsOf(journey).flatMap((touchpoint) => touchpoint.channels));
    const channels = model.channels.filter((channel) => used.has(channel.id));
    const dot = (reach: 'online' | 'offline'): Block => ({ width: 16, height: 16, marks: channelDot(reach, 8, 8) });
    return [
        ...(channels.some((channel) => channel.reach !== 'offline') ? [{ label: 'Online', sample: dot('online') }] : []),
        ...(channels.some((channel) => channel.reach === 'offline') ? [{ label: 'Offline', sample: dot('offline') }] : []),
    ];
}

function systemEntries(journey: Journey, model: CrmModel): LegendEntry[] {
    const used = new Set(touchpointsOf(journey).flatMap((touchpoint) => [...touchpoint.frontstage, ...touchpoint.backstage, ...touchpoint.support]));
    const lives = new Set(model.systems.filter((system) => used.has(system.id)).map((system) => system.life));
    const box = (...style: StyleName[]): Block => ({
        width: 26,
        height: 16,
        marks: [{ type: 'rect', x: 0.5, y: 0.5, width: 25, height: 15, radius: 4, style: ['card', ...style] }],
    });
    const dashed: Block = { width: 18, height: 4, marks: [{ type: 'path', d: line(0, 2, 18, 2), style: 'dashed-line' }] };
    return [
        ...(lives.has('retiring') ? [{ label: 'Retiring', sample: box('retiring') }] : []),
        ...(lives.has('retired') ? [{ label: 'Retired', sample: box('retired') }] : []),
        ...(lives.has('planned') ? [{ label: 'Planned', sample: box('planned') }] : []),
        ...(hasLineOfVisibility(touchpointsOf(journey)) ? [{ label: 'Line of visibility', sample: dashed }] : []),
    ];
}

/** Regions of the systems that are called by a code. */
export function noteEntries(model: CrmModel, view: Pick<View, 'overlays'>, journey: Journey): LegendEntry[] {
    const used = new Set(touchpointsOf(journey).flatMap((touchpoint) => [...touchpoint.frontstage, ...touchpoint.backstage, ...touchpoint.support]));
    return view.overlays.includes('region')
        ? regionEntries(
              model,
              model.systems.filter(({ id }) => used.has(id)),
          )
        : [];
}

export const personSample: Block = { width: 12, height: 12, marks: [{ type: 'icon', icon: 'person', x: 0, y: 0, style: 'fill-violet' }] };

function iconSample(name: IconName, colour: StyleName): Block {
    return { width: 16, height: 16, marks: [{ type: 'icon', icon: name, x: 0.8, y: 0.8, scale: 0.9, style: ['icon', colour] }] };
}

function thoughtEntries(journey: Journey): LegendEntry[] {
    const touchpoints = touchpointsOf(journey);
    const entry = (isUsed: boolean, label: string, name: IconName, colour: StyleName): LegendEntry[] =>
        isUsed ? [{ label, sample: iconSample(name, colour) }] : [];
    return [
        ...entry(
            touchpoints.some(({ thoughts }) => thoughts.length > 0),
            'Thinks',
            'thought',
            'stroke-ink3',
        ),
        ...entry(
            touchpoints.some(({ actions }) => actions.length > 0),
            'Does',
            'action',
            'stroke-ink3',
        ),
        ...entry(
            touchpoints.some(({ delights }) => delights.length > 0),
            'Delight',
            'delight',
            'stroke-green',
        ),
    ];
}

function dataEntries(journey: Journey, model: CrmModel, view: View): LegendEntry[] {
    const touchpoints = touchpointsOf(journey);
    const icon = (name: 'data-in' | 'data-out'): Block => iconSample(name, 'stroke-blue');
    const flow = view.overlays.includes('timing') ? firstFlow(traceGraph(model), touchpoints) : undefined;
    const isLate = flow !== undefined && lateTouchpoints(model, touchpoints).length > 0;
    const hasData = touchpoints.some(({ captures, uses }) => captures.length + uses.length > 0);
    return [
        ...(touchpoints.some((touchpoint) => touchpoint.captures.length > 0) ? [{ label: 'Captured', sample: icon('data-in') }] : []),
        ...(touchpoints.some((touchpoint) => touchpoint.uses.length > 0) ? [{ label: 'Used, oldest age allowed', sample: icon('data-out') }] : []),
        ...(hasData && view.overlays.includes('personal') ? [{ label: 'Personal data', sample: personSample }] : []),
        ...(flow === undefined ? [] : [{ label: 'Interface, and when it runs', sample: badge(flow.number, 'outlined') }]),
        ...(isLate ? [{ label: 'Can be older than allowed', sample: iconSample('warning', 'stroke-amber') }] : []),
    ];
}

function metricEntries(journey: Journey, model: CrmModel): LegendEntry[] {
    const ids = new Set(journey.stages.flatMap((stage) => [...stage.metrics, ...stage.touchpoints.flatMap((touchpoint) => touchpoint.metrics)]));
    const metrics = model.metrics.filter((metric) => ids.has(metric.id));
    const has = (part: 'baseline' | 'current' | 'target'): boolean => metrics.some((metric) => metric[part] !== undefined);
    if (metrics.length === 0 || !(has('baseline') || has('current') || has('target'))) {
        return [];
    }
    const width = 160;
    const sample = { ...(has('baseline') ? { baseline: 25 } : {}), ...(has('current') ? { current: 55 } : {}), target: 85 };
    const shown = has('target') ? sample : { ...sample, target: undefined };
    const bar = bulletBar(shown, { width });
    const words = [
        ['baseline', 'baseline', 40],
        ['current', 'now', 88],
        ['target', 'target', 136],
    ] as const;
    const marks: Mark[] = [
        placeBlock(bar, 0, 4),
        ...words.flatMap(([part, text, x]): Mark[] => (has(part) ? [{ type: 'text', x, y: 34, text, anchor: 'middle', style: ['small', 'fill-ink2'] }] : [])),
    ];
    return [{ label: '', sample: { width, height: 38, marks } }];
}
