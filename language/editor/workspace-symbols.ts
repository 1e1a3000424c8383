import { type AstNodeDescription, type IndexManager, interruptAndCheck } from 'langium';
import type { LangiumSharedServices, NodeKindProvider, WorkspaceSymbolProvider } from 'langium/lsp';
import { CancellationToken, type WorkspaceSymbol, type WorkspaceSymbolParams } from 'vscode-languageserver-protocol';
import { builtinScheme } from '../imports.ts';
import { kindOrder, pathParts } from '../names.ts';

/** No more symbols are told at a time: an editor asks again while one types on. */
const mostSymbols = 500;

interface Found {
    readonly description: AstNodeDescription;
    readonly label: string;
    readonly score: number;
    readonly order: number;
}

/** Finds what the workspace declares by the letters of its name, of its path, or of its title; the best matches come first. */
export class CrmMapWorkspaceSymbols implements WorkspaceSymbolProvider {
    private readonly index: IndexManager;
    private readonly kinds: NodeKindProvider;

    constructor(services: LangiumSharedServices) {
        this.index = services.workspace.IndexManager;
        this.kinds = services.lsp.NodeKindProvider;
    }

    async getSymbols({ query }: WorkspaceSymbolParams, token = CancellationToken.None): Promise<WorkspaceSymbol[]> {
        const wanted = query.replace(/[\s`]+/g, '').toLowerCase();
        const found: Found[] = [];
        for (const description of this.index.allElements()) {
            if (description.documentUri.scheme === builtinScheme) continue;
            const match = matchOf(wanted, description);
            if (match) found.push({ description, ...match, order: kindOrder.indexOf(description.type) });
            if (found.length % 500 === 499) await interruptAndCheck(token);
        }
        found.sort((a, b) => b.score - a.score || a.order - b.order || a.label.length - b.label.length);
        return found.slice(0, mostSymbols).flatMap((each) => this.symbolOf(each));
    }

    private symbolOf({ description, label }: Found): WorkspaceSymbol[] {
        const range = description.nameSegment?.range;
        if (!range) return [];
        const containerName = pathParts(description.name).slice(0, -1).join('.');
        return [
            {
                name: label,
                kind: this.kinds.getSymbolKind(description),
                location: { uri: description.documentUri.toString(), range },
                ...(containerName !== '' && { containerName }),
            },
        ];
    }
}

/** How well a thing fits, and under which name it is told: beside its name stands its title where that was what fitted. */
function matchOf(wanted: string, { name: path, node }: AstNodeDescription): { label: string; score: number } | undefined {
    const name = pathParts(path).at(-1) ?? path;
    const byName = fit(wanted, name);
    if (byName > 0) return { label: name, score: byName + 20 };
    const byPath = wanted.includes('.') ? fit(wanted, path.replaceAll('`', '')) : 0;
    if (byPath > 0) return { label: name, score: byPath + 10 };
    const title = node && 'title' in node && typeof node.title === 'string' ? node.title : '';
    const byTitle = fit(wanted, title);
    return byTitle > 0 ? { label: `${name} · ${title}`, score: byTitle } : undefined;
}

/** 0 where the letters do not occur in this order from the beginning of some word on; else more, the nearer they are to the whole text. */
function fit(wanted: string, text: string): number {
    const lower = text.replace(/[\s`]+/g, '').toLowerCase();
    if (wanted === '' || lower === wanted) return 100;
    if (lower.startsWith(wanted)) return 80;
    if (!inOrder(wanted, lower, lower.indexOf(wanted.charAt(0)))) return 0;
    const starts = [...text.replace(/[\s`]+/g, ' ').matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]|(?<=\p{Ll})\p{Lu}/gu)].map(
        ({ index }) => text.slice(0, index).replace(/[\s`]+/g, '').length,
    );
    if (starts.some((start) => lower.startsWith(wanted, start))) return 60;
    const initials = starts.map((start) => lower.charAt(start)).join('');
    if (initials.includes(wanted)) return 50;
    if (starts.some((start) => inOrder(wanted, lower, start))) return 30;
    return lower.includes(wanted) ? 20 : 0;
}

/** Whether all letters stand in a text in this order, the first one at a given place. */
function inOrder(wanted: string, text: string, start: number): boolean {
    let at = start - 1;
    if (start < 0) return false;
    for (const letter of wanted) {
        const next = text.indexOf(letter, at + 1);
        if (next < 0 || (at < start && next !== start)) return false;
        at = next;
    }
    return true;
}
