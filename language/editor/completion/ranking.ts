import type { AstNode } from 'langium';
import * as ast from '../../generated/ast.ts';
import { viewSubjects } from '../../view-subjects.ts';

/** Which names fit at a place, and which of them best. */
export interface Fit {
    /** Whether only names of what the reference stands in, or points into, make sense. */
    readonly localOnly: boolean;
    /** Types that may be named; all that the grammar allows where it is absent. */
    readonly types?: ReadonlySet<string>;
    /** Smaller is better; 0 to 9. */
    readonly rank: (thing: AstNode | undefined) => number;
}

const anything: Fit = { localOnly: false, rank: () => 0 };

/** How well names fit as a property of a node, which may be one that is not written yet. */
export function fitOf(container: AstNode, property: string): Fit {
    if (container.$type === 'Mapping') return mappingFit(container as ast.Mapping, property);
    if ((container.$type === 'Entity' && property === 'match') || (container.$type === 'Flow' && property === 'key')) return { localOnly: true, rank: telling };
    if (container.$type === 'Flow' && property === 'via') return { ...anything, rank: carrying };
    if (container.$type === 'Way' || container.$type === 'WayStep') return { ...anything, localOnly: true };
    if (container.$type === 'Touchpoint' || container.$type === 'DataUse') return { ...anything, rank: nearTouchpoint(container) };
    if (container.$type === 'Opportunity' && property === 'addresses') return { ...anything, localOnly: true, rank: beside(container) };
    if (container.$type === 'Entity' && property === 'sameAs') return { ...anything, rank: alike(container) };
    if (container.$type === 'View' && property === 'of') return { ...anything, types: new Set(viewSubjects[(container as ast.View).kind ?? ''] ?? []) };
    return { ...anything, rank: inUse };
}

/** Fields that are not mapped yet, those of the same name and type first. */
function mappingFit(mapping: ast.Mapping, property: string): Fit {
    const flow = mapping.$container;
    const others = ast.isFlow(flow) ? flow.mappings.filter((other) => other !== mapping && other.$cstNode !== mapping.$cstNode) : [];
    const taken = new Set<AstNode | undefined>(others.flatMap((other) => (property === 'target' ? [other.target?.ref] : other.sources.map(({ ref }) => ref))));
    const sources = property === 'target' ? (mapping.sources ?? []).map(({ ref }) => ref).filter((field) => field !== undefined) : [];
    const rank = (thing: AstNode | undefined): number => {
        if (!ast.isField(thing)) return 9;
        const name = sources.some((source) => plainName(source.name) === plainName(thing.name));
        const type = sources.some((source) => source.type?.name === thing.type?.name);
        const likeness = sources.length === 0 ? 0 : name && type ? 0 : name ? 1 : type ? 2 : 3;
        return likeness + (taken.has(thing) ? 4 : 0);
    };
    return { localOnly: true, rank };
}

/** What tells records apart comes first. */
function telling(thing: AstNode | undefined): number {
    if (!ast.isField(thing)) return 9;
    const marks = new Set(thing.modifiers.map(({ name }) => name));
    if (marks.has('deprecated')) return 8;
    if (marks.has('key')) return 0;
    return marks.has('unique') ? 1 : thing.type?.name === 'id' ? 2 : thing.type?.name === 'email' ? 3 : 4;
}

/** Middleware comes first: it is what flows pass through. */
function carrying(thing: AstNode | undefined): number {
    return (ast.isSystem(thing) && thing.category === 'middleware' ? 0 : 1) + inUse(thing);
}

/** What is retired comes last. */
function inUse(thing: AstNode | undefined): number {
    for (let around = thing; around; around = around.$container) if ('life' in around && around.life === 'retired') return 2;
    return 0;
}

/** What stands in the systems of a touchpoint comes first, those of its channels too. */
function nearTouchpoint(container: AstNode): Fit['rank'] {
    let node: AstNode | undefined = container;
    while (node && !ast.isTouchpoint(node)) node = node.$container;
    const named = node ? [...node.frontstage, ...node.backstage, ...node.support].map(({ ref }) => ref) : [];
    const systems = new Set<AstNode | undefined>(
        [...named, ...(node?.channels ?? []).map(({ ref }) => ref?.system?.ref)].filter((system) => system !== undefined),
    );
    return (thing) => {
        for (let around = thing; around; around = around.$container) if (systems.has(around)) return 0;
        return 1 + inUse(thing);
    };
}

function beside(container: AstNode): Fit['rank'] {
    return (thing) => (thing?.$container === container.$container ? 0 : 1);
}

/** Entities of the same name first, those that are the system of record before copies; never the entity itself. */
function alike(container: AstNode): Fit['rank'] {
    const name = ast.isEntity(container) ? plainName(container.name) : '';
    return (thing) => {
        if (thing === container) return 9;
        return ast.isEntity(thing) ? (plainName(thing.name) === name ? 0 : 2) + (thing.master ? 0 : 1) : 4;
    };
}

function plainName(name: string | undefined): string {
    return (name ?? '').toLowerCase().replaceAll(/[-_\s]/g, '');
}
