import type { LangiumDocument } from 'langium';
import type { Document } from '../generated/ast.ts';

/**
 * Where the text begins that decides what can stand at a place: at the declaration that the place is in, or behind. What stands before
 * that need not be read again.
 */
export function declarationStart(document: LangiumDocument, offset: number): number {
    const { elements } = document.parseResult.value as Document;
    let low = 0;
    let high = elements.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((elements[middle]?.$cstNode?.offset ?? 0) < offset) low = middle + 1;
        else high = middle;
    }
    return elements[low - 1]?.$cstNode?.offset ?? 0;
}
