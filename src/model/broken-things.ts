import type { LangiumDocument } from 'langium';
import * as ast from '../../language/generated/ast.ts';
import { pathOf } from '../../language/names.ts';
import { nearest } from '../../language/nearest.ts';
import { kindOf } from './kinds.ts';

/** A declaration of a map that has an error, or `everything` where an error stands in none, or in one that all others rest on. */
export type BrokenThing = { readonly kind: string; readonly id?: string } | 'everything';

/** Declarations that stand alone in a file, by the word that starts them. */
const declarable = [
    'team',
    'goal',
    'metric',
    'segment',
    'persona',
    'channel',
    'region',
    'capability',
    'system',
    'flow',
    'lifecycle',
    'journey',
    'initiative',
    'view',
];

/**
 * What an error at a place in the text breaks: the declaration that it stands in, and the one before where it is met at the very
 * start, as a missing `}` is. A declaration of no known kind counts as the kind whose name is nearest.
 *
 * @param position line and character (UTF-16), from 0
 */
export function brokenAt(document: LangiumDocument, position: { readonly line: number; readonly character: number }): BrokenThing[] {
    const { elements } = document.parseResult.value as ast.Document;
    const offset = document.textDocument.offsetAt(position);
    const index = elements.findIndex(({ $cstNode }) => $cstNode !== undefined && $cstNode.offset <= offset && offset <= $cstNode.end);
    const element = elements[index];
    if (!element) return ['everything'];
    const before = element.$cstNode?.offset === offset ? elements[index - 1] : undefined;
    return [element, ...(before ? [before] : [])].map(thingOf);
}

function thingOf(element: ast.Element): BrokenThing {
    if (ast.isMapInfo(element)) return 'everything';
    if (!ast.isUnknownDeclaration(element)) return { kind: kindOf(element), id: pathOf(element) };
    const kind = nearest(element.keyword, declarable);
    return kind === undefined ? 'everything' : { kind };
}
