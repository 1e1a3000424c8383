import type { Metric } from '../../model/crm-model.ts';
import { moneyWords, numberWords, percentWords } from './value-words.ts';

/** A value of a metric in its unit: `27 %`, `EUR 40 000`, `4.1`. */
export function metricWords(value: number, metric: Pick<Metric, 'unit'>, currency?: string): string {
    switch (metric.unit) {
        case 'percent':
            return percentWords(value);
        case 'money':
            return moneyWords({ amount: value }, currency);
        default:
            return numberWords(value);
    }
}

/** What a voice says of a metric: `Repeat purchase rate: baseline 24 %, now 27 %, target 32 %`. */
export function spokenMetric(metric: Metric, currency?: string): string {
    const words = (value: number): string => metricWords(value, metric, currency);
    const parts = [
        ...(metric.baseline === undefined ? [] : [`baseline ${words(metric.baseline)}`]),
        ...(metric.current === undefined ? [] : [`now ${words(metric.current)}`]),
        ...(metric.target === undefined ? [] : [`target ${words(metric.target)}`]),
        ...(metric.lowerIsBetter ? ['lower is better'] : []),
    ];
    return parts.length === 0 ? metric.title : `${metric.title}: ${parts.join(', ')}`;
}
