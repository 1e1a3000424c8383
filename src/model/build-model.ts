import { type AstNode, type LangiumDocument, type URI, UriUtils } from 'langium';
import * as ast from '../../language/generated/ast.ts';
import type { CrmMapServices } from '../../language/module.ts';
import { nodesOf } from '../../language/nodes.ts';
import { firstOfEach } from './first-of-each.ts';
import type { CrmModel, Flow, MapInfo, View } from './crm-model.ts';
import { type ModelContext, sourceOf } from './model-context.ts';
import { joinFlows, type StatedFlow, statedFlow } from './read-flows.ts';
import { readJourney } from './read-journeys.ts';
import { readLifecycle } from './read-lifecycles.ts';
import { readCapability, readChannel, readGoal, readInitiative, readMetric, readPersona, readRegion, readSegment, readTeam } from './read-people.ts';
import { readSystem } from './read-systems.ts';
import { durationOf, idOf, oneOf } from './read-values.ts';
import { readView, withSubject } from './read-views.ts';
import { currencies } from '../../language/vocabulary.ts';

/** What one file brings to a model. It holds as long as neither the file nor what its references mean changes. */
export interface ModelPart {
    readonly root: ast.Document;
    readonly things: Pick<
        CrmModel,
        | 'teams'
        | 'goals'
        | 'metrics'
        | 'segments'
        | 'personas'
        | 'channels'
        | 'regions'
        | 'capabilities'
        | 'systems'
        | 'lifecycles'
        | 'journeys'
        | 'initiatives'
    >;
    readonly flows: readonly (StatedFlow | undefined)[];
    readonly views: readonly { readonly view: View; readonly node: ast.View }[];
}

/** What is kept of a map between two joins of its parts: they need not look once more at what has not changed. */
export interface JoinedBefore {
    readonly flows: WeakMap<Flow, Flow>;
    readonly sound: WeakSet<object>;
}

/**
 * The model of a map: a linked document with all that it imports. What is broken in the text is absent from the model.
 *
 * @param fileName how the caller names a file, for the model's source ranges
 * @param partOf gives what a file brings to the model, for callers that keep it; it is read here otherwise
 * @param joined what was known when the same map was joined before
 */
export function buildModel(
    document: LangiumDocument,
    services: CrmMapServices,
    fileName: (uri: URI) => string,
    partOf = (part: LangiumDocument): ModelPart => readPart(part, services, fileName),
    joined?: JoinedBefore,
): CrmModel {
    const context = contextOf(services, fileName);
    const parts = services.references.ImportGraph.documentsOf(document).map(partOf);
    const all = <K extends keyof ModelPart['things']>(kind: K): CrmModel[K] => parts.flatMap(({ things }) => things[kind] as never[]) as never;
    const only = soleThing(parts);
    const systems = all('systems');
    const model: CrmModel = {
        format: 'crmmap',
        formatVersion: 1,
        map: readMap(firstMap(parts), UriUtils.basename(document.uri).replace(/\.crmmap$/, ''), context),
        teams: all('teams'),
        goals: all('goals'),
        metrics: all('metrics'),
        segments: all('segments'),
        personas: all('personas'),
        channels: all('channels'),
        regions: all('regions'),
        capabilities: all('capabilities'),
        systems,
        flows: joinFlows(
            parts.flatMap(({ flows }) => flows),
            systems,
            joined?.flows,
        ),
        lifecycles: all('lifecycles'),
        journeys: all('journeys'),
        initiatives: all('initiatives'),
        views: parts.flatMap(({ views }) => views.map(({ view, node }) => withSubject(view, node, only))),
    };
    return firstOfEach(model, joined?.sound);
}

/** What a declaration was read as before, for callers that keep it, or else what it is read as now. */
export type KeepRead = <T extends object | undefined>(node: AstNode, read: () => T) => T;

/** What a linked document brings to the models of its maps. */
export function readPart(
    document: LangiumDocument,
    services: CrmMapServices,
    fileName: (uri: URI) => string,
    keep: KeepRead = (_node, read) => read(),
): ModelPart {
    const context = contextOf(services, fileName);
    const root = document.parseResult.value as ast.Document;
    const named = <T extends ast.Element & { name?: string }, R extends object>(
        is: (node: unknown) => node is T,
        read: (node: T, context: ModelContext) => R,
    ): R[] => root.elements.filter(is).flatMap((node) => (node.name ? [keep(node, () => read(node, context))] : []));
    return {
        root,
        things: {
            teams: named(ast.isTeam, readTeam),
            goals: named(ast.isGoal, readGoal),
            metrics: named(ast.isMetric, readMetric),
            segments: named(ast.isSegment, readSegment),
            personas: named(ast.isPersona, readPersona),
            channels: named(ast.isChannel, readChannel),
            regions: named(ast.isRegion, readRegion),
            capabilities: named(ast.isCapability, readCapability),
            systems: named(ast.isSystem, readSystem),
            lifecycles: named(ast.isLifecycle, readLifecycle),
            journeys: named(ast.isJourney, readJourney),
            initiatives: named(ast.isInitiative, readInitiative),
        },
        flows: root.elements.filter(ast.isFlow).map((node) => keep(node, () => statedFlow(node, context))),
        views: named(ast.isView, (node) => ({ view: readView(node, context), node })),
    };
}

function contextOf(services: CrmMapServices, fileName: (uri: URI) => string): ModelContext {
    return { comments: services.documentation.CommentProvider, fileName, names: new Map() };
}

function firstMap(parts: readonly ModelPart[]): ast.MapInfo | undefined {
    for (const { root } of parts) {
        const map = root.elements.find(ast.isMapInfo);
        if (map) return map;
    }
    return undefined;
}

/** The one thing of some types, where a map has exactly one. Things are looked for only when the first view asks. */
function soleThing(parts: readonly ModelPart[]): (types: readonly string[]) => AstNode | undefined {
    let nodes: AstNode[] | undefined;
    return (types) => {
        nodes ??= parts.flatMap(({ root }) => root.elements.flatMap(nodesOf));
        const found = nodes.filter((node) => types.includes(node.$type));
        return found.length === 1 ? found[0] : undefined;
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
