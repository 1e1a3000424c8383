import type { CrmModel, Metric } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { Block, Mark } from '../marks.ts';
import { bulletBar } from '../parts/bullet-bar.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, textWidth, wrapText } from '../text-metrics.ts';
import { metricWords, spokenMetric } from '../words/metric-words.ts';
import type { DrawnLane } from './journey-parts.ts';
import type { JourneyGrid, StageSpan } from './journey-grid.ts';
import { laneLabel } from './lane-label.ts';

const inset = 14;
const mostWidth = 360;

/** A bar for each metric of a stage and its touchpoints. */
export function metricLane(grid: JourneyGrid, model: CrmModel): DrawnLane | undefined {
    const metrics = new Map(model.metrics.map((metric) => [metric.id, metric]));
    const marks: Mark[] = [];
    let height = 0;
    for (const span of grid.stages) {
        let y = 0;
        for (const metric of metricsOf(span, metrics)) {
            const block = metricBlock(metric, Math.min(mostWidth, span.width - 2 * inset), model.map.currency);
            marks.push(placeBlock(block, span.x + inset, y));
            y += block.height;
        }
        height = Math.max(height, y);
    }
    if (marks.length === 0) {
        return undefined;
    }
    height += 4;
    return { type: 'drawn', name: 'metrics', arrows: [], label: { ...laneLabel('Metrics'), height }, body: { width: grid.width, height, marks } };
}

function metricsOf(span: StageSpan, metrics: ReadonlyMap<string, Metric>): Metric[] {
    const ids = [...span.stage.metrics, ...span.stage.touchpoints.flatMap((touchpoint) => touchpoint.metrics)];
    return [...new Set(ids)].flatMap((id) => metrics.get(id) ?? []);
}

function metricBlock(metric: Metric, width: number, currency: string | undefined): Block {
    const words = (value: number): string => metricWords(value, metric, currency);
    const value = metric.current === undefined ? 'not measured' : words(metric.current);
    const valueStyle = metric.current === undefined ? (['small'] as const) : (['stage-title', 'tabular'] as const);
    const valueWidth = Math.ceil(textWidth(value, fontOf(valueStyle)));
    const besides = width - valueWidth - 10;
    const isBeside = besides >= 90 && linesWidth(wrapText(metric.title, besides, fontOf('name')), fontOf('name')) <= besides;
    const title = wrapText(metric.title, isBeside ? besides : width, fontOf('name'));
    const marks: Mark[] = [...textLines(title, 0, 24, 15, 'name')];
    let y = 24 + (title.length - 1) * 15;
    if (!isBeside) {
        y += 20;
    }
    marks.push({ type: 'text', x: isBeside ? width : 0, y, text: value, style: valueStyle, ...(isBeside ? { anchor: 'end' as const } : {}) });
    y += 16;
    marks.push(placeBlock(bulletBar(metric, { width }), 0, y));
    y += 34;
    const from = metric.baseline === undefined ? '' : `from ${words(metric.baseline)}`;
    const target = metric.target === undefined ? '' : `target ${words(metric.target)}`;
    const measure = (text: string): number => textWidth(text, fontOf('small'));
    const onOneLine = measure(from) + measure(target) + 12 <= width;
    if (from !== '') {
        marks.push({ type: 'text', x: 0, y, text: from, style: 'small' });
        y += onOneLine || target === '' ? 0 : 14;
    }
    if (target !== '') {
        marks.push({
            type: 'text',
            x: onOneLine ? width : 0,
            y,
            text: target,
            style: ['small', 'fill-ink2'],
            ...(onOneLine ? { anchor: 'end' as const } : {}),
        });
    }
    if (metric.lowerIsBetter) {
        y += from === '' && target === '' ? 0 : 16;
        marks.push({ type: 'icon', icon: 'down', x: -2, y: y - 11, scale: 0.8, style: ['icon', 'stroke-ink2'] });
        marks.push({ type: 'text', x: 14, y, text: 'lower is better', style: ['small', 'fill-ink2'] });
    }
    const label = spokenMetric(metric, currency);
    return { width, height: Math.ceil((y + 14) / 4) * 4, marks: [{ type: 'group', thing: { kind: 'metric', id: metric.id, label }, marks }] };
}
