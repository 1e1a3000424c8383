import { describe, expect, it } from 'vitest';
import { keywords } from '../../fuzz/sentences.ts';
import { mistakesOf } from '../support.ts';
import { edited, labels, open } from './support.ts';

/** The name is declared once, and referred to wherever a system can be. */
const map = (name: string): string => `system <|>${name} "Declared"
system second { entity e { f : id } }
channel c online { system ${name} }
${name} -> second
second <-> ${name} { via ${name} }
lifecycle l { stage s { activity a manual in ${name}, second } }
journey j { stage s { touchpoint t { frontstage ${name} backstage second, ${name} support ${name} } } }
initiative i { changes ${name} }
view v { include ${name}, tag x and not ${name} or (${name} and neighbours of ${name}) exclude owner o or ${name} }
view w as data of ${name}
team o
`;
const mentions = map('§').split('§').length - 1;

describe('A word of the language that names a system', () => {
    it.each(keywords)('%s is found, renamed and offered like any other name', async (keyword) => {
        const text = map(keyword);
        const { services, document, positions } = await open(text);
        const [position = { line: 0, character: 0 }] = positions;
        const params = { textDocument: { uri: document.uri.toString() }, position };

        const found = await services.lsp.ReferencesProvider?.findReferences(document, { ...params, context: { includeDeclaration: true } });
        expect(found).toHaveLength(mentions);

        const renamed = await services.lsp.RenameProvider?.rename(document, { ...params, newName: 'renamedSystem' });
        const changes = renamed?.changes?.[document.uri.toString()] ?? [];
        expect(edited(document, changes)).toBe(map('renamedSystem').replace('<|>', ''));

        const back = await open(map('plain'));
        const to = await back.services.lsp.RenameProvider?.rename(back.document, { ...params, newName: keyword });
        expect(await mistakesOf(edited(back.document, to?.changes?.[back.document.uri.toString()] ?? []))).toEqual([]);

        for (const place of ['second -> <|>', 'view x { include <|>', 'view x { include not <|>', 'view x as data of <|>'])
            expect(await labels(`${text.replace('<|>', '')}${place}`), place).toContain(keyword);
    });
});
