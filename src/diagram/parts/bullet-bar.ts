import type { Metric } from '../../model/crm-model.ts';
import type { Block, Mark } from '../marks.ts';

/** What a bar shows of a metric. */
export type Figures = Pick<Metric, 'baseline' | 'current' | 'target'> & Partial<Pick<Metric, 'lowerIsBetter'>>;

export interface BulletBarOptions {
    readonly width: number;
    /** Of the track; 12 without it. */
    readonly height?: number;
    /** Tints what is still to go between now and the target. */
    readonly showGap?: boolean;
}

/** The scale of a bar: its ends, and where a value stands on a width in px. */
export interface BarScale {
    readonly low: number;
    readonly high: number;
    x(value: number): number;
}

/** A scale can end above this without running out of numbers. */
const greatest = 1e300;

/** The next round number above all values: 1, 2, 3, 4, 5, 6, 8 or 10 times a power of ten; 1 where no value is above 0. */
export function roundAbove(values: readonly number[]): number {
    const most = Math.min(greatest, Math.max(0, ...values));
    if (most === 0) {
        return 1;
    }
    const power = powerOfTenBelow(most);
    const step = [1, 2, 3, 4, 5, 6, 8, 10].find((candidate) => candidate * power > most * (1 + 1e-9)) ?? 10;
    return step * power;
}

/** From 0 (or a round number below all values, where one is negative) to the next round number above all values. */
export function barScale(metric: Figures, width: number): BarScale {
    const values = [metric.baseline, metric.current, metric.target].filter((value) => value !== undefined);
    const low = values.some((value) => value < 0) ? -roundAbove(values.map((value) => -value)) : 0;
    const high = roundAbove(values);
    return { low, high, x: (value) => ((Math.max(low, Math.min(high, value)) - low) / (high - low)) * width };
}

/** Is the target met? Undefined where now or target is not stated. */
export function targetMet(metric: Figures): boolean | undefined {
    const { current, target } = metric;
    if (current === undefined || target === undefined) {
        return undefined;
    }
    return metric.lowerIsBetter ? current <= target : current >= target;
}

/**
 * A bar with baseline and target on a track from 0 (or from a round number below all values, where one is negative) to the next
 * round number above all. What the metric does not state has no mark. 0,0 is the top left corner of the track.
 */
export function bulletBar(metric: Figures, options: BulletBarOptions): Block {
    const { width, height = 12 } = options;
    const { x } = barScale(metric, width);
    const bar = height >= 16 ? 7 : 5;
    const marks: Mark[] = [{ type: 'rect', x: 0, y: 0, width, height, radius: 2, style: 'sunk' }];
    if (options.showGap && metric.current !== undefined && metric.target !== undefined && targetMet(metric) === false) {
        const from = Math.min(x(metric.current), x(metric.target));
        marks.push({ type: 'rect', x: from, y: 0, width: Math.abs(x(metric.target) - x(metric.current)), height, style: 'gap' });
    }
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

/** The greatest power of ten that is not above a positive number. */
function powerOfTenBelow(most: number): number {
    let power = 1;
    while (power * 10 <= most) power *= 10;
    while (power > most) power /= 10;
    return power;
}
