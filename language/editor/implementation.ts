import type { AstNode, LangiumDocument } from 'langium';
import type { ImplementationProvider, LangiumServices } from 'langium/lsp';
import type { ImplementationParams, LocationLink } from 'vscode-languageserver-protocol';
import * as ast from '../generated/ast.ts';
import type { CrmMapAddedServices } from '../module.ts';
import { conceptOf } from './concept.ts';
import { linksTo, thingAt } from './pointer.ts';
import type { EditorAddedServices } from './editor-services.ts';
import { namedBy } from './usages.ts';

/** By which properties of other things a thing becomes real: a capability is provided, an opportunity delivered. */
const realisedBy: Readonly<Record<string, readonly string[]>> = {
    Capability: ['Provision.capability'],
    Goal: ['Initiative.supports', 'Goal.supports'],
    Metric: ['Goal.metrics'],
    Opportunity: ['Initiative.delivers'],
    Pain: ['Opportunity.addresses'],
    LifecycleStage: ['JourneyStage.within'],
    Persona: ['Journey.personas'],
    Segment: ['Persona.segments', 'Journey.segments'],
};

/**
 * Goes from a thing to what makes it real: from an entity to all entities of its concept, whichever it was, from a capability to the
 * systems that provide it, from a channel to the system that carries it, from a goal or an opportunity to the initiatives for it.
 */
export class CrmMapImplementationProvider implements ImplementationProvider {
    private readonly services: LangiumServices & CrmMapAddedServices & EditorAddedServices;

    constructor(services: LangiumServices & CrmMapAddedServices & EditorAddedServices) {
        this.services = services;
    }

    getImplementation(document: LangiumDocument, { position }: ImplementationParams): LocationLink[] | undefined {
        const thing = thingAt(this.services, document, position);
        const links = thing && linksTo(thing.leaf, this.realisationsOf(thing.node));
        return links && links.length > 0 ? links : undefined;
    }

    private realisationsOf(node: AstNode): AstNode[] {
        if (ast.isEntity(node)) {
            const same = conceptOf(node, this.services);
            return same.length > 1 ? same : [];
        }
        if (ast.isChannel(node)) return node.system?.ref ? [node.system.ref] : [];
        if (ast.isFlow(node)) return node.via.flatMap(({ ref }) => ref ?? []);
        if (ast.isField(node)) return this.mappedWith(node);
        const wanted = realisedBy[node.$type] ?? [];
        return this.usesOf(node)
            .filter(({ by, property }) => wanted.includes(`${by.$type}.${property ?? ''}`))
            .map(({ by }) => (ast.isProvision(by) ? by.$container : by));
    }

    /** The fields that hold the same data in other systems, as far as `map` lines say so at once. */
    private mappedWith(field: ast.Field): AstNode[] {
        return this.usesOf(field).flatMap(({ by, property }) => {
            if (!ast.isMapping(by)) return [];
            const others = property === 'target' ? by.sources : [by.target];
            return others.flatMap((other) => other?.ref ?? []);
        });
    }

    private usesOf(node: AstNode): ReturnType<typeof namedBy>[] {
        return this.services.editor.Usages.of(node).map(namedBy);
    }
}
