import { type AstNode, AstUtils, type LangiumDocument, type URI, UriUtils } from 'langium';
import type { CodeAction } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { builtinScheme } from '../../imports.ts';
import { isNamed, kindNames } from '../../names.ts';
import { partsOf } from '../../references.ts';
import { relativePath } from '../../relative-path.ts';
import type { CrmMapLspServices } from '../editor-services.ts';
import { type Change, inHeader, type RefactorContext, textEdits } from './refactoring.ts';
import { attachedLead, type TopLevelPiece } from './top-level.ts';

/** Moves a system, journey, lifecycle or view, or all declarations of a selection, into a file of its own beside this one, which imports it. */
export function extractToFile(context: RefactorContext): CodeAction[] {
    const { document, source, topLevel: all } = context;
    if (document.uri.scheme === 'untitled' || !createsFiles(context)) return [];
    const [first, ...more] = chosen(context, all);
    if (!first || source.silencesFromInside || all.filter(({ node }) => !ast.isImport(node)).length === more.length + 1) return [];
    const last = more.at(-1) ?? first;
    const uri = freeFile(context, fileStem([first, ...more]));
    const from = attachedLead(source, first);
    const moved = source.text.slice(from, last.tail);
    const imports = importsOf(context, uri, [first, ...more]).map((path) => `import "${path}"${source.eol}`);
    const text = `${imports.join('')}${imports.length > 0 ? source.eol : ''}${moved}${source.eol}`;
    const what = more.length > 0 ? `these ${more.length + 1} declarations` : `this ${kindNames[first.node.$type] ?? 'declaration'}`;
    const changes = [importing(context, all, relativePath(document.uri, uri), from), removing(context, from, last.tail)];
    return [
        {
            title: `Move ${what} to ${UriUtils.basename(uri)}`,
            kind: 'refactor.extract',
            edit: {
                documentChanges: [
                    { kind: 'create', uri: uri.toString() },
                    {
                        textDocument: { uri: uri.toString(), version: null },
                        edits: [{ range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, newText: text }],
                    },
                    { textDocument: { uri: document.uri.toString(), version: null }, edits: textEdits(context, joined(changes)) },
                ],
            },
        },
    ];
}

/** Whether the editor, if there is one, can create a file. */
function createsFiles({ services }: RefactorContext): boolean {
    return (services as Partial<CrmMapLspServices>).editor?.Client.createsFiles ?? true;
}

/** The declarations to move: those that a selection touches, or the one at whose head the cursor stands. */
function chosen(context: RefactorContext, all: readonly TopLevelPiece[]): readonly TopLevelPiece[] {
    const { start, end } = context;
    if (start === end) return all.filter(({ node }) => isMovable(node) && inHeader(context, node));
    const touched = all.filter((piece) => piece.start < end && start < piece.end);
    if (touched.some(({ node }) => ast.isImport(node))) return [];
    const [only] = touched;
    if (touched.length === 1 && only && !(start <= only.start && only.end <= end)) return isMovable(only.node) && inHeader(context, only.node) ? touched : [];
    return touched;
}

function isMovable(node: AstNode): boolean {
    return ast.isSystem(node) || ast.isJourney(node) || ast.isLifecycle(node) || ast.isView(node);
}

const plurals: Readonly<Record<string, string>> = { Capability: 'capabilities', MapInfo: 'map' };

function fileStem(pieces: readonly TopLevelPiece[]): string {
    const [first] = pieces;
    const types = new Set(pieces.map(({ node }) => node.$type));
    const type = first?.node.$type ?? '';
    const plural = plurals[type] ?? `${kindNames[type] ?? 'part'}s`;
    const name = first && isNamed(first.node) && (pieces.length === 1 || types.size > 1) ? first.node.name : plural;
    return name.replaceAll(/[^\p{L}\p{N}_-]+/gu, '-').replaceAll(/^-+|-+$/g, '') || plural;
}

/** A file in the folder of this one that is not there yet, whatever the case of its letters. */
function freeFile({ document, services }: RefactorContext, stem: string): URI {
    const { LangiumDocuments, FileSystemProvider } = services.shared.workspace;
    const taken = new Set(LangiumDocuments.all.map(({ uri }) => uri.toString().toLowerCase()).toArray());
    const folder = UriUtils.dirname(document.uri);
    for (let count = 1; ; count++) {
        const uri = UriUtils.joinPath(folder, `${stem}${count === 1 ? '' : `-${count}`}.crmmap`);
        if (!taken.has(uri.toString().toLowerCase()) && !FileSystemProvider.existsSync(uri)) return uri;
    }
}

/**
 * The files that the moved declarations need: those that declare what they name. A name that nobody declares, and a view, which shows the
 * whole map, need this file.
 */
function importsOf({ document }: RefactorContext, uri: URI, pieces: readonly TopLevelPiece[]): string[] {
    const moved = new Set<AstNode>(pieces.map(({ node }) => node));
    const needed = new Set<LangiumDocument>();
    const isMoved = (node: AstNode): boolean => {
        for (let around: AstNode | undefined = node; around; around = around.$container) if (moved.has(around)) return true;
        return false;
    };
    for (const root of moved) {
        if (ast.isView(root)) needed.add(document);
        for (const node of AstUtils.streamAst(root)) {
            for (const { reference } of AstUtils.streamReferences(node)) {
                if (!('ref' in reference)) continue;
                if (!reference.ref) needed.add(document);
                for (const part of partsOf(reference)) if (!isMoved(part.node)) needed.add(AstUtils.getDocument(part.node));
            }
        }
    }
    return [...needed]
        .filter((file) => file.uri.scheme !== builtinScheme)
        .map((file) => relativePath(uri, file.uri))
        .sort();
}

/** The new import: behind the last one, or at the top of what the file says, behind its heading. */
function importing({ source }: RefactorContext, all: readonly TopLevelPiece[], path: string, moved: number): Change {
    const last = all.filter(({ node }) => ast.isImport(node)).at(-1);
    if (last) return { from: last.tail, to: last.tail, text: `${source.eol}import "${path}"` };
    const at = all[0] ? attachedLead(source, all[0]) : moved;
    return { from: at, to: at, text: `import "${path}"${source.eol}${source.eol}` };
}

/** Takes a piece out of a text, with the line breaks that it leaves behind. */
function removing({ source }: RefactorContext, from: number, to: number): Change {
    const { text } = source;
    const next = source.afterSpace(to);
    if (!source.startsLine(from)) return { from: text.slice(0, from).replace(/[ \t]+$/, '').length, to, text: '' };
    if (next < text.length) return { from, to: source.startsLine(next) ? next : to + (/^[ \t]*/.exec(text.slice(to))?.[0].length ?? 0), text: '' };
    return { from: text.slice(0, from).trimEnd().length, to, text: '' };
}

/** Two changes as one where they touch, since editors disagree about the order of such. */
function joined([first, second]: readonly Change[]): Change[] {
    if (!first || !second) return [];
    if (first.from < second.from || first.from > second.to) return [first, second];
    return [{ from: second.from, to: second.to, text: first.text }];
}
