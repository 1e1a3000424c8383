import type { Metric } from '../../model/crm-model.ts';
import type { Block, Mark } from '../marks.ts';

export interface BulletBarOptions {
    readonly width: number;
    /** Of the track; 12 without it. */
    readonly height?: number;
}

/** The next round number above all values: 1, 2, 3, 4, 5, 6, 8 or 10 times a power of ten; 1 where no value is above 0. */
export function roundAbove(values: readonly number[]): number {
    const most = Math.max(0, ...values);
    if (most === 0) {
        return 1;
    }
    const power = 10 ** Math.floor(Math.log10(most));
    const step = [1, 2, 3, 4, 5, 6, 8, 10].find((candidate) => candidate * power > most * (1 + 1e-9)) ?? 10;
    return step * power;
}

/**
 * A bar with baseline and target on a track from 0 (or from a round number below all values, where one is negative) to the next
 * round number above all. What the metric does not state has no mark. 0,0 is the top left corner of the track.
 */
export function bulletBar(metric: Pick<Metric, 'baseline' | 'current' | 'target'>, options: BulletBarOptions): Block {
    const { width, height = 12 } = options;
    const values = [metric.baseline, metric.current, metric.target].filter((value) => value !== undefined);
    const low = values.some((value) => value < 0) ? -roundAbove(values.map((value) => -value)) : 0;
    const high = roundAbove(values);
    const x = (value: number): number => ((value - low) / (high - low)) * width;
    const bar = height >= 16 ? 7 : 5;
    const marks: Mark[] = [{ type: 'rect', x: 0, y: 0, width, height, radius: 2, style: 'sunk' }];
    if (metric.current !== undefined) {
        const from = Math.min(x(0), x(metric.current));
        marks.push({ type: 'rect', x: from, y: (height - bar) / 2, width: Math.abs(x(metric.current) - x(0)), height: bar, radius: 1, style: 'fill-blue' });
    }
    if (metric.baseline !== undefined) {
        const middle = clamped(x(metric.baseline), width);
        marks.push({ type: 'rect', x: middle - 2.5, y: -1, width: 5, height: height + 2, style: 'fill-canvas' });
        marks.push({ type: 'rect', x: middle - 1, y: -1, width: 2, height: height + 2, style: 'fill-ink3' });
    }
    if (metric.target !== undefined) {
        marks.push({ type: 'rect', x: clamped(x(metric.target), width) - 1.5, y: -3, width: 3, height: height + 6, radius: 1, style: 'fill-ink' });
    }
    return { width, height, marks };
}

function clamped(x: number, width: number): number {
    return Math.max(2.5, Math.min(width - 2.5, x));
}
