import type { Metric } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { Block, Mark } from '../marks.ts';
import { barScale, bulletBar } from '../parts/bullet-bar.ts';
import type { Style } from '../style-names.ts';
import { fontOf, textWidth } from '../text-metrics.ts';
import { numberWords } from '../words/value-words.ts';

const trackTop = 20;
const trackHeight = 16;
/** Between two numbers of one row, in px. */
const apart = 6;

/** Height of a bar with its numbers: those of baseline and target above the track, of now and of the scale below it. */
const metricBarHeight = 52;

/** A bullet bar with its numbers beside their marks. */
export function metricBar(metric: Metric, width: number): Block {
    const scale = barScale(metric, width);
    const quiet: Style = ['small', 'tabular'];
    const above = apartFrom(
        [
            ...(metric.baseline === undefined ? [] : [label(metric.baseline, scale.x(metric.baseline), quiet)]),
            ...(metric.target === undefined ? [] : [label(metric.target, scale.x(metric.target), ['small', 'fill-ink', 'weight-600', 'tabular'])]),
        ],
        0,
        width,
    );
    const low = label(scale.low, 0, quiet);
    const high = label(scale.high, width, quiet);
    const now = metric.current === undefined ? [] : [label(metric.current, scale.x(metric.current), ['small', 'fill-blue', 'weight-600', 'tabular'])];
    const below = [...apartFrom(now, low.width + apart, width - high.width - apart), { ...low, x: low.width / 2 }, { ...high, x: width - high.width / 2 }];
    const marks: Mark[] = [placeBlock(bulletBar(metric, { width, height: trackHeight, showGap: true }), 0, trackTop), ...row(above, 13), ...row(below, 51)];
    return { width, height: metricBarHeight, marks };
}

/** Words in a dashed box, in place of a bar. */
export function missingBar(words: string, width: number): Block {
    return {
        width,
        height: metricBarHeight,
        marks: [
            { type: 'rect', x: 0.5, y: 14.5, width: width - 1, height: 27, radius: 4, style: 'missing' },
            { type: 'text', x: width / 2, y: 32, text: words, anchor: 'middle', style: 'small' },
        ],
    };
}

interface NumberLabel {
    readonly text: string;
    /** Its middle. */
    readonly x: number;
    readonly width: number;
    readonly style: Style;
}

function label(value: number, x: number, style: Style): NumberLabel {
    const text = numberWords(value);
    return { text, x, width: textWidth(text, fontOf(style)), style };
}

/** One or two numbers, moved no further than it takes to stand apart and between the ends. */
function apartFrom(labels: readonly NumberLabel[], from: number, to: number): NumberLabel[] {
    const inside = (x: number, width: number): number => Math.max(from + width / 2, Math.min(to - width / 2, x));
    const [first, second] = [...labels].sort((a, b) => a.x - b.x).map((one) => ({ ...one, x: inside(one.x, one.width) }));
    if (!first || !second) {
        return first ? [first] : [];
    }
    const needed = (first.width + second.width) / 2 + apart;
    const lacking = needed - (second.x - first.x);
    if (lacking <= 0) {
        return [first, second];
    }
    const left = inside(first.x - lacking / 2, first.width);
    const right = inside(left + needed, second.width);
    return [
        { ...first, x: right - needed },
        { ...second, x: right },
    ];
}

function row(labels: readonly NumberLabel[], y: number): Mark[] {
    return labels.map(({ text, x, style }) => ({ type: 'text', x, y, text, anchor: 'middle', style }));
}
