import type { BlockPictures } from '../../../src/extension/markdown/block-pictures.ts';
import { drawBlocks, type MarkdownIt, type Token } from '../../../src/extension/markdown/markdown-it-plugin.ts';

const fence = /^```(.*)\n([\s\S]*?)^```$/gm;

/** Renders the fenced blocks of a text as markdown-it would: its own rule says `[other]`. */
export function render(text: string, pictures: BlockPictures, document?: string, theme: 'light' | 'dark' = 'light'): string[] {
    const markdown: MarkdownIt = { renderer: { rules: { fence: () => '[other]' } } };
    drawBlocks(markdown, pictures, () => theme);
    const tokens = [...text.matchAll(fence)].map(({ 0: whole, 1: info = '', 2: content = '', index }) => token(info, content, linesBefore(text, index), whole));
    const environment = document === undefined ? {} : { currentDocument: { toString: () => document } };
    const renderer = { renderAttrs: (one: Token) => ` class="${(one as FakeToken).classes.join(' ')}"`, renderToken: () => '[none]' };
    return tokens.map((_, index) => markdown.renderer.rules.fence?.(tokens, index, {}, environment, renderer) ?? '');
}

interface FakeToken extends Token {
    readonly classes: string[];
}

function token(info: string, content: string, line: number, whole: string): FakeToken {
    const classes: string[] = [];
    return { type: 'fence', info, content, map: [line, line + whole.split('\n').length], classes, attrJoin: (_, value) => void classes.push(value) };
}

function linesBefore(text: string, index: number): number {
    return text.slice(0, index).split('\n').length - 1;
}
