import { beforeAll, describe, expect, it } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import { loadGrammar, tokenize } from './textmate.ts';

let markdown: IGrammar;
beforeAll(async () => {
    markdown = await loadGrammar('text.html.markdown');
});

function scopesOf(text: string, part: string): string {
    return (
        tokenize(markdown, text)
            .find((piece) => piece.text.trim() === part)
            ?.scopes.join(' ') ?? ''
    );
}

describe('a fenced block in Markdown', () => {
    it('is coloured as a map when it is marked crmmap', () => {
        const text = '# Title\n\n```crmmap\nsystem shop\nshop -> crm "New"\n```\nsystem after';
        expect(scopesOf(text, 'crmmap')).toContain('fenced_code.block.language.markdown');
        expect(scopesOf(text, 'system')).toContain('meta.embedded.block.crmmap keyword.control.declaration.system.crmmap');
        expect(scopesOf(text, '->')).toContain('keyword.operator.arrow.crmmap');
        expect(scopesOf(text, 'system after')).toBe('text.html.markdown');
    });

    it('is coloured with tildes, attributes and in a list as well', () => {
        expect(scopesOf('~~~ crmmap view=landscape\nsystem shop\n~~~', 'system')).toContain('keyword.control.declaration.system.crmmap');
        expect(scopesOf('1. One\n\n   ```crmmap\n   system shop\n   ```', 'system')).toContain('keyword.control.declaration.system.crmmap');
    });

    it('ends at its fence, even if a block of the map is still open', () => {
        const text = '```crmmap\nsystem shop {\n  owner\n```\n# Heading';
        expect(scopesOf(text, '# Heading')).toBe('text.html.markdown markup.heading.markdown');
    });

    it('of another language stays as it is', () => {
        expect(scopesOf('```crmmaps\nsystem shop\n```', 'system shop')).toBe('text.html.markdown');
    });
});
