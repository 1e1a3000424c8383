import type { Metric } from '../../model/crm-model.ts';
import { percentWords } from '../words/value-words.ts';

/**
 * How much of the way from baseline to target is done, in percent: (now − baseline) ÷ (target − baseline). Below 0 where it went
 * the other way, above 100 beyond the target; undefined where a figure is missing, or baseline and target are the same.
 */
export function gapClosed(metric: Pick<Metric, 'baseline' | 'current' | 'target'>): number | undefined {
    const { baseline, current, target } = metric;
    if (baseline === undefined || current === undefined || target === undefined || baseline === target) {
        return undefined;
    }
    return ((current - baseline) / (target - baseline)) * 100;
}

/** `38 %`; a gap that is not quite closed never reads as 100 %, one that moved at all never as 0 %. */
export function gapWords(percent: number): string {
    const rounded = Math.round(percent);
    if (percent < 100 && rounded >= 100) {
        return percentWords(99);
    }
    return percent !== 0 && rounded === 0 ? `${percent < 0 ? 'over \u2212' : 'under '}${percentWords(1)}` : percentWords(rounded);
}

/** Has the metric any figure at all? */
export function hasFigures(metric: Metric): boolean {
    return metric.baseline !== undefined || metric.current !== undefined || metric.target !== undefined;
}
