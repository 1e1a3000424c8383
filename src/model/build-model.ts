import { type AstNode, AstUtils, type LangiumDocument, type URI, UriUtils } from 'langium';
import * as ast from '../../language/generated/ast.ts';
import type { CrmMapServices } from '../../language/module.ts';
import type { CrmModel, MapInfo } from './crm-model.ts';
import { type ModelContext, sourceOf } from './model-context.ts';
import { readFlows } from './read-flows.ts';
import { readJourney } from './read-journeys.ts';
import { readLifecycle } from './read-lifecycles.ts';
import { readCapability, readChannel, readGoal, readInitiative, readMetric, readPersona, readRegion, readSegment, readTeam } from './read-people.ts';
import { readSystem } from './read-systems.ts';
import { durationOf, idOf, oneOf } from './read-values.ts';
import { readView } from './read-views.ts';
import { currencies } from '../../language/vocabulary.ts';

/**
 * The model of a map: a linked document with all that it imports. What is broken in the text is absent from the model.
 *
 * @param fileName how the caller names a file, for the model's source ranges
 */
export function buildModel(document: LangiumDocument, services: CrmMapServices, fileName: (uri: URI) => string): CrmModel {
    const context: ModelContext = { comments: services.documentation.CommentProvider, fileName, names: new Map() };
    const parts = services.references.ImportGraph.documentsOf(document);
    const elements = parts.flatMap((part) => (part.parseResult.value as ast.Document).elements);
    const named = <T extends ast.Element & { name?: string }>(is: (node: unknown) => node is T): T[] => elements.filter(is).filter((node) => node.name);
    const systems = named(ast.isSystem).map((node) => readSystem(node, context));
    const only = (types: readonly string[]): AstNode | undefined => {
        const found = elements.flatMap((element) => [...AstUtils.streamAst(element)]).filter((node) => types.includes(node.$type));
        return found.length === 1 ? found[0] : undefined;
    };
    return {
        format: 'crmmap',
        formatVersion: 1,
        map: readMap(elements.find(ast.isMapInfo), UriUtils.basename(document.uri).replace(/\.crmmap$/, ''), context),
        teams: named(ast.isTeam).map((node) => readTeam(node, context)),
        goals: named(ast.isGoal).map((node) => readGoal(node, context)),
        metrics: named(ast.isMetric).map((node) => readMetric(node, context)),
        segments: named(ast.isSegment).map((node) => readSegment(node, context)),
        personas: named(ast.isPersona).map((node) => readPersona(node, context)),
        channels: named(ast.isChannel).map((node) => readChannel(node, context)),
        regions: named(ast.isRegion).map((node) => readRegion(node, context)),
        capabilities: named(ast.isCapability).map((node) => readCapability(node, context)),
        systems,
        flows: readFlows(elements.filter(ast.isFlow), systems, context),
        lifecycles: named(ast.isLifecycle).map((node) => readLifecycle(node, context)),
        journeys: named(ast.isJourney).map((node) => readJourney(node, context)),
        initiatives: named(ast.isInitiative).map((node) => readInitiative(node, context)),
        views: named(ast.isView).map((node) => readView(node, context, only)),
    };
}

function readMap(node: ast.MapInfo | undefined, stem: string, context: ModelContext): MapInfo {
    return {
        title: node?.title || stem,
        description: node?.description,
        purpose: node?.purpose,
        owner: idOf(node?.owner),
        currency: oneOf(node?.currency, currencies),
        reviewed: node?.reviewed,
        reviewEvery: durationOf(node?.reviewEvery),
        version: node?.version === undefined ? undefined : String(node.version),
        rules: Object.fromEntries((node?.ruleSettings ?? []).map((setting) => [setting.rule, setting.severity])),
        tags: [...(node?.tags ?? [])],
        links: (node?.links ?? []).map((link) => ({ url: link.url, title: link.title })),
        notes: [...(node?.notes ?? [])],
        source: node && sourceOf(node, context),
    };
}
