import type { Flow, Mapping } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import { keySample } from '../fields/samples.ts';
import type { Block, Mark } from '../marks.ts';
import { inlineArrow } from '../parts/flow-line.ts';
import { fontOf, textWidth, wrapText } from '../text-metrics.ts';
import { countWords } from '../words/value-words.ts';

/** Above this a transform is broken into lines, in px. */
const mostText = 164;
/** More pairs of values than this stand in a list below. */
const mostPairs = 3;
const padding = 10;
const lineHeight = 16;

interface PlateLine {
    readonly text: string;
    readonly before?: Block;
    /** A broken line goes on below its text. */
    readonly indent: number;
}

/** What happens on the way of a mapping; nothing where values pass as they are. */
export function plate(flow: Flow, mapping: Mapping): Block | undefined {
    const lines = plateLines(flow, mapping);
    if (lines.length === 0) {
        return undefined;
    }
    const font = fontOf('entity');
    const width = Math.ceil(Math.max(...lines.map((line) => line.indent + textWidth(line.text, font)))) + 2 * padding;
    const height = 8 + lines.length * lineHeight;
    const marks: Mark[] = [{ type: 'rect', x: 0, y: 0, width, height, radius: 6, style: 'plate' }];
    lines.forEach((line, index) => {
        const y = 16 + index * lineHeight;
        if (line.before !== undefined) {
            marks.push(placeBlock(line.before, padding, y - 4 - line.before.height / 2));
        }
        marks.push({ type: 'text', x: padding + line.indent, y, text: line.text, style: 'entity' });
    });
    return { width, height, marks };
}

/** Do its pairs of values stand in the list? */
export function hasListedValues(mapping: Mapping): boolean {
    return mapping.values.length > mostPairs;
}

/** Does the mapping join two fields by which records are matched? */
function isMatchKey(flow: Flow, mapping: Mapping): boolean {
    return flow.key.some((field) => field === mapping.target || mapping.sources.includes(field));
}

/** `Fair` where both sides call it so, else `Search → Web`. */
export function pairWords(pair: { readonly source: string; readonly target: string }): string {
    return pair.source === pair.target ? pair.source : `${pair.source} \u2192 ${pair.target}`;
}

/** What the plate says, for the ear. */
export function spokenPlate(flow: Flow, mapping: Mapping): string | undefined {
    const parts = [
        isMatchKey(flow, mapping) && 'match key',
        mapping.using,
        mapping.back !== undefined && `back: ${mapping.back}`,
        mapping.values.length > 0 && countWords(mapping.values.length, 'value'),
    ].filter((part) => typeof part === 'string');
    return parts.length === 0 ? undefined : parts.join(', ');
}

function plateLines(flow: Flow, mapping: Mapping): PlateLine[] {
    const both = flow.twoWay && mapping.back !== undefined;
    return [
        ...(isMatchKey(flow, mapping) ? withMark('match key', keySample) : []),
        ...(mapping.using === undefined ? [] : withMark(mapping.using, both ? inlineArrow('right') : undefined)),
        ...(mapping.back === undefined ? [] : withMark(mapping.back, inlineArrow('left'))),
        ...(hasListedValues(mapping)
            ? withMark(`${countWords(mapping.values.length, 'value')}, listed below`, undefined)
            : mapping.values.flatMap((pair) => withMark(pairWords(pair), undefined))),
    ];
}

function withMark(text: string, before: Block | undefined): PlateLine[] {
    const indent = before === undefined ? 0 : before.width + 6;
    return wrapText(text, mostText - indent, fontOf('entity')).map((line, index) => ({
        text: line,
        indent,
        ...(index === 0 && before !== undefined ? { before } : {}),
    }));
}
