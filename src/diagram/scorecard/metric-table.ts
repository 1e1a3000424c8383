import type { CrmModel, Goal, Metric } from '../../model/crm-model.ts';
import { placeBlock, stackBlocks } from '../block.ts';
import type { Block, Mark } from '../marks.ts';
import { targetMet } from '../parts/bullet-bar.ts';
import { tableHead } from '../parts/table-head.ts';
import { line } from '../paths.ts';
import type { RichText } from '../text-lines.ts';
import { richWidth, textLines, wrapRich } from '../text-lines.ts';
import type { Style } from '../style-names.ts';
import { fontOf, textWidth, wrapText } from '../text-metrics.ts';
import { metricWords, spokenMetric } from '../words/metric-words.ts';
import { countWords, dateWords } from '../words/value-words.ts';
import { metricBar, missingBar } from './metric-bar.ts';
import { gapClosed, gapWords, hasFigures } from './progress.ts';
import type { MetricGroup, ScorecardContent } from './scorecard-content.ts';

const indent = 32;
const gap = 16;
const leastTitle = 200;
const leastBar = 220;
const mostBar = 330;

const nowStyle: Style = 'score';
const numberStyle: Style = ['figure', 'fill-ink2'];

/** Where the columns of the metrics stand, in px: numbers end at these x. */
export interface MetricColumns {
    readonly width: number;
    readonly titleWidth: number;
    readonly barX: number;
    readonly barWidth: number;
    readonly now: number;
    readonly target: number;
    readonly closed: number;
    readonly nowWidth: number;
    readonly targetWidth: number;
    readonly closedWidth: number;
}

/** The widths of the numbers, and what is left for title and bar; wider than asked for where both would get too little. */
export function metricColumns(model: CrmModel, metrics: readonly Metric[], width: number): MetricColumns {
    const words = (metric: Metric, value: number | undefined): string => (value === undefined ? '' : metricWords(value, metric, model.map.currency));
    const widest = (least: number, style: Style, texts: readonly string[]): number =>
        Math.ceil(Math.max(least, ...texts.map((text) => textWidth(text, fontOf(style)))));
    const nowWidth = Math.ceil(
        Math.max(66, ...metrics.map((metric) => (metric.current === undefined ? 0 : richWidth(nowText(model, metric, metric.current), nowStyle)))),
    );
    const targetWidth = widest(
        48,
        numberStyle,
        metrics.map((metric) => words(metric, metric.target)),
    );
    const closedWidth = widest(
        84,
        numberStyle,
        metrics.map((metric) => gapWords(gapClosed(metric) ?? 0)),
    );
    const numbers = nowWidth + targetWidth + closedWidth + 3 * gap;
    const whole = Math.max(width, Math.ceil((numbers + leastBar + leastTitle) / 4) * 4);
    const barWidth = Math.max(leastBar, Math.min(mostBar, whole - numbers - 276));
    const target = whole - closedWidth - gap;
    const now = target - targetWidth - gap;
    const barX = now - nowWidth - gap - barWidth;
    return { width: whole, titleWidth: barX - gap, barX, barWidth, now, target, closed: whole, nowWidth, targetWidth, closedWidth };
}

/** The value of now; a currency before it stays small. */
function nowText(model: CrmModel, metric: Metric, value: number): RichText {
    const text = metricWords(value, metric, model.map.currency);
    const currency = metric.unit === 'money' ? (model.map.currency ?? '') : '';
    return currency === '' ? text : [{ text: text.slice(0, currency.length + 1), style: ['body', 'weight-400'] }, { text: text.slice(currency.length + 1) }];
}

/** The metrics of a scorecard below their goals. */
export function metricTable(model: CrmModel, content: ScorecardContent, columns: MetricColumns): Block {
    const date = sharedDate(content.metrics);
    const head = tableHead(
        'Metrics',
        date === undefined ? undefined : `as of ${dateWords(date)}`,
        [
            { text: 'Metric', x: 0, width: columns.titleWidth },
            { text: 'Baseline, now and target', x: columns.barX, width: columns.barWidth },
            { text: 'Now', x: columns.now, width: columns.nowWidth, anchor: 'end' },
            { text: 'Target', x: columns.target, width: columns.targetWidth + gap / 2, anchor: 'end' },
            { text: 'Gap closed', x: columns.closed, width: columns.closedWidth, anchor: 'end' },
        ],
        columns.width,
    );
    const hasGoals = content.groups.some(({ goal }) => goal !== undefined);
    return stackBlocks([head, ...content.groups.flatMap((group) => groupBlocks(model, group, columns, { hasGoals, hasDates: date === undefined }))], 0);
}

/** The date of all figures, where they share one. */
function sharedDate(metrics: readonly Metric[]): string | undefined {
    const dates = new Set(metrics.map(({ updated }) => updated));
    return dates.size === 1 && metrics.length > 1 ? metrics[0]?.updated : undefined;
}

interface GroupShows {
    readonly hasGoals: boolean;
    /** Each metric says how old it is. */
    readonly hasDates: boolean;
}

function groupBlocks(model: CrmModel, group: MetricGroup, columns: MetricColumns, { hasGoals, hasDates }: GroupShows): Block[] {
    const above = group.seenAbove.map(({ title }) => `${title} (above)`).join(', ');
    const isBare = group.metrics.length === 0 && above === '';
    const words = isBare
        ? group.goal?.metrics.length === 0
            ? 'No metric measures this goal.'
            : 'What measures this goal is not part of this view.'
        : `Also measured by ${above}`;
    return [
        ...(hasGoals ? [goalRow(model, group, columns.width)] : []),
        ...group.metrics.map((metric, index) => metricRow(model, metric, columns, { hasDates, isLast: index === group.metrics.length - 1 && above === '' })),
        ...(isBare || above !== '' ? [wordsRow(words, columns.width)] : []),
    ];
}

function goalRow(model: CrmModel, { goal, metrics, seenAbove }: MetricGroup, width: number): Block {
    const facts = goal === undefined ? [] : goalFacts(model, goal);
    const title = goal === undefined ? 'No goal stated' : `Goal: ${goal.title}`;
    const lines = wrapRich(
        [
            { text: title, style: goal === undefined ? ['name', 'fill-ink2'] : 'name' },
            // A space of its own: what runs from right to left would take it to its other side.
            ...(facts.length > 0 ? [{ text: '\u00a0\u00a0 ' }, { text: facts.join(' · ') }] : []),
        ],
        width - indent - 8,
        'body',
    );
    const height = 28 + (lines.length - 1) * 16;
    const marks: Mark[] = [
        { type: 'rect', x: 0, y: 0, width, height, style: 'frame' },
        ...(goal === undefined ? [] : [{ type: 'icon', icon: 'goal', x: 8, y: 6, style: ['icon', 'stroke-ink2'] } as const]),
        ...textLines(lines, indent, 18, 16, 'body'),
    ];
    if (goal === undefined) {
        return { width, height, marks };
    }
    const label = [title, ...facts, `measured by ${countWords(metrics.length + seenAbove.length, 'metric')}`].join(', ');
    return { width, height, marks: [{ type: 'group', thing: { kind: 'goal', id: goal.id, label }, marks }] };
}

function goalFacts(model: CrmModel, goal: Goal): string[] {
    const owner = model.teams.find(({ id }) => id === goal.owner)?.title;
    const supported = goal.supports.map((id) => model.goals.find((other) => other.id === id)?.title ?? id);
    return [
        ...(owner === undefined ? [] : [owner]),
        ...(goal.due === undefined ? [] : [`due ${dateWords(goal.due)}`]),
        ...(supported.length > 0 ? [`supports ${supported.join(', ')}`] : []),
    ];
}

function wordsRow(text: string, width: number): Block {
    const lines = wrapText(text, width - indent, fontOf('body'));
    const height = 40 + (lines.length - 1) * 16;
    const rule: Mark = { type: 'path', d: line(0, height, width, height), style: 'hairline' };
    return { width, height, marks: [...textLines(lines, indent, 24, 16, ['body', 'fill-ink3']), rule] };
}

function metricRow(
    model: CrmModel,
    metric: Metric,
    columns: MetricColumns,
    { hasDates, isLast }: { readonly hasDates: boolean; readonly isLast: boolean },
): Block {
    const room = columns.titleWidth - indent;
    const titles = wrapText(metric.title, room, fontOf('card-title'));
    const facts = wrapText(metricFacts(model, metric, hasDates), room, fontOf('body'));
    const more = (titles.length - 1) * 18 + facts.length * 17;
    const height = 72 + more;
    // The words grow downwards from the first line; the bar keeps to their middle.
    const middle = Math.floor(more / 2);
    const directionY = 52 + (titles.length - 1) * 18;
    const marks: Mark[] = [
        { type: 'rect', x: 0, y: 1, width: columns.width, height: height - 2, style: 'fill-canvas' },
        ...textLines(titles, indent, 34, 18, 'card-title'),
        ...directionMarks(metric, directionY),
        ...textLines(facts, indent, directionY + 17, 17, ['body', 'fill-ink3']),
        placeBlock(hasFigures(metric) ? metricBar(metric, columns.barWidth) : missingBar('no figures stated', columns.barWidth), columns.barX, 7 + middle),
        ...numberMarks(model, metric, columns, 41 + middle),
    ];
    const rule: Mark = { type: 'path', d: line(isLast ? 0 : indent, height, columns.width, height), style: 'hairline' };
    const closed = gapClosed(metric);
    const label = spokenMetric(metric, model.map.currency) + (closed === undefined ? '' : `, ${gapWords(closed)} of the gap closed`);
    return { width: columns.width, height, marks: [{ type: 'group', thing: { kind: 'metric', id: metric.id, label }, marks }, rule] };
}

function directionMarks(metric: Metric, y: number): Mark[] {
    return metric.lowerIsBetter
        ? [
              { type: 'icon', icon: 'down', x: indent - 2, y: y - 11, scale: 0.85, style: ['icon', 'stroke-ink2'] },
              { type: 'text', x: indent + 15, y, text: 'lower is better', style: 'body' },
          ]
        : [{ type: 'text', x: indent, y, text: 'higher is better', style: ['body', 'fill-ink3'] }];
}

/** Its own owner, and how old the figures are. */
function metricFacts(model: CrmModel, metric: Metric, hasDates: boolean): string {
    const owner = model.teams.find(({ id }) => id === metric.owner)?.title;
    const source = metric.current === undefined && metric.sourceData !== undefined ? [`figures in ${metric.sourceData.file}`] : [];
    return [
        ...(owner === undefined ? [] : [owner]),
        ...(metric.updated === undefined || !hasDates ? [] : [`as of ${dateWords(metric.updated)}`]),
        ...source,
    ].join(' · ');
}

function numberMarks(model: CrmModel, metric: Metric, columns: MetricColumns, y: number): Mark[] {
    const words = (value: number): string => metricWords(value, metric, model.map.currency);
    const closed = gapClosed(metric);
    const verdict: readonly [string, Style] | undefined =
        targetMet(metric) === true
            ? ['target met', ['small', 'fill-green', 'weight-600']]
            : closed !== undefined && closed < 0
              ? ['further away', ['small', 'fill-red', 'weight-600']]
              : undefined;
    const notMeasured = wrapText('not measured', columns.nowWidth, fontOf('small'));
    return [
        ...(metric.current === undefined
            ? textLines(notMeasured, columns.now, y - 7 - (notMeasured.length - 2) * 7, 14, 'small', 'end')
            : [{ type: 'text', x: columns.now, y, text: nowText(model, metric, metric.current), anchor: 'end', style: nowStyle } as const]),
        number(columns.target, y, metric.target === undefined ? undefined : words(metric.target)),
        number(columns.closed, y, closed === undefined ? undefined : gapWords(closed)),
        ...(verdict ? [{ type: 'text', x: columns.closed, y: y + 17, text: verdict[0], anchor: 'end', style: verdict[1] } as const] : []),
    ];
}

function number(x: number, y: number, text: string | undefined): Mark {
    return { type: 'text', x, y, text: text ?? '–', anchor: 'end', style: text === undefined ? ['figure', 'fill-ink3'] : numberStyle };
}

/** Does a dash stand somewhere among the numbers? */
export function hasGaps(metrics: readonly Metric[]): boolean {
    return metrics.some((metric) => metric.target === undefined || gapClosed(metric) === undefined);
}
