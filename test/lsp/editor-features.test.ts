import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import {
    CodeLensRefreshRequest,
    CodeLensRequest,
    type CompletionItem,
    CompletionRequest,
    DidChangeConfigurationNotification,
    DocumentLinkRequest,
    HoverRequest,
    InlayHintRequest,
    type MarkupContent,
    SignatureHelpRequest,
} from 'vscode-languageserver/node';
import { LspClient, type LspClientOptions } from './lsp-client.ts';
import { markedOnce } from './marked-text.ts';

const northwind = readFileSync('examples/northwind.crmmap', 'utf8');
const vsCode: LspClientOptions = {
    capabilities: { textDocument: { completion: { completionItem: { snippetSupport: true } } }, workspace: { configuration: true } },
    options: { commands: ['crmmap.openPreviewToSide', 'crmmap.showReferences', 'editor.action.triggerSuggest'] },
};

let client: LspClient;
afterEach(() => client.stop());

async function completed(name: string, source: string): Promise<CompletionItem[]> {
    const { text, position } = markedOnce(source);
    const uri = await client.open(name, text);
    const found = await client.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position });
    return Array.isArray(found) ? found : (found?.items ?? []);
}

describe('what the editor shows and completes, over stdio', () => {
    test('completes with snippets and codes of rules, and brings imports along from files that are not open', async () => {
        client = await LspClient.start({ 'teams.crmmap': 'team ops "Operations"\n' }, vsCode);
        const basis = (await completed('a.crmmap', 'system s { entity e { <|> } }')).find(({ label }) => label === 'basis');
        expect(basis?.textEdit?.newText).toContain('basis ${1|consent,');
        const rules = await completed('b.crmmap', 'map "M" { rules { <|> } }');
        expect(rules.find(({ label }) => label === 'SYS001')?.detail).not.toBe('');
        const owner = (await completed('c.crmmap', 'system s { owner <|> }')).find(({ label }) => label === 'ops');
        expect(owner?.additionalTextEdits?.[0]?.newText).toBe('import "./teams.crmmap"\n');
        expect((await completed('d.crmmap', 'import "<|>"')).map(({ label }) => label)).toContain('./teams.crmmap');
    });

    test('offers files beside a map that stands in no folder of the workspace', async () => {
        client = await LspClient.start({ 'folder/a.crmmap': '', 'folder/b.crmmap': 'team t\n' }, { ...vsCode, folder: 'elsewhere' });
        expect((await completed('folder/a.crmmap', 'import "<|>"')).map(({ label }) => label)).toEqual(['./b.crmmap']);
    });

    test('shows a flow as a table on hover, with its timetable in words', async () => {
        client = await LspClient.start();
        const uri = await client.open('northwind.crmmap', northwind);
        const line = northwind.split('\n').findIndex((text) => text.startsWith('flow audiences'));
        const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: { line, character: 7 } });
        const value = (hover?.contents as MarkupContent | undefined)?.value;
        expect(value).toContain('| From | crm.Contact |\n| To | marketing.Subscriber |');
        expect(value).toContain('daily at 03:00');
        expect(value).toContain('| Mapped | 3 of 3 fields |');
    });

    test('helps with the shape of a map line', async () => {
        client = await LspClient.start();
        const { text, position } = markedOnce('system a { entity E { X : id } }\nflow f: a.E -> a.E {\n  map X -> <|>\n}\n');
        const uri = await client.open('a.crmmap', text);
        const help = await client.connection.sendRequest(SignatureHelpRequest.type, { textDocument: { uri }, position });
        expect(help).toMatchObject({ activeParameter: 1, signatures: [{ label: expect.stringContaining('map source[, source] -> target') }] });
    });

    test('shows hints and lenses on the reference map, and links', async () => {
        client = await LspClient.start({}, vsCode);
        const uri = await client.open('northwind.crmmap', `${northwind}\nsystem x { link "https://example.com" }\n`);
        const textDocument = { uri };
        const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
        const hints = (await client.connection.sendRequest(InlayHintRequest.type, { textDocument, range })) ?? [];
        expect(hints.map(({ label }) => label)).toEqual(expect.arrayContaining(['I-02 · mapped 3 of 6', 'I-06', 'every 15 minutes', 'owner crmOps']));
        const lenses = (await client.connection.sendRequest(CodeLensRequest.type, { textDocument })) ?? [];
        const crm = northwind.split('\n').findIndex((text) => text.startsWith('system crm'));
        expect(lenses.filter((lens) => lens.range.start.line === crm).map(({ command }) => command?.title)).toEqual([
            '4 flows in, 2 out',
            'used by 4 touchpoints',
        ]);
        expect(lenses.filter(({ command }) => command?.command === 'crmmap.openPreviewToSide').length).toBeGreaterThan(8);
        const links = await client.connection.sendRequest(DocumentLinkRequest.type, { textDocument });
        expect(links).toMatchObject([{ target: 'https://example.com' }]);
    });

    test('shows neither hints nor lenses once they are switched off', async () => {
        client = await LspClient.start({}, { ...vsCode, settings: { crmmap: { codeLens: { enabled: false }, inlayHints: { enabled: false } } } });
        const uri = await client.open('northwind.crmmap', northwind);
        await client.diagnosticsOf(uri, () => true);
        const range = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
        expect(await client.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range })).toBe(null);
        expect(await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })).toBe(null);
    });

    test('follow a setting that changes, and are asked for again', async () => {
        const refreshing = { ...vsCode.capabilities, workspace: { configuration: true, codeLens: { refreshSupport: true } } };
        client = await LspClient.start({}, { ...vsCode, capabilities: refreshing });
        const uri = await client.open('a.crmmap', 'system a\nsystem b\na -> b\n');
        const ask = () => client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
        expect((await ask())?.length).toBe(2);
        const refreshed = new Promise<void>((resolve) => client.connection.onRequest(CodeLensRefreshRequest.type, () => resolve()));
        await client.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: { crmmap: { codeLens: { enabled: false } } } });
        await refreshed;
        expect(await ask()).toBe(null);
    });

    test('an editor that names no commands gets lenses in plain words', async () => {
        client = await LspClient.start();
        const uri = await client.open('a.crmmap', 'system a\nsystem b\na -> b\n');
        const lenses = await client.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } });
        expect(lenses?.map(({ command }) => command)).toEqual([
            { title: '1 flow out', command: '' },
            { title: '1 flow in', command: '' },
        ]);
    });
});
