import type { AstNode } from 'langium';
import { statedIn } from '../../checks/repeated.ts';
import type { ExpectedKeyword } from './expected.ts';

/** The node of a type around a place. */
export function nodeAround(around: AstNode, type: string): AstNode | undefined {
    for (let node: AstNode | undefined = around; node; node = node.$container) if (node.$type === type) return node;
    return undefined;
}

/** Whether a property or a modifier is stated already, elsewhere than at the cursor; stating it twice would be an error. */
export function isStated({ type, words, features }: ExpectedKeyword, around: AstNode, start: number): boolean {
    const modifier = type === 'FieldModifier';
    const node = nodeAround(around, modifier ? 'Field' : type);
    if (!node) return false;
    const wanted = modifier ? [`modifier ${words[0]}`] : features;
    return wanted.length > 0 && statedIn(node).some(({ feature, word }) => wanted.includes(feature) && word.offset !== start);
}
