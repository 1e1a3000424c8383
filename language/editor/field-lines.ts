import { type Field, isFlow, isMapping, type Mapping } from '../generated/ast.ts';
import { plainText } from './markdown.ts';
import { clipped, linked } from './usage-words.ts';
import type { Usages } from './usages.ts';

const mostShown = 6;

/** Where a field is mapped: `filled from …` and `goes to …`, each with its flow. */
export function mappingLines(field: Field, usages: Usages): string[] {
    const mappings = new Set(usages.of(field).flatMap(({ cst }) => (isMapping(cst.astNode) ? [cst.astNode] : [])));
    const lines = [...mappings].flatMap((mapping) => lineOf(mapping, field));
    return lines.length > mostShown ? [...lines.slice(0, mostShown), `- and ${lines.length - mostShown} more`] : lines;
}

function lineOf(mapping: Mapping, field: Field): string[] {
    const flow = mapping.$container;
    if (!isFlow(flow)) return [];
    const fills = mapping.target?.ref === field;
    const others = fills ? mapping.sources.map(({ $refText }) => $refText).join(', ') : (mapping.target?.$refText ?? '?');
    const change = mapping.using === undefined ? '' : `, ${mapping.using}`;
    return [`- ${fills ? 'filled from' : 'goes to'} ${plainText(clipped(`${others}${change}`, 120))} in ${linked(flow)}`];
}
