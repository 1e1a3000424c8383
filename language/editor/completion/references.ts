import { type AstNode, type AstNodeDescription, AstUtils, type LangiumDocument } from 'langium';
import { type CompletionItem, CompletionItemKind } from 'vscode-languageserver-protocol';
import { isField } from '../../generated/ast.ts';
import { builtinScheme } from '../../imports.ts';
import { kindNames, kindOrder } from '../../names.ts';
import { relativePath } from '../../relative-path.ts';
import type { CrmMapLspServices } from '../editor-services.ts';
import { docText, safeMarkdown } from '../markdown.ts';
import type { ExpectedReference } from './expected.ts';
import { importEdit } from './import-edit.ts';
import { type Offer, type Place, rankText } from './place.ts';
import { type Fit, fitOf } from './ranking.ts';
import { nodeAround } from './stated.ts';

/** No more names at once; typing on brings the others. */
const most = 400;
const mostElsewhere = 100;
/** Comments are looked for only in short lists: each costs a walk through the text. */
const mostDocumented = 100;

interface Candidate {
    readonly name: string;
    readonly description: AstNodeDescription;
    readonly node: AstNode | undefined;
}

/** Names of things that fit, best first; then those that other files of the workspace declare, with the import that they need. */
export function referenceItems(services: CrmMapLspServices, expected: ExpectedReference, place: Place): Offer {
    const container = containerFor(expected, place.around);
    const fit = fitOf(container, expected.property);
    const scope = services.references.ScopeProvider.scopeOf(expected.target, container, expected.property);
    const path = place.typed.includes('.');
    const local = fit.localOnly && !path ? nearest(scope.getLocalElements().map(candidateOf)) : [];
    const own =
        local.length > 0
            ? local
            : scope
                  .getAllElements()
                  .filter(({ type, name }) => (fit.types?.has(type) ?? true) && (!path || name.includes('.')))
                  .map(candidateOf)
                  .toArray();
    const shown = shortened(own, place.typed, ({ node, name }) => fit.rank(node) * 10 + Math.min(name.split('.').length, 9));
    const documented = shown.length <= mostDocumented;
    const items = shown.map((candidate) => itemOf(services, candidate, expected, fit, place, documented));
    if (expected.first || local.length > 0) return { items, isIncomplete: shown.length < own.length };
    const far = elsewhere(services, expected, fit, place, new Set(own.map(({ name }) => name)));
    return { items: [...items, ...far.items], isIncomplete: shown.length < own.length || far.isIncomplete === true };
}

function candidateOf(description: AstNodeDescription): Candidate {
    return { name: description.name, description, node: description.node };
}

/** Those with the shortest paths. */
function nearest(candidates: readonly Candidate[]): readonly Candidate[] {
    const depthOf = ({ name }: Candidate): number => name.split('.').length;
    const least = Math.min(...candidates.map(depthOf));
    return candidates.filter((candidate) => depthOf(candidate) === least);
}

function itemOf(
    services: CrmMapLspServices,
    { name, description, node }: Candidate,
    { first }: ExpectedReference,
    fit: Fit,
    { range }: Place,
    documented: boolean,
): CompletionItem {
    const comment = documented && node ? services.documentation.CommentProvider.getComment(node) : undefined;
    return {
        label: name,
        kind: services.shared.lsp.NodeKindProvider.getCompletionItemKind({ type: description.type } as never),
        detail: detailOf(description.type, node),
        ...(comment?.startsWith('/**') && { documentation: { kind: 'markdown' as const, value: safeMarkdown(docText(comment)) } }),
        sortText: `${first ? '2' : '0'}${fit.rank(node)}${name.split('.').length}${name}`,
        filterText: name,
        textEdit: { range, newText: name },
    };
}

/** What other files declare that this one does not see yet. */
function elsewhere(services: CrmMapLspServices, { target }: ExpectedReference, fit: Fit, place: Place, taken: ReadonlySet<string>): Offer {
    const { document, range, typed } = place;
    const { workspace, AstReflection } = services.shared;
    const seen = new Set(services.references.ImportGraph.documentsOf(document).map(({ uri }) => uri.toString()));
    const depth = typed.split('.').length + 1;
    const found: Candidate[] = [];
    const names = new Set(taken);
    const matches = matcher(typed);
    for (const other of workspace.LangiumDocuments.all) {
        const uri = other.uri.toString();
        if (seen.has(uri) || other.uri.scheme === builtinScheme || other.uri.scheme !== document.uri.scheme) continue;
        if (!services.workspace.WorkspaceBounds.contains(other.uri)) continue;
        for (const description of workspace.IndexManager.allElements(undefined, new Set([uri]))) {
            const { name, type } = description;
            if (!kindOrder.includes(type) || !AstReflection.isSubtype(type, target) || !(fit.types?.has(type) ?? true)) continue;
            if (names.has(name) || !matches(name) || name.split('.').length > depth) continue;
            names.add(name);
            found.push({ name, description, node: description.node });
            if (found.length >= mostElsewhere) return { items: found.map((one) => imported(one, document, range)), isIncomplete: true };
        }
    }
    return { items: found.map((one) => imported(one, document, range)) };
}

function imported({ name, description, node }: Candidate, document: LangiumDocument, range: Place['range']): CompletionItem {
    const path = relativePath(document.uri, description.documentUri);
    return {
        label: name,
        labelDetails: { description: path },
        kind: CompletionItemKind.Reference,
        detail: `${detailOf(description.type, node)} · imports ${path}`,
        sortText: `9${rankText(name.split('.').length)}${name}`,
        filterText: name,
        textEdit: { range, newText: name },
        additionalTextEdits: [importEdit(document, path)],
    };
}

/** `field · text(80) · Last name`. */
function detailOf(type: string, node: AstNode | undefined): string {
    const title = node && 'title' in node && typeof node.title === 'string' ? node.title : undefined;
    const fieldType = isField(node) ? node.type?.$cstNode?.text : undefined;
    return [kindNames[type], fieldType, title].filter((part) => part !== undefined).join(' · ');
}

/** As many as may be sent, of those that what is typed can lead to: the best ones, in the order of the text. */
function shortened(candidates: readonly Candidate[], typed: string, score: (candidate: Candidate) => number): readonly Candidate[] {
    if (candidates.length <= most) return candidates;
    const matches = matcher(typed);
    const byScore = new Map<number, Candidate[]>();
    for (const candidate of candidates) {
        if (!matches(candidate.name)) continue;
        const key = score(candidate);
        const equal = byScore.get(key);
        if (equal) equal.push(candidate);
        else byScore.set(key, [candidate]);
    }
    return [...byScore]
        .sort(([a], [b]) => a - b)
        .flatMap(([, equal]) => equal)
        .slice(0, most);
}

/** Whether the letters that are typed stand in a name, in their order. */
function matcher(typed: string): (name: string) => boolean {
    if (typed === '') return () => true;
    const letters = [...typed.toLowerCase()];
    return (name) => {
        const lower = name.toLowerCase();
        let at = -1;
        return letters.every((letter) => (at = lower.indexOf(letter, at + 1)) >= 0);
    };
}

/** A node of the type that would hold the reference: one around the cursor, or one that is not there yet. */
function containerFor({ owner, first }: ExpectedReference, around: AstNode): AstNode {
    if (owner === 'Flow' && first) return AstUtils.findRootNode(around);
    return nodeAround(around, owner) ?? ({ $type: owner, $container: around } as AstNode);
}
