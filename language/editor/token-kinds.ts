import { type AstNode, AstUtils } from 'langium';
import * as ast from '../generated/ast.ts';
import { builtinScheme } from '../imports.ts';

/** Token types of the protocol that every theme colours; a token names one by its index. */
export const tokenTypes = [
    'class',
    'struct',
    'property',
    'function',
    'namespace',
    'enumMember',
    'method',
    'type',
    'variable',
    'enum',
    'event',
    'interface',
    'decorator',
] as const;

export type TokenType = (typeof tokenTypes)[number];

/** Token modifiers of the protocol; a token has one bit for each. */
export const tokenModifiers = ['declaration', 'readonly', 'deprecated', 'defaultLibrary'] as const;

export type TokenModifier = (typeof tokenModifiers)[number];

/** How the names of things are coloured. */
export const typeByKind: Readonly<Record<string, TokenType>> = {
    System: 'class',
    Entity: 'struct',
    Field: 'property',
    Flow: 'function',
    Lifecycle: 'namespace',
    LifecycleStage: 'enumMember',
    Activity: 'method',
    Journey: 'namespace',
    JourneyStage: 'enumMember',
    Touchpoint: 'method',
    Pain: 'event',
    Opportunity: 'event',
    Team: 'type',
    Persona: 'type',
    Segment: 'type',
    Goal: 'variable',
    Metric: 'variable',
    Channel: 'enum',
    Region: 'enum',
    Capability: 'enum',
    Initiative: 'interface',
    View: 'interface',
};

/** What the colour of a name says beside its kind: that the thing is on its way out, is not to be written to, or comes with the language. */
export function modifiersOf(node: AstNode): TokenModifier[] {
    const fieldModifiers = ast.isField(node) ? node.modifiers.map(({ name }) => name) : [];
    const retired = 'life' in node && node.life === 'retired';
    return [
        ...(fieldModifiers.includes('readonly') || fieldModifiers.includes('formula') ? (['readonly'] as const) : []),
        ...(retired || fieldModifiers.includes('deprecated') ? (['deprecated'] as const) : []),
        ...(AstUtils.getDocument(node).uri.scheme === builtinScheme ? (['defaultLibrary'] as const) : []),
    ];
}
