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
