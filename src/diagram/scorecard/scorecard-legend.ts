import type { Initiative, Metric } from '../../model/crm-model.ts';
import type { Block, IconMark } from '../marks.ts';
import { targetMet } from '../parts/bullet-bar.ts';
import type { LegendEntry } from '../parts/legend.ts';
import { legend } from '../parts/legend.ts';
import type { Style } from '../style-names.ts';
import type { Counted } from './initiative-columns.ts';
import { hasGaps } from './metric-table.ts';
import { gapClosed } from './progress.ts';

/** The legend of a scorecard: one row of what it uses. */
export function scorecardLegend(metrics: readonly Metric[], counted: readonly Counted[], width: number): Block {
    const some = (test: (metric: Metric) => boolean): boolean => metrics.some(test);
    const initiatives: readonly Initiative[] = counted.map(({ initiative }) => initiative);
    const entries: LegendEntry[] = [
        ...when(
            some(({ current }) => current !== undefined),
            now,
            'now',
        ),
        ...when(
            some(({ baseline }) => baseline !== undefined),
            box(2, 16, 'fill-ink3'),
            'baseline',
        ),
        ...when(
            some(({ target }) => target !== undefined),
            box(3, 18, 'fill-ink', 1),
            'target',
        ),
        ...when(
            some((metric) => targetMet(metric) === false),
            box(24, 12, 'gap'),
            'still to go',
        ),
        ...when(
            initiatives.some(({ delivers }) => delivers.length > 0),
            icon('opportunity', ['icon', 'stroke-green']),
            'opportunity delivered',
        ),
        ...when(initiatives.length > 0, icon('goal', ['icon', 'stroke-ink2']), 'goal supported'),
        ...(some((metric) => gapClosed(metric) !== undefined) ? [{ label: 'Gap closed = (now − baseline) ÷ (target − baseline)' }] : []),
        ...(counted.some(({ result }) => 'months' in result.payback) ? [{ label: 'Payback = cost ÷ benefit per year' }] : []),
    ];
    const dashes = hasGaps(metrics) || counted.some(({ result }) => !result.cost || !result.benefit);
    return legend({ width, groups: [{ caption: '', entries }], form: 'row', rule: false, ...(dashes ? { note: '–  not stated' } : {}) });
}

function when(used: boolean, sample: Block, label: string): LegendEntry[] {
    return used ? [{ sample, label }] : [];
}

function box(width: number, height: number, style: Style, radius = 0): Block {
    return { width, height, marks: [{ type: 'rect', x: 0, y: 0, width, height, radius, style }] };
}

const now: Block = {
    width: 60,
    height: 12,
    marks: [
        { type: 'rect', x: 0, y: 0, width: 60, height: 12, radius: 2, style: 'sunk' },
        { type: 'rect', x: 0, y: 3.5, width: 40, height: 5, radius: 1, style: 'fill-blue' },
    ],
};

function icon(name: IconMark['icon'], style: Style): Block {
    return { width: 14, height: 14, marks: [{ type: 'icon', icon: name, x: 0, y: 0, scale: 0.9, style }] };
}
