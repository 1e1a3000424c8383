import { type AstNode, AstUtils, type CstNode, GrammarAST, isCompositeCstNode, isLeafCstNode } from 'langium';
import { quoted } from '../names.ts';
import { ownParts } from '../own-parts.ts';
import type { CheckContext } from './check.ts';

export interface Stated {
    readonly feature: string;
    readonly word: CstNode;
}

/** LNG031: a property that has one value is stated once; so is a modifier of a field. True where one is stated twice. */
export function repeatedProperty(node: AstNode, { report }: CheckContext): boolean {
    const first = new Map<string, CstNode>();
    let found = false;
    for (const { feature, word } of statedIn(node)) {
        const before = first.get(feature);
        if (!before) {
            first.set(feature, word);
            continue;
        }
        found = true;
        const line = before.range.start.line + 1;
        report('LNG031', `${quoted(word.text)} is stated twice; it stands in line ${line} already. Remove one of the two.`, { node, range: word.range });
    }
    return found;
}

/** The single values that a node states itself, in the order of the text, each with the word that announces it. */
export function statedIn(node: AstNode): Stated[] {
    const cst = node.$cstNode;
    if (!cst || !isCompositeCstNode(cst)) return [];
    const found: Stated[] = [];
    let word: CstNode | undefined;
    for (const child of ownParts(cst, node)) {
        const source = child.grammarSource;
        const assignment = AstUtils.getContainerOfType(source, GrammarAST.isAssignment);
        if (isLeafCstNode(child) && GrammarAST.isKeyword(source)) word = child;
        if (assignment?.feature === 'modifiers' && isCompositeCstNode(child)) {
            const name = child.text.split(/\s/)[0] ?? '';
            found.push({ feature: `modifier ${name}`, word: child.content[0] ?? child });
        } else if (
            assignment &&
            assignment.operator !== '+=' &&
            assignment.feature !== 'name' &&
            !assignment.feature.endsWith('Unit') &&
            !structural.has(node.$type)
        ) {
            found.push({ feature: assignment.feature, word: word ?? child });
        }
    }
    return found;
}

/** Nodes whose parts come in a fixed order, and so only once. */
const structural = new Set([
    'OrSelector',
    'AndSelector',
    'NotSelector',
    'WayStep',
    'ValuePair',
    'FieldModifier',
    'FieldType',
    'RuleSetting',
    'Money',
    'Duration',
    'Percent',
    'Limit',
]);
