import {
    type AstNode,
    type AstNodeDescription,
    type AstReflection,
    AstUtils,
    DefaultScopeComputation,
    EMPTY_STREAM,
    type LangiumDocument,
    type LocalSymbols,
    type ReferenceInfo,
    type Scope,
    type ScopeProvider,
    type Stream,
    stream,
} from 'langium';
import * as ast from './generated/ast.ts';
import { builtinUri } from './builtin.ts';
import type { ImportGraph } from './imports.ts';
import type { CrmMapServices } from './module.ts';
import { indexOf, MapNames } from './map-names.ts';
import { nodesOf } from './nodes.ts';
import { NamedThing, renamed } from './named-thing.ts';
import { declarationsOf } from './statements.ts';
import { holderOf, isNamed, kindOrder, pathOf, pathParts, pathSegment } from './names.ts';
import { viewSubjects } from './view-subjects.ts';

/** Every declaration with a name can be seen from other files, under its path. */
export class CrmMapScopeComputation extends DefaultScopeComputation {
    private readonly known = new WeakMap<AstNode, readonly AstNodeDescription[]>();

    override async collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
        return declarationsOf(document).flatMap((declaration) => this.symbolsOf(declaration, document));
    }

    private symbolsOf(declaration: AstNode, { uri }: LangiumDocument): readonly AstNodeDescription[] {
        let symbols = this.known.get(declaration);
        if (!symbols) {
            symbols = nodesOf(declaration).flatMap((node) => {
                const path = isNamed(node) ? pathOf(node) : undefined;
                return path === undefined ? [] : [new NamedThing(node, path, uri)];
            });
            this.known.set(declaration, symbols);
        }
        return symbols;
    }

    override async collectLocalSymbols(): Promise<LocalSymbols> {
        return { has: () => false, getStream: () => EMPTY_STREAM };
    }
}

/** What can be named in one map: type of the grammar → path → declarations, the first of the map first. */
export interface NameTable {
    get(type: string): NamesOfType | undefined;
}

export interface NamesOfType {
    get(path: string): readonly AstNodeDescription[];
    has(path: string): boolean;
    /** Each path once, in the order of the map. */
    keys(): Iterable<string>;
    values(): Iterable<AstNodeDescription>;
}

/** Other names than those of the text: how a map would read once they stand there. */
export interface OtherNames {
    table(table: NameTable): NameTable;
    pathOf(node: AstNode): string | undefined;
}

/**
 * Resolves paths within a map. A name is looked for in the thing that it stands in, then in what holds that thing, and so outwards;
 * in a flow, first among the fields of its ends.
 */
export class CrmMapScopeProvider implements ScopeProvider {
    private readonly reflection: AstReflection;
    private readonly services: CrmMapServices;
    private readonly imports: ImportGraph;
    private readonly tables = new WeakMap<readonly LangiumDocument[], NameTable>();
    private builtins: NameTable | undefined;
    private readonly fitting = new Map<string, readonly string[]>();

    constructor(services: CrmMapServices) {
        this.services = services;
        this.reflection = services.shared.AstReflection;
        this.imports = services.references.ImportGraph;
    }

    getScope(context: ReferenceInfo, other?: OtherNames): Scope {
        const document = AstUtils.getDocument(context.container);
        const table = this.table(document);
        const type = this.reflection.getReferenceType(context);
        const fitting = this.typesOf(type);
        const types = ast.isView(context.container) && context.property === 'of' ? subjectsFirst(context.container.kind, fitting) : fitting;
        return new PathScope([other?.table(table) ?? table, this.builtinTable()], types, prefixes(context, other?.pathOf));
    }

    /** What can be named at a place, as a type of the grammar. */
    scopeOf(type: string, container: AstNode, property: string): PathScope {
        const document = AstUtils.getDocument(container);
        return new PathScope([this.table(document), this.builtinTable()], this.typesOf(type), prefixes({ container, property }));
    }

    /**
     * Whether what a reference means depends on one of some paths of things.
     *
     * @param path the paths of nodes, for callers that ask often
     */
    looksAt(context: ReferenceInfo, paths: ReadonlySet<string>, path = pathOf): boolean {
        const name = context.reference.$refText;
        const starts = prefixes(context, path);
        if (paths.has(name) || starts.some((prefix) => paths.has(`${prefix}.${name}`))) return true;
        // A path may also go through what stands in a journey (`inJourney`).
        const [first, ...others] = pathParts(name).map(pathSegment);
        return others.length > 0 && [...starts, first].some((start) => [first, ...others].some((part) => paths.has(`${start}.${part}`)));
    }

    /** What a name means at a place, of whatever kind it is. */
    anyScope(context: ReferenceInfo): PathScope {
        return new PathScope([this.table(AstUtils.getDocument(context.container)), this.builtinTable()], kindOrder, prefixes(context));
    }

    /** The paths of a map's things of some types, in the order of the text. */
    namesOf(document: LangiumDocument, types: readonly string[]): string[] {
        const table = this.table(document);
        return types.flatMap((type) => [...(table.get(type)?.keys() ?? [])]);
    }

    /** Names that a document can use: those of its map. */
    table(document: LangiumDocument): NameTable {
        const documents = this.imports.documentsOf(document);
        let table = this.tables.get(documents);
        if (!table) this.tables.set(documents, (table = this.tableOf(documents)));
        return table;
    }

    private builtinTable(): NameTable {
        return (this.builtins ??= new MapNames(indexOf(this.services.shared), [builtinUri.toString()]));
    }

    private tableOf(documents: readonly LangiumDocument[]): NameTable {
        return new MapNames(
            indexOf(this.services.shared),
            documents.map(({ uri }) => uri.toString()),
        );
    }

    /** The types of things that a reference of a type can name, those that are meant first before the others. */
    private typesOf(type: string): readonly string[] {
        let types = this.fitting.get(type);
        if (!types) this.fitting.set(type, (types = kindOrder.filter((kind) => this.reflection.isSubtype(kind, type))));
        return types;
    }
}

/** Where a name means several things, a view is of the one that its kind can show. */
function subjectsFirst(kind: string | undefined, types: readonly string[]): readonly string[] {
    const subjects = viewSubjects[kind ?? ''] ?? [];
    return [...types.filter((type) => subjects.includes(type)), ...types.filter((type) => !subjects.includes(type))];
}

/** Paths in front of which a reference may leave out what it stands in, the innermost first. */
function prefixes(context: Pick<ReferenceInfo, 'container' | 'property'>, path = pathOf): string[] {
    const found: string[] = [];
    const { container, property } = context;
    const around: (AstNode | undefined)[] = [];
    if (ast.isMapping(container)) around.push(mappedEnd(container, property)?.ref);
    if (ast.isFlow(container) && property === 'key') around.push(container.to?.ref, container.from?.ref);
    for (let node: AstNode | undefined = container; node; node = holderOf(node) ?? node.$container) around.push(node);
    for (const node of around) {
        const prefix = node && path(node);
        if (prefix !== undefined && !found.includes(prefix)) found.push(prefix);
    }
    return found;
}

/** The fields that a `map` line names stand at the flow's two ends: sources where the data comes from, the target where it goes. */
function mappedEnd({ $container: flow }: ast.Mapping, property: string): ast.Flow['from'] {
    const backwards = flow.arrow === '<-';
    return (property === 'target') === backwards ? flow.from : flow.to;
}

/** Whether a thing stands in another one. */
function holds(holder: AstNodeDescription, thing: AstNodeDescription): boolean {
    return holder.documentUri.toString() === thing.documentUri.toString() && thing.path.startsWith(`${holder.path}/`);
}

/** The names of some types that can be used at one place. */
class PathScope implements Scope {
    private readonly tables: readonly NameTable[];
    private readonly types: readonly string[];
    private readonly prefixes: readonly string[];

    constructor(tables: readonly NameTable[], types: readonly string[], prefixes: readonly string[]) {
        this.tables = tables;
        this.types = types;
        this.prefixes = prefixes;
    }

    getElement(name: string): AstNodeDescription | undefined {
        return this.getElements(name).head();
    }

    getElements(name: string): Stream<AstNodeDescription> {
        for (const prefix of [...this.prefixes.map((path) => `${path}.${name}`), name]) {
            for (const table of this.tables) {
                for (const type of this.types) {
                    const found = table.get(type)?.get(prefix);
                    if (found?.length) return stream(found);
                }
            }
        }
        return stream(this.inJourney(name));
    }

    /** A path may go through the stage and the touchpoint that hold a thing, although what stands in a journey hangs directly below it. */
    private inJourney(name: string): AstNodeDescription[] {
        const parts = pathParts(name).map(pathSegment);
        const last = parts.pop();
        const first = parts[0];
        if (last === undefined || first === undefined) return [];
        const ways = [...this.prefixes.map((journey) => ({ journey, through: parts })), { journey: first, through: parts.slice(1) }];
        for (const { journey, through } of ways) {
            for (const table of this.tables) {
                if (through.length === 0 || !table.get('Journey')?.has(journey)) continue;
                const around = through.map((part) => ['JourneyStage', 'Touchpoint'].flatMap((type) => [...(table.get(type)?.get(`${journey}.${part}`) ?? [])]));
                const found = this.types
                    .flatMap((type) => [...(table.get(type)?.get(`${journey}.${last}`) ?? [])])
                    .filter((thing) => around.every((holders) => holders.some((holder) => holds(holder, thing))));
                if (found.length > 0) return found;
            }
        }
        return [];
    }

    /** All that could be named, each under the shortest path that means it here. */
    getAllElements(): Stream<AstNodeDescription> {
        const taken = new Set<string>();
        const found: AstNodeDescription[] = [];
        for (const table of this.tables) {
            for (const type of this.types) {
                for (const description of table.get(type)?.values() ?? []) {
                    const name = this.shortest(description.name);
                    if (taken.has(name)) continue;
                    taken.add(name);
                    found.push(name === description.name ? description : renamed(description, name));
                }
            }
        }
        return stream(found);
    }

    /** Of all that could be named, what stands in that which the place is in, or points into; each under its shortest path. */
    getLocalElements(): AstNodeDescription[] {
        const starts = this.prefixes.map((prefix) => `${prefix}.`);
        return this.tables.flatMap((table) =>
            this.types.flatMap((type) =>
                [...(table.get(type)?.values() ?? [])].flatMap((description) => {
                    const start = starts.find((candidate) => description.name.startsWith(candidate));
                    return start === undefined ? [] : [renamed(description, description.name.slice(start.length))];
                }),
            ),
        );
    }

    private shortest(path: string): string {
        const prefix = this.prefixes.find((candidate) => path.startsWith(`${candidate}.`));
        return prefix === undefined ? path : path.slice(prefix.length + 1);
    }
}
