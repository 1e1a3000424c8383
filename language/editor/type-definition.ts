import type { AstNode, LangiumDocument, Reference } from 'langium';
import type { LangiumServices, TypeDefinitionProvider } from 'langium/lsp';
import type { LocationLink, TypeDefinitionParams } from 'vscode-languageserver-protocol';
import * as ast from '../generated/ast.ts';
import type { CrmMapAddedServices } from '../module.ts';
import { conceptOf } from './concept.ts';
import { linksTo, thingAt } from './pointer.ts';

/**
 * Goes from a thing to what says of what sort it is: from a field to the entity that it refers to, from an entity to the master of
 * its concept, from a flow to its ends, from a touchpoint to its channel, from a journey to its persona.
 */
export class CrmMapTypeDefinitionProvider implements TypeDefinitionProvider {
    private readonly services: LangiumServices & CrmMapAddedServices;

    constructor(services: LangiumServices & CrmMapAddedServices) {
        this.services = services;
    }

    getTypeDefinition(document: LangiumDocument, { position }: TypeDefinitionParams): LocationLink[] | undefined {
        const thing = thingAt(this.services, document, position);
        const links = thing && linksTo(thing.leaf, this.sortsOf(thing.node));
        return links && links.length > 0 ? links : undefined;
    }

    private sortsOf(node: AstNode): AstNode[] {
        if (ast.isEntity(node)) return conceptOf(node, this.services).filter((entity) => entity.master && entity !== node);
        return sortReferences(node).flatMap((reference) => reference?.ref ?? []);
    }
}

function sortReferences(node: AstNode): readonly (Reference | undefined)[] {
    if (ast.isField(node)) return [node.type?.target];
    if (ast.isFlow(node)) return [node.from, node.to];
    if (ast.isTouchpoint(node)) return node.channels;
    if (ast.isJourney(node)) return [...node.personas, ...node.segments];
    if (ast.isJourneyStage(node)) return node.within;
    if (ast.isPersona(node)) return node.segments;
    if (ast.isChannel(node)) return [node.system];
    if (ast.isGoal(node)) return node.metrics;
    if (ast.isInitiative(node)) return node.supports;
    if (ast.isOpportunity(node)) return node.addresses;
    if (ast.isActivity(node)) return node.systems;
    if (ast.isView(node)) return [node.of];
    return [];
}
