import type { Location } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { edited, open, textOf } from './support.ts';

const files = {
    'map.crmmap':
        'import "./systems.crmmap"\nflow f: shop -> <|>crm.<|>Contact { map x -> <|>Email }\njourney j { stage s { touchpoint t { uses crm.Contact.Email, crm.Contact backstage crm } } }\n',
    'systems.crmmap':
        'team crm\nsystem crm "CRM" { owner crm entity Contact { Email : email `First Name` : text(3) } provides reporting }\nsystem shop { owner crm entity Order { x : id } }\n',
};

describe('Definition, references and rename', () => {
    it('each part of a path leads to what it names', async () => {
        const { services, document, positions, file } = await open(files);
        const found = await Promise.all(
            positions.map((position) => services.lsp.DefinitionProvider?.getDefinition(document, { textDocument: { uri: document.uri.toString() }, position })),
        );
        const links = found.map((list) =>
            list?.map(({ targetUri, targetSelectionRange, originSelectionRange }) => ({
                file: targetUri.split('/').at(-1),
                line: targetSelectionRange.start.line,
                text: textOf(file('systems.crmmap'), targetSelectionRange),
                from: originSelectionRange && textOf(document, originSelectionRange),
            })),
        );
        expect(links).toEqual([
            [{ file: 'systems.crmmap', line: 1, text: 'crm', from: 'crm' }],
            [{ file: 'systems.crmmap', line: 1, text: 'Contact', from: 'Contact' }],
            [{ file: 'systems.crmmap', line: 1, text: 'Email', from: 'Email' }],
        ]);
    });

    it('never leads into what the language brings along', async () => {
        const { services, document, positions } = await open('system s { provides rep<|>orting }');
        expect(
            await services.lsp.DefinitionProvider?.getDefinition(document, { textDocument: { uri: document.uri.toString() }, position: positions[0]! }),
        ).toBeUndefined();
    });

    it('references are found in every file, and in the middle of paths', async () => {
        const { services, document, positions } = await open(files);
        const references = (await services.lsp.ReferencesProvider?.findReferences(document, {
            textDocument: { uri: document.uri.toString() },
            position: positions[0]!,
            context: { includeDeclaration: true },
        })) as Location[];
        expect(references.map(({ uri, range }) => `${uri.split('/').at(-1)}:${range.start.line + 1}:${range.start.character + 1}`).sort()).toEqual([
            'map.crmmap:2:17',
            'map.crmmap:3:43',
            'map.crmmap:3:62',
            'map.crmmap:3:84',
            'systems.crmmap:2:8',
        ]);
    });

    const rename = async (source: typeof files | string, newName: string): Promise<Record<string, string>> => {
        const { services, document, positions, file } = await open(source);
        const edit = await services.lsp.RenameProvider?.rename(document, { textDocument: { uri: document.uri.toString() }, position: positions[0]!, newName });
        return Object.fromEntries(
            Object.entries(edit?.changes ?? {}).map(([uri, edits]) => [uri.split('/').at(-1)!, edited(file(uri.split('/maps/')[1]!), edits)]),
        );
    };

    it('renaming a system changes its part of every path in every file, and nothing of the same name', async () => {
        expect(await rename(files, 'sales-force')).toEqual({
            'map.crmmap':
                'import "./systems.crmmap"\nflow f: shop -> sales-force.Contact { map x -> Email }\njourney j { stage s { touchpoint t { uses sales-force.Contact.Email, sales-force.Contact backstage sales-force } } }\n',
            'systems.crmmap':
                'team crm\nsystem sales-force "CRM" { owner crm entity Contact { Email : email `First Name` : text(3) } provides reporting }\nsystem shop { owner crm entity Order { x : id } }\n',
        });
    });

    it('renaming from the declaration does the same', async () => {
        const text = 'system c<|>rm { entity Contact }\ncrm.Contact -> crm';
        expect(await rename(text, 'x')).toEqual({ 'map.crmmap': 'system x { entity Contact }\nx.Contact -> x' });
    });

    it('a new name that is no plain word gets backticks, with or without those that were typed', async () => {
        expect(await rename('system c<|>rm\ncrm -> crm', 'Sales force')).toEqual({ 'map.crmmap': 'system `Sales force`\n`Sales force` -> `Sales force`' });
        expect(await rename('system `the <|>crm`\n`the crm` -> `the crm`', '`Sales force`')).toEqual({
            'map.crmmap': 'system `Sales force`\n`Sales force` -> `Sales force`',
        });
        expect(await rename('system `the <|>crm`', 'crm')).toEqual({ 'map.crmmap': 'system crm' });
    });

    it('a renamed map is as sound as before, also with a keyword as the new name', async () => {
        const renamed = await rename('system sys<|> { entity e { f : id } }\nflow sys: sys.e -> sys { map f -> sys.e.f }', 'owner');
        const { document } = await open(renamed['map.crmmap'] ?? '');
        expect(document.diagnostics).toEqual([]);
    });

    it.each([
        ['an empty name', 'system c<|>rm', '  ', 'A name has at least one character.'],
        ['a backtick', 'system c<|>rm', 'a`b', 'A name holds no backtick and no line break.'],
        ['a line break', 'system c<|>rm', 'a\nb', 'A name holds no backtick and no line break.'],
        ['a taken name', 'system c<|>rm\nsystem shop', 'shop', 'There is a system `shop` already.'],
        ['a capability of the stock list', 'system s { provides rep<|>orting }', 'x', 'Only the name of something that this map declares can be changed.'],
        ['a word that is no name', 'system crm { ven<|>dor "x" }', 'x', 'Only the name of something that this map declares can be changed.'],
    ])('refuses %s, and says why', async (_what, text, newName, message) => {
        await expect(rename(text, newName)).rejects.toThrow(message);
    });

    it('says which word can be renamed', async () => {
        const { services, document, positions } = await open(files);
        const ranges = await Promise.all(
            positions.map((position) => services.lsp.RenameProvider?.prepareRename(document, { textDocument: { uri: document.uri.toString() }, position })),
        );
        expect(ranges.map((range) => range && textOf(document, range))).toEqual(['crm', 'Contact', 'Email']);
    });
});
