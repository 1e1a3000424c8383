import type { CrmModel, Journey, Persona } from '../../model/crm-model.ts';
import { placeBlock, stackBlocks } from '../block.ts';
import type { Block, Mark, ThingRef } from '../marks.ts';
import { columnWidths } from '../parts/column-widths.ts';
import { line } from '../paths.ts';
import type { StyleName } from '../style-names.ts';
import { captionText, textLines } from '../text-lines.ts';
import { fontOf, linesWidth, textWidth, wrapText } from '../text-metrics.ts';
import { capitalised, numberWords, percentWords } from '../words/value-words.ts';

const leastHeight = 92;
const portraitRoom = 96;
const plainStart = 20;
/** What belongs together stays near on a very wide sheet. */
const mostPanel = 1552;
/** The width of a panel on the common sheet, with which several stand beside each other. */
const leastPanel = 852;
const panelGap = 8;
/** Between two columns, with a hairline in the middle. */
const gap = 40;

/** A column of the panel: widths that suit it, from the widest to its longest word, and how it is drawn in what it gets; `height` counts from the panel's top. */
interface Cell {
    readonly steps: readonly number[];
    draw(x: number, width: number, panelHeight: number): { readonly height: number; readonly marks: readonly Mark[] };
}

/** The people of a journey and its scenario as panels, below each other, or beside each other where each is as wide as on the common sheet; nothing (height 0) where none is stated. */
export function personaPanels(journey: Journey, model: CrmModel, width: number): Block {
    const personas = journey.personas.flatMap((id) => model.personas.find((persona) => persona.id === id) ?? []);
    const scenario = journey.scenario === undefined ? [] : [textCell('Scenario', [journey.scenario])];
    const [only, ...others] = personas;
    if (only !== undefined && others.length === 0) {
        return panel(Math.min(mostPanel, width), personaCells(only, model, scenario), { kind: 'persona', id: only.id, label: only.title });
    }
    const people = personas.map(
        (persona): PanelPlan => ({ content: personaCells(persona, model, []), thing: { kind: 'persona', id: persona.id, label: persona.title } }),
    );
    const what: PanelPlan[] = scenario.length === 0 ? [] : [{ content: { cells: scenario, hasPortrait: false }, thing: undefined }];
    const columns = Math.max(1, Math.floor((width + panelGap) / (leastPanel + panelGap)));
    const whole = Math.min(mostPanel, width);
    const groups = what.length + people.length <= columns ? [[...what, ...people]] : [what, people];
    return stackBlocks(
        groups.flatMap((group) => panelRows(group, columns, group === what && columns > 1 ? width : whole, width)),
        panelGap,
    );
}

/** Panels in rows of so many at most, each as wide as the others; one that stands alone is `alone` px wide. */
function panelRows(plans: readonly PanelPlan[], mostColumns: number, alone: number, width: number): Block[] {
    const columns = Math.min(plans.length, mostColumns);
    if (columns < 2) {
        return plans.map(({ content, thing }) => panel(alone, content, thing));
    }
    const each = Math.floor(Math.min(mostPanel, (width + panelGap) / columns - panelGap));
    return Array.from({ length: Math.ceil(plans.length / columns) }, (_, row) => panelRow(plans.slice(row * columns, (row + 1) * columns), each));
}

interface PanelPlan {
    readonly content: PanelContent;
    readonly thing: ThingRef | undefined;
}

/** Panels beside each other, as high as the highest. */
function panelRow(row: readonly PanelPlan[], width: number): Block {
    const height = Math.max(...row.map(({ content, thing }) => panel(width, content, thing).height));
    return {
        width: row.length * (width + panelGap) - panelGap,
        height,
        marks: row.map(({ content, thing }, index) => placeBlock(panel(width, content, thing, height), index * (width + panelGap), 0)),
    };
}

interface PanelContent {
    readonly cells: readonly Cell[];
    readonly hasPortrait: boolean;
}

function panel(width: number, content: PanelContent, thing: ThingRef | undefined, leastOf = 0): Block {
    const { cells, hasPortrait } = content;
    const start = hasPortrait ? portraitRoom : plainStart;
    const widths = lowest(cells, width - start - 20);
    const place = (panelHeight: number): { readonly height: number; readonly marks: readonly Mark[] } => {
        const marks: Mark[] = [];
        let x = start;
        let height = 0;
        cells.forEach((cell, index) => {
            const own = widths[index] ?? 0;
            const drawn = cell.draw(x, own, panelHeight);
            if (index > 0) {
                marks.push({ type: 'path', d: line(x - gap / 2, 18, x - gap / 2, panelHeight - 18), style: 'hairline' });
            }
            marks.push(...drawn.marks);
            height = Math.max(height, drawn.height);
            x += own + gap;
        });
        return { height, marks };
    };
    const alone = cells.length === 1 && !hasPortrait;
    const height = Math.max(leastOf, alone ? 64 : leastHeight, Math.ceil(place(leastHeight).height / 4) * 4);
    const marks: Mark[] = [
        { type: 'rect', x: 0, y: 0, width, height, radius: 12, style: 'frame' },
        ...(hasPortrait ? [portrait(50, height / 2)] : []),
        ...place(height).marks,
    ];
    return { width, height, marks: thing === undefined ? marks : [{ type: 'group', thing, marks }] };
}

/** Widths with which the panel is as low as can be, and of those the ones with the fewest lines; what is left over is shared out. */
function lowest(cells: readonly Cell[], room: number): number[] {
    const free = room - Math.max(0, cells.length - 1) * gap;
    const choices = cells.map(({ steps, draw }) => [...new Set(steps)].map((step) => ({ step, height: draw(0, step, leastHeight).height })));
    let best: { readonly widths: readonly number[]; readonly most: number; readonly sum: number } | undefined;
    const search = (index: number, widths: readonly number[], used: number, most: number, sum: number): void => {
        const isWorse = best !== undefined && (most > best.most || (most === best.most && sum >= best.sum));
        if (used > free || isWorse) {
            return;
        }
        if (index === choices.length) {
            best = { widths, most, sum };
            return;
        }
        for (const { step, height } of choices[index] ?? []) {
            search(index + 1, [...widths, step], used + step, Math.max(most, height), sum + height);
        }
    };
    search(0, [], 0, 0, 0);
    return columnWidths(
        cells.map(({ steps }, index) => ({ steps: best === undefined ? steps : [best.widths[index] ?? 0], grows: true })),
        room,
        gap,
    );
}

function portrait(x: number, y: number): Mark {
    return {
        type: 'group',
        x,
        y,
        marks: [
            { type: 'circle', x: 0, y: 0, radius: 28, style: ['fill-card', 'stroke-edge', 'w1'] },
            { type: 'path', d: 'M-17 19.5c1-15 33-15 34 0A27 27 0 0 1-17 19.5z', style: 'fill-ink2' },
            { type: 'circle', x: 0, y: -6.5, radius: 9.5, style: 'fill-ink2' },
        ],
    };
}

function personaCells(persona: Persona, model: CrmModel, scenario: readonly Cell[]): PanelContent {
    const cells: Cell[] = [
        nameCell(persona, model),
        ...(persona.quote === undefined ? [] : [quoteCell(persona.quote)]),
        ...scenario,
        ...(persona.needs.length > 0 ? [textCell('Needs', persona.needs)] : []),
        ...(persona.goals.length > 0 ? [textCell('Goals', persona.goals)] : []),
        ...(persona.frustrations.length > 0 ? [textCell('Frustrations', persona.frustrations)] : []),
    ];
    return { cells, hasPortrait: true };
}

interface StyledText {
    readonly text: string;
    readonly style: StyleName | readonly StyleName[];
    readonly pitch: number;
}

function nameCell(persona: Persona, model: CrmModel): Cell {
    const texts: StyledText[] = [{ text: persona.title, style: 'stage-title', pitch: 19 }];
    const segments = persona.segments.flatMap((id) => model.segments.find((segment) => segment.id === id) ?? []);
    for (const segment of segments) {
        const size = segment.size === undefined ? '' : `, ${numberWords(segment.size)}`;
        texts.push({ text: segment.title + size, style: 'body', pitch: 17 });
        if (segment.criteria !== undefined) {
            texts.push({ text: capitalised(segment.criteria), style: ['body', 'fill-ink3'], pitch: 17 });
        }
    }
    if (persona.share !== undefined) {
        texts.push({ text: `${percentWords(persona.share)} of all`, style: ['body', 'fill-ink3'], pitch: 17 });
    }
    return {
        steps: stepsOf(texts, [1, 2, 3], 240),
        draw: (x, width, panelHeight) => {
            const lines = texts.flatMap((item) => wrapText(item.text, width, fontOf(item.style)).map((text) => ({ ...item, text })));
            const tall = lines.slice(1).reduce((sum, item) => sum + item.pitch, 19);
            let y = Math.max(30, (panelHeight - tall) / 2 + 14);
            const marks = lines.map((item, index): Mark => {
                y += index === 0 ? 0 : item.pitch + (index === 1 ? 2 : 0);
                return { type: 'text', x, y, text: item.text, style: item.style };
            });
            return { height: tall + 38, marks };
        },
    };
}

function quoteCell(quote: string): Cell {
    const text = `\u201c${quote}\u201d`;
    const font = fontOf('quote');
    return {
        // A quote reads badly in many short lines: the others give way before it.
        steps: stepsOf([{ text, style: 'quote', pitch: 22 }], [2, 3, 4], 300).map((step) => Math.max(step, Math.min(180, textWidth(text, font) / 2))),
        draw: (x, width, panelHeight) => {
            const lines = wrapText(text, width, font);
            const y = panelHeight / 2 - ((lines.length - 1) * 22) / 2 + 8;
            return { height: lines.length * 22 + 44, marks: textLines(lines, x, y, 22, 'quote') };
        },
    };
}

function textCell(caption: string, items: readonly string[]): Cell {
    const style = ['fact', 'weight-400'] as const;
    const font = fontOf(style);
    const title = captionText(caption);
    return {
        steps: stepsOf(
            items.map((text) => ({ text, style, pitch: 18 })),
            [1, 2, 3, 4],
            230,
        ).map((step) => Math.max(step, textWidth(title, fontOf('caption')))),
        draw: (x, width) => {
            const lines = items.flatMap((item) => wrapText(item, width, font));
            return {
                height: 48 + (lines.length - 1) * 18 + 22,
                marks: [{ type: 'text', x, y: 28, text: title, style: 'caption' }, ...textLines(lines, x, 48, 18, style)],
            };
        },
    };
}

/** Widths at which each text has no more than so many lines, then that of the longest word. */
function stepsOf(texts: readonly StyledText[], counts: readonly number[], most: number): number[] {
    const least = leastOf(texts);
    const widths = counts.map((count) => {
        const needed = texts.map(({ text, style }) => linesWidth(wrapText(text, 1, fontOf(style), { maxLines: count }), fontOf(style)));
        return Math.max(least, Math.min(most, Math.max(...needed))) + 2;
    });
    return [...widths, least];
}

/** The longest word, as far as it makes sense to keep it in one. */
function leastOf(texts: readonly StyledText[]): number {
    const words = texts.flatMap((item) => item.text.split(/\s+/u).map((word) => textWidth(word, fontOf(item.style))));
    return Math.min(140, Math.max(40, ...words));
}

/** The panels at their place on the sheet, below the title block. */
export function placedPanels(panels: Block, x: number, y: number): readonly Mark[] {
    return panels.height === 0 ? [] : [placeBlock(panels, x, y)];
}
