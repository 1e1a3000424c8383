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
/** Of a metric beside others of its stage, and the white between them. */
const leastBeside = 220;
const between = 28;

/** A bar for each metric of a stage and its touchpoints; those that stand beside each other have their bars in line. */
export function metricLane(grid: JourneyGrid, model: CrmModel): DrawnLane | undefined {
    const metrics = new Map(model.metrics.map((metric) => [metric.id, metric]));
    const held = grid.stages.map((span) => {
        const own = metricsOf(span, metrics);
        const room = span.width - 2 * inset;
        const columns = Math.max(1, Math.min(own.length, Math.floor((room + between) / (leastBeside + between))));
        const width = Math.min(mostWidth, Math.floor((room + between) / columns - between));
        return { span, width, columns, heads: own.map((metric) => headOf(metric, width, model.map.currency)) };
    });
    const rows = Math.max(0, ...held.map(({ heads, columns }) => Math.ceil(heads.length / columns)));
    const marks: Mark[] = [];
    let y = 0;
    for (let row = 0; row < rows; row += 1) {
        const inRow = held.flatMap(({ heads, columns }) => heads.slice(row * columns, (row + 1) * columns));
        const common = Math.max(0, ...inRow.flatMap(({ metric, bottom }) => (hasFigures(metric) ? [bottom] : [])));
        let height = 0;
        for (const { span, width, columns, heads } of held) {
            heads.slice(row * columns, (row + 1) * columns).forEach((head, index) => {
                const block = metricBlock(head, Math.max(hasFigures(head.metric) ? common : 0, head.bottom) + 16, width, model.map.currency);
                marks.push(placeBlock(block, span.x + inset + index * (width + between), y));
                height = Math.max(height, block.height);
            });
        }
        y += height;
    }
    if (marks.length === 0) {
        return undefined;
    }
    const height = y + 4;
    return { type: 'drawn', name: 'metrics', arrows: [], label: { ...laneLabel('Metrics'), height }, body: { width: grid.width, height, marks } };
}

function hasFigures({ baseline, current, target }: Metric): boolean {
    return baseline !== undefined || current !== undefined || target !== undefined;
}

function metricsOf(span: StageSpan, metrics: ReadonlyMap<string, Metric>): Metric[] {
    const ids = [...span.stage.metrics, ...span.stage.touchpoints.flatMap((touchpoint) => touchpoint.metrics)];
    return [...new Set(ids)].flatMap((id) => metrics.get(id) ?? []);
}

/** What stands above a bar: the title, and the value beside its last line where there is room, else below. */
interface MetricHead {
    readonly metric: Metric;
    readonly marks: readonly Mark[];
    /** The lowest baseline. */
    readonly bottom: number;
}

function headOf(metric: Metric, width: number, currency: string | undefined): MetricHead {
    const value = metric.current === undefined ? 'not measured' : metricWords(metric.current, metric, currency);
    const style = metric.current === undefined ? (['small'] as const) : (['stage-title', 'tabular'] as const);
    const besides = width - Math.ceil(textWidth(value, fontOf(style))) - 10;
    const font = fontOf('name');
    const beside = wrapText(metric.title, besides, font);
    const isBeside = besides >= 90 && linesWidth(beside, font) <= besides;
    const title = isBeside ? beside : wrapText(metric.title, width, font);
    const last = 24 + (Math.max(1, title.length) - 1) * 15;
    const bottom = isBeside ? last : last + 20;
    const text: Mark = { type: 'text', x: isBeside ? width : 0, y: bottom, text: value, style, ...(isBeside ? { anchor: 'end' as const } : {}) };
    return { metric, marks: [...textLines(title, 0, 24, 15, 'name'), text], bottom };
}

function metricBlock({ metric, marks: head }: MetricHead, barY: number, width: number, currency: string | undefined): Block {
    const words = (value: number): string => metricWords(value, metric, currency);
    const marks: Mark[] = [...head, placeBlock(bulletBar(metric, { width }), 0, barY)];
    let y = barY + 34;
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
