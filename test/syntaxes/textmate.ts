import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IGrammar, type IRawGrammar } from 'vscode-textmate';

export const root = join(import.meta.dirname, '../..');

/** A Markdown grammar as small as can be: it only gives the injection a place to be injected into. */
const markdown = {
    scopeName: 'text.html.markdown',
    patterns: [{ match: '^#.*$', name: 'markup.heading.markdown' }],
    repository: {},
};

/** A piece of text and its scopes, the innermost last. */
export interface Piece {
    readonly text: string;
    readonly line: number;
    readonly start: number;
    readonly end: number;
    readonly scopes: readonly string[];
}

function rawGrammar(scopeName: string): IRawGrammar | null {
    if (scopeName === 'text.html.markdown') return markdown as unknown as IRawGrammar;
    const file = { 'source.crmmap': 'crmmap.tmLanguage.json', 'markdown.crmmap.codeblock': 'crmmap.markdown.tmLanguage.json' }[scopeName];
    return file ? textmate.parseRawGrammar(readFileSync(join(root, 'syntaxes', file), 'utf8'), file) : null;
}

/** Loads a grammar as VS Code does, with the injection into Markdown. */
export async function loadGrammar(scopeName: 'source.crmmap' | 'text.html.markdown'): Promise<IGrammar> {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm'));
    await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
    const registry = new textmate.Registry({
        onigLib: Promise.resolve({
            createOnigScanner: (patterns: string[]) => new oniguruma.OnigScanner(patterns),
            createOnigString: (text: string) => new oniguruma.OnigString(text),
        }),
        loadGrammar: async (name) => rawGrammar(name),
        getInjections: (name) => (name === 'text.html.markdown' ? ['markdown.crmmap.codeblock'] : undefined),
    });
    const grammar = await registry.loadGrammar(scopeName);
    if (!grammar) throw new Error(`There is no grammar ${scopeName}.`);
    return grammar;
}

/** All pieces of a text, line by line. */
export function tokenize(grammar: IGrammar, text: string): Piece[] {
    let stack = textmate.INITIAL;
    return text.split('\n').flatMap((content, line) => {
        const result = grammar.tokenizeLine(content, stack);
        stack = result.ruleStack;
        return result.tokens.map((token) => ({
            text: content.slice(token.startIndex, token.endIndex),
            line,
            start: token.startIndex,
            end: token.endIndex,
            scopes: token.scopes,
        }));
    });
}
