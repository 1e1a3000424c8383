import type { Metric } from '../../model/crm-model.ts';
import { placeBlock, stackBlocks } from '../block.ts';
import type { Block, Mark } from '../marks.ts';
import { bulletBar } from '../parts/bullet-bar.ts';
import type { Style } from '../style-names.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, textWidth, wrapText } from '../text-metrics.ts';
import { metricWords, spokenMetric } from '../words/metric-words.ts';
import { numberWords } from '../words/value-words.ts';

const small: Style = ['small', 'fill-ink2'];

/** The metrics of a stage below each other; nothing where it has none. */
export function stageMetrics(metrics: readonly Metric[], width: number, currency: string | undefined): Block | undefined {
    return metrics.length === 0
        ? undefined
        : stackBlocks(
              metrics.map((metric) => metricBlock(metric, width, currency)),
              14,
          );
}

function metricBlock(metric: Metric, width: number, currency: string | undefined): Block {
    const title = wrapText(metric.title, width, fontOf('name'));
    const marks: Mark[] = textLines(title, 0, 10, 15, 'name');
    let y = 10 + (Math.max(1, title.length) - 1) * 15;
    const figures = figureWords(metric, currency);
    if (figures.length === 0) {
        y += 18;
        marks.push({ type: 'text', x: 0, y, text: 'no figures stated', style: 'small' });
    } else {
        marks.push(placeBlock(bulletBar(metric, { width }), 0, y + 12));
        y += 44;
        const [first = '', second = ''] = figures;
        const beside = second !== '' && textWidth(first, fontOf(small)) + textWidth(second, fontOf(small)) + 10 <= width;
        if (beside) {
            marks.push({ type: 'text', x: 0, y, text: first, style: small }, { type: 'text', x: width, y, text: second, anchor: 'end', style: small });
        } else {
            const lines = figures.flatMap((text) => wrapText(text, width, fontOf(small)));
            marks.push(...textLines(lines, 0, y, 15, small));
            y += (lines.length - 1) * 15;
        }
    }
    if (metric.lowerIsBetter) {
        y += 16;
        marks.push(
            { type: 'icon', icon: 'down', x: -2, y: y - 10, scale: 0.75, style: ['icon', 'stroke-ink2'] },
            { type: 'text', x: 13, y, text: 'lower is better', style: small },
        );
    }
    return { width, height: y + 4, marks: [{ type: 'group', thing: { kind: 'metric', id: metric.id, label: spokenMetric(metric, currency) }, marks }] };
}

/** `51 to 54 %` and `target 65`: the unit stands once. */
function figureWords(metric: Metric, currency: string | undefined): string[] {
    const { baseline, current, target } = metric;
    const words = (value: number): string => metricWords(value, metric, currency);
    const isMoney = metric.unit === 'money';
    const both = baseline !== undefined && current !== undefined;
    const value = both
        ? `${isMoney ? words(baseline) : numberWords(baseline)} to ${isMoney ? numberWords(current) : words(current)}`
        : current !== undefined
          ? words(current)
          : baseline !== undefined
            ? `from ${words(baseline)}, now not measured`
            : target !== undefined
              ? 'not measured'
              : '';
    return [
        ...(value === '' ? [] : [value]),
        ...(target === undefined ? [] : [`target ${current === undefined && baseline === undefined ? words(target) : numberWords(target)}`]),
    ];
}
