import { type Block, readFence } from './block.ts';
import { blockHtml } from './block-html.ts';
import type { BlockPictures } from './block-pictures.ts';

/** What is used of markdown-it, which VS Code hands over. */
export interface MarkdownIt {
    readonly renderer: { readonly rules: { fence?: FenceRule } };
}

export type FenceRule = (tokens: readonly Token[], index: number, options: unknown, environment: unknown, renderer: Renderer) => string;

export interface Token {
    readonly type: string;
    readonly info: string;
    readonly content: string;
    /** The lines of the document that it stands in, counted from 0. */
    readonly map: readonly [number, number] | null;
    attrJoin(name: string, value: string): void;
}

interface Renderer {
    renderAttrs(token: Token): string;
    renderToken(tokens: readonly Token[], index: number, options: unknown): string;
}

/** Has blocks of maps shown as pictures. Other blocks stay as they are. */
export function drawBlocks<T extends MarkdownIt>(markdown: T, pictures: BlockPictures, theme: () => 'light' | 'dark'): T {
    const { rules } = markdown.renderer;
    const others = rules.fence;
    const blocksOf = new WeakMap<readonly Token[], readonly PlacedBlock[]>();
    rules.fence = (tokens, index, options, environment, renderer) => {
        const token = tokens[index];
        if (!token || !readFence(token.info))
            return others ? others(tokens, index, options, environment, renderer) : renderer.renderToken(tokens, index, options);
        let blocks = blocksOf.get(tokens);
        if (!blocks) blocksOf.set(tokens, (blocks = placedBlocks(tokens)));
        const number = blocks.findIndex((block) => block.token === token);
        if (!/\bcrmmap-block\b/.test(renderer.renderAttrs(token))) token.attrJoin('class', 'crmmap-block');
        return blockHtml(pictures.look(documentOf(environment), blocks, number), {
            text: token.content,
            attributes: renderer.renderAttrs(token),
            firstLine: (token.map?.[0] ?? 0) + 2,
            number: number + 1,
            theme: theme(),
        });
    };
    return markdown;
}

interface PlacedBlock extends Block {
    readonly token: Token;
}

function placedBlocks(tokens: readonly Token[]): PlacedBlock[] {
    return tokens.flatMap((token) => {
        const fence = token.type === 'fence' ? readFence(token.info) : undefined;
        return fence ? [{ ...fence, text: token.content, token }] : [];
    });
}

/** The address of the document that is shown; empty where VS Code names none, as for a text without a file. */
function documentOf(environment: unknown): string {
    const document: unknown =
        typeof environment === 'object' && environment !== null && 'currentDocument' in environment ? environment.currentDocument : undefined;
    return document === undefined || document === null ? '' : String(document);
}
