import type { AstNode, Reference } from 'langium';
import { type Entity, type Goal, type Journey, type Way, isJourney } from '../generated/ast.ts';
import { holderOf, pathSegment, quoted } from '../names.ts';
import type { Check, CheckContext, CheckTable } from './check.ts';

/** LNG051: the ways of a journey go between its own touchpoints. */
function ownTouchpoints(way: Way, { report }: CheckContext): void {
    const journey = way.$container;
    const ends: { node: AstNode; property: string; reference: Reference | undefined }[] = [
        { node: way, property: 'from', reference: way.from },
        ...way.steps.map((step) => ({ node: step as AstNode, property: 'to', reference: step.to })),
    ];
    for (const { node, property, reference } of ends) {
        const target = reference?.ref;
        const home = target && holderOf(target);
        if (!home || home === journey || !isJourney(home)) continue;
        report('LNG051', `${quoted(reference?.$refText ?? '')} stands in the journey ${quoted(home.name)}. A way goes between touchpoints of one journey.`, {
            node,
            property,
            choices: ownNames(journey),
        });
    }
}

const mostOffered = 6;

function ownNames({ stages }: Journey): string[] {
    const names = stages.flatMap(({ touchpoints }) => touchpoints.flatMap(({ name }) => (name ? [pathSegment(name)] : [])));
    return [...new Set(names)].slice(0, mostOffered);
}

/** LNG052: what is the same as itself, the future of itself, or supports itself, says nothing. */
function notItself(property: 'sameAs' | 'futureOf' | 'supports', says: string): Check {
    return (node: Entity | Journey | Goal, { report }: CheckContext) => {
        const value = (node as unknown as Readonly<Record<string, Reference | readonly Reference[] | undefined>>)[property];
        for (const [index, reference] of [value ?? []].flat().entries()) {
            if (reference.ref === node) report('LNG052', `${quoted(node.name)} ${says}. Name another one.`, { node, property, index });
        }
    };
}

export const referenceChecks: CheckTable = {
    Way: [ownTouchpoints as Check],
    Entity: [notItself('sameAs', 'is the same as itself')],
    Journey: [notItself('futureOf', 'is the future of itself')],
    Goal: [notItself('supports', 'supports itself')],
};
