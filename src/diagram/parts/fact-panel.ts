import { placeBlock } from '../block.ts';
import type { Block, Mark, ThingRef } from '../marks.ts';
import { line } from '../paths.ts';
import { captionText, textLines } from '../text-lines.ts';
import { fontOf, linesWidth, textWidth, wrapText } from '../text-metrics.ts';
import { columnWidths } from './column-widths.ts';

export interface PanelFact {
    readonly caption: string;
    /** What is stated; the panel says so where nothing is. */
    readonly value?: string;
    /** Follows the value, its middle 4 above the baseline. */
    readonly after?: Block;
}

export interface FactPanel {
    /** Stands at the left of a hairline: what the facts are of. Its top is the panel's. */
    readonly lead?: Block;
    readonly facts: readonly PanelFact[];
    /** How many facts stand side by side. */
    readonly columns: number;
    /** Makes the panel a thing. */
    readonly thing?: ThingRef;
}

const side = 20;
const gap = 24;
const valuePitch = 16;
const notStated = 'Not stated';

/** Facts with a caption over each value, so many px wide: 104 high with two rows of one line each. */
export function factPanel(panel: FactPanel, width: number): Block {
    const { lead, facts, columns, thing } = panel;
    const start = lead === undefined ? side : Math.max(228, side + lead.width + 2 * side);
    const widths = widthsOf(facts, columns, width - start - side);
    const rows = Array.from({ length: Math.ceil(facts.length / columns) }, (_, row) => facts.slice(row * columns, (row + 1) * columns));
    const marks: Mark[] = [];
    const rowPitch = lead === undefined ? 42 : 40;
    let y = 28;
    for (const row of rows) {
        let most = 1;
        let x = start;
        row.forEach((fact, column) => {
            const own = widths[column] ?? 0;
            const captions = wrapText(captionText(fact.caption), own, fontOf('caption'));
            const style = fact.value === undefined ? (['fact', 'weight-400', 'fill-ink3'] as const) : 'fact';
            const values = wrapText(fact.value ?? notStated, own - (fact.after === undefined ? 0 : fact.after.width + 8), fontOf(style));
            marks.push(...textLines(captions, x, y, 14, 'caption'), ...textLines(values, x, y + 18 + (captions.length - 1) * 14, valuePitch, style));
            if (fact.after !== undefined) {
                const end = textWidth(values[values.length - 1] ?? '', fontOf(style));
                marks.push(placeBlock(fact.after, x + end + 8, y + 18 + (values.length - 1) * valuePitch - 4 - fact.after.height / 2));
            }
            most = Math.max(most, values.length + captions.length - 1);
            x += own + gap;
        });
        y += rowPitch + (most - 1) * valuePitch;
    }
    const height = Math.ceil(Math.max(y - rowPitch + 34, (lead?.height ?? 0) + 16, lead === undefined ? 64 : 88) / 4) * 4;
    const all: Mark[] = [
        { type: 'rect', x: 0, y: 0, width, height, radius: 12, style: 'frame' },
        ...(lead === undefined
            ? []
            : [placeBlock(lead, 16, 0), { type: 'path', d: line(start - side, 18, start - side, height - 18), style: 'hairline' } as const]),
        ...marks,
    ];
    return { width, height, marks: thing === undefined ? all : [{ type: 'group', thing, marks: all }] };
}

/** Even columns where that breaks no line, else by what stands in them. */
function widthsOf(facts: readonly PanelFact[], columns: number, room: number): number[] {
    const even = (room - (columns - 1) * gap) / columns;
    const font = fontOf('fact');
    const measures = Array.from({ length: columns }, (_, column) => {
        const own = facts.filter((_fact, index) => index % columns === column);
        const widest = (measure: (fact: PanelFact) => number): number => Math.ceil(Math.max(0, ...own.map(measure))) + 2;
        const tail = (fact: PanelFact): number => (fact.after === undefined ? 0 : fact.after.width + 8);
        const caption = widest((fact) => textWidth(captionText(fact.caption), fontOf('caption')));
        const twoLines = Math.max(
            caption,
            widest((fact) => linesWidth(wrapText(fact.value ?? notStated, 1, font, { maxLines: 2 }), font) + tail(fact)),
        );
        const oneLine = Math.max(
            caption,
            widest((fact) => textWidth(fact.value ?? notStated, font) + tail(fact)),
        );
        return {
            steps: [
                // No column grows far beyond the others for the sake of one long value.
                Math.min(oneLine, even * 1.15),
                Math.min(twoLines, even),
                Math.max(
                    caption,
                    widest((fact) => Math.min(140, linesWidth((fact.value ?? '').split(/\s+/u), font)) + tail(fact)),
                ),
            ],
            grows: true,
            oneLine,
        };
    });
    return measures.every((measure) => measure.oneLine <= even) ? measures.map(() => even) : columnWidths(measures, room, gap);
}
