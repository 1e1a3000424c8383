import { type AstNode, DefaultNameProvider, type NameProvider } from 'langium';
import * as ast from './generated/ast.ts';
import { wordAt } from './parser/terminals.ts';

/** What would be read as a number or a date, or begins like one. */
const numberLike = /^(?:[\p{N}_]+|\d[\d_]*-.*)$/u;

/** A name as the text would write it in a path: in backticks where it is no plain word. */
export function pathSegment(name: string): string {
    return wordAt(name, 0) === name && !numberLike.test(name) ? name : `\`${name}\``;
}

/** A path as ids have it: parts that need no backticks have none. */
export function normalPath(path: string): string {
    return path.includes('`') ? path.replace(/`([^`]*)`?/g, (_, name: string) => pathSegment(name)) : path;
}

/** The parts of a path, without backticks. */
export function pathParts(path: string): string[] {
    return [...path.matchAll(/`([^`]*)`?|[^.`]+/g)].map((part) => part[1] ?? part[0]);
}

/** A name or a path in a message: in backticks, or in quotation marks where it holds backticks itself. */
export function quoted(text: string): string {
    return text.includes('`') ? `“${text}”` : `\`${text}\``;
}

/** `a system`, `an entity`. */
export function withArticle(noun: string): string {
    return `${/^[aeiou](?!ne\b|nit\b)/i.test(noun) ? 'an' : 'a'} ${noun}`;
}

/** What an error or a hover calls a type of the grammar. */
export const kindNames: Readonly<Record<string, string>> = {
    Team: 'team',
    Goal: 'goal',
    Metric: 'metric',
    Segment: 'segment',
    Persona: 'persona',
    Channel: 'channel',
    Region: 'region',
    Capability: 'capability',
    System: 'system',
    Entity: 'entity',
    Field: 'field',
    Flow: 'flow',
    Lifecycle: 'lifecycle',
    LifecycleStage: 'lifecycle stage',
    Activity: 'activity',
    Journey: 'journey',
    JourneyStage: 'stage',
    Touchpoint: 'touchpoint',
    Pain: 'pain',
    Opportunity: 'opportunity',
    Initiative: 'initiative',
    View: 'view',
    MapInfo: 'map',
    FlowEnd: 'system or entity',
    DataItem: 'entity or field',
    ConsentSource: 'touchpoint or system',
    Changeable: 'system or flow',
    Audience: 'persona or segment',
    Thing: 'thing',
};

/** Where two kinds of things share a name, and a reference may mean either, the earlier kind is meant. */
export const kindOrder: readonly string[] = [
    'System',
    'Entity',
    'Field',
    'Flow',
    'Journey',
    'JourneyStage',
    'Touchpoint',
    'Pain',
    'Opportunity',
    'Lifecycle',
    'LifecycleStage',
    'Activity',
    'Persona',
    'Segment',
    'Team',
    'Goal',
    'Metric',
    'Channel',
    'Region',
    'Capability',
    'Initiative',
    'View',
];

/** A declaration that has a name of its own. */
export type Named = AstNode & { name: string };

export function isNamed(node: AstNode): node is Named {
    return kindOrder.includes(node.$type) && typeof (node as Partial<Named>).name === 'string' && (node as Named).name !== '';
}

/** Names and paths of declarations. */
export class CrmMapNameProvider extends DefaultNameProvider implements NameProvider {
    override getName(node: AstNode): string | undefined {
        return isNamed(node) ? node.name : undefined;
    }
}

/** The path by which a declaration is referred to from anywhere, such as `crm.Contact.Email`; undefined where it has no name. */
export function pathOf(node: AstNode): string | undefined {
    if (!isNamed(node)) return undefined;
    const holder = holderOf(node);
    if (!holder) return pathSegment(node.name);
    const holderPath = pathOf(holder);
    return holderPath === undefined ? undefined : `${holderPath}.${pathSegment(node.name)}`;
}

/** The declaration whose path a declaration's own path continues: what stands in a journey hangs directly below the journey. */
export function holderOf(node: AstNode): AstNode | undefined {
    if (ast.isTouchpoint(node) || ast.isPain(node) || ast.isOpportunity(node) || ast.isJourneyStage(node)) {
        let holder: AstNode | undefined = node.$container;
        while (holder && !ast.isJourney(holder)) holder = holder.$container;
        return holder;
    }
    return node.$container && isNamed(node.$container) ? node.$container : undefined;
}
