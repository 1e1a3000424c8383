import { afterEach, describe, expect, test } from 'vitest';
import {
    type CodeAction,
    type CodeActionContext,
    CodeActionRequest,
    type Diagnostic,
    TextDocumentEdit,
    type TextEdit,
    type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LspClient } from './lsp-client.ts';

const whole = { start: { line: 0, character: 0 }, end: { line: 1000, character: 0 } };
const capabilities = { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create' as const] } } };
const flow = '{ timing event  volume 3 per day  errors alert it }';
const quiet = 'map { rules { GOV004 off } }';

let client: LspClient;
afterEach(() => client.stop());

async function actions(uri: string, diagnostics: readonly Diagnostic[], only?: CodeActionContext['only']): Promise<CodeAction[]> {
    const range = diagnostics[0]?.range ?? whole;
    const found = await client.connection.sendRequest(CodeActionRequest.type, {
        textDocument: { uri },
        range,
        context: { diagnostics: [...diagnostics], only },
    });
    return (found ?? []) as CodeAction[];
}

/** The edits of a file, of both forms that an edit may have. */
function editsOf({ changes, documentChanges }: WorkspaceEdit, uri: string): TextEdit[] {
    const versioned = (documentChanges ?? []).filter(TextDocumentEdit.is).filter(({ textDocument }) => textDocument.uri === uri);
    return [...(changes?.[uri] ?? []), ...versioned.flatMap(({ edits }) => edits as TextEdit[])];
}

function textAfter(text: string, uri: string, action: CodeAction | undefined): string {
    return TextDocument.applyEdits(TextDocument.create(uri, 'crmmap', 1, text), editsOf(action?.edit ?? {}, uri));
}

const titled = (all: readonly CodeAction[], title: RegExp): CodeAction | undefined => all.find((action) => title.test(action.title));
const preferred = (all: readonly CodeAction[]): CodeAction | undefined => all.find(({ isPreferred }) => isPreferred);
const coded =
    (code: string) =>
    (all: readonly Diagnostic[]): boolean =>
        all.some((one) => one.code === code);

describe('quick fixes over the protocol', () => {
    test('mend a misspelt word: the edit takes the diagnostic away', async () => {
        client = await LspClient.start();
        const text = `${quiet}\nteam it { function it }\nsystem a { owner it  categry crm }\nsystem b { owner it }\na -> b ${flow}\n`;
        const uri = await client.open('a.crmmap', text);
        const [wrong] = await client.diagnosticsOf(uri, coded('LNG002'));
        const fix = preferred(await actions(uri, wrong ? [wrong] : []));
        expect(fix).toMatchObject({ title: 'Write `category`', kind: 'quickfix', diagnostics: [{ code: 'LNG002' }] });
        await client.change(uri, textAfter(text, uri, fix));
        await client.diagnosticsOf(uri, (all) => all.length === 0);
    });

    test('mend what a rule finds, or silence it here or in the map; each takes the diagnostic away', async () => {
        client = await LspClient.start();
        const text = `team it { function it }\n/** Sells. */\nsystem a\nsystem b { owner it }\na -> b ${flow}\n${quiet}\n`;
        const uri = await client.open('a.crmmap', text);
        for (const [title, after] of [
            [/^Add `owner it`$/, text.replace('system a\n', 'system a { owner it }\n')],
            [/^Ignore SYS002 here/, text.replace('/** Sells', '// crmmap-ignore SYS002: write the reason here\n/** Sells')],
            [/^Turn SYS002 off for this map$/, text.replace('GOV004 off', 'GOV004 off  SYS002 off')],
        ] as const) {
            const found = await client.diagnosticsOf(uri, (all) => all.length === 1);
            const all = await actions(uri, found);
            expect(preferred(all)?.title).toBe('Add `owner it`');
            const mended = textAfter(text, uri, titled(all, title));
            expect(mended).toBe(after);
            await client.change(uri, mended);
            await client.diagnosticsOf(uri, (left) => left.length === 0);
            await client.change(uri, text);
        }
    });

    test('mend all of a kind at once', async () => {
        client = await LspClient.start();
        const text = `team it { function it }\nsystem a\nsystem b\nsystem c { owner it }\na -> b ${flow}\nb -> c ${flow}\n${quiet}\n`;
        const uri = await client.open('a.crmmap', text);
        const [first] = await client.diagnosticsOf(uri, (all) => all.length === 2);
        const all = titled(await actions(uri, first ? [first] : []), /^Mend all 2 of SYS002/);
        await client.change(uri, textAfter(text, uri, all));
        await client.diagnosticsOf(uri, (left) => left.length === 0);
    });

    test('mend all that is clear when asked for source.fixAll, and leave to the author what only they can know', async () => {
        client = await LspClient.start();
        const text = 'system a { owner: it }\nsystem c;\nsytem b { categry crm }\nteam it\na --> b { timing scheduled "daily" }\n';
        const uri = await client.open('a.crmmap', text);
        await client.diagnosticsOf(uri, coded('LNG022'));
        const [all, ...others] = await actions(uri, [], ['source.fixAll']);
        expect(all?.kind).toBe('source.fixAll.crmmap');
        expect(others).toEqual([]);
        expect(textAfter(text, uri, all)).toBe('system a { owner it }\nsystem c\nsystem b { category crm }\nteam it\na -> b { timing scheduled "daily" }\n');
    });

    test('change another file of the map, for the version that the editor has of it', async () => {
        client = await LspClient.start({}, { capabilities });
        const teams = await client.open('teams.crmmap', 'team it { function it }\n');
        const systems = await client.open('systems.crmmap', 'import "./teams.crmmap"\nsystem a { owner it }\n');
        await client.change(systems, 'import "./teams.crmmap"\nsystem crm { owner it }\n');
        const text = `import "./systems.crmmap"\n${quiet}\nsystem shop { owner it }\ncrm.Order -> shop ${flow}\n`;
        const uri = await client.open('a.crmmap', text);
        const found = await client.diagnosticsOf(uri, coded('LNG010'));
        const fix = titled(
            await actions(
                uri,
                found.filter(({ code }) => code === 'LNG010'),
            ),
            /^Declare the entity `crm\.Order`$/,
        );
        expect(fix?.edit?.documentChanges).toEqual([
            { textDocument: { uri: systems, version: 2 }, edits: [expect.objectContaining({ newText: '  entity Order' })] },
        ]);
        expect(teams).not.toBe(systems);
    });

    test('import from another file, and make a file that is missing', async () => {
        client = await LspClient.start({ 'teams.crmmap': 'team it\n' }, { capabilities });
        const text = 'import "./parts/more.crmmap"\nsystem a { owner it }\n';
        const uri = await client.open('a.crmmap', text);
        const found = await client.diagnosticsOf(uri, (all) => coded('LNG012')(all) && coded('LNG040')(all));
        const importIt = preferred(
            await actions(
                uri,
                found.filter(({ code }) => code === 'LNG012'),
            ),
        );
        expect(textAfter(text, uri, importIt)).toBe('import "./parts/more.crmmap"\nimport "./teams.crmmap"\nsystem a { owner it }\n');
        const create = titled(
            await actions(
                uri,
                found.filter(({ code }) => code === 'LNG040'),
            ),
            /^Create more\.crmmap$/,
        );
        expect(create?.edit?.documentChanges).toEqual([{ kind: 'create', uri: client.uri('parts/more.crmmap'), options: { ignoreIfExists: true } }]);
    });

    test('give nothing for a diagnostic that the text has left behind', async () => {
        client = await LspClient.start();
        const text = `team it { function it }\nsystem a\nsystem b { owner it }\na -> b ${flow}\n${quiet}\n`;
        const uri = await client.open('a.crmmap', text);
        const stale = await client.diagnosticsOf(uri, (all) => all.length === 1);
        await client.change(uri, `// A comment that moves all the rest.\n${text}`);
        expect((await actions(uri, stale)).filter(({ kind }) => kind === 'quickfix')).toEqual([]);
    });

    test('stand beside refactorings, and give way to them where only those are asked for', async () => {
        client = await LspClient.start();
        const text = `team it { function it }\nsystem a\nsystem b { owner it }\na -> b ${flow}\n${quiet}\n`;
        const uri = await client.open('a.crmmap', text);
        const found = await client.diagnosticsOf(uri, (all) => all.length === 1);
        const kinds = async (only?: CodeActionContext['only']): Promise<Set<string | undefined>> =>
            new Set((await actions(uri, found, only)).map(({ kind }) => kind?.split('.')[0]));
        expect([...(await kinds())]).toEqual(expect.arrayContaining(['quickfix', 'refactor']));
        expect(await kinds(['refactor'])).toEqual(new Set(['refactor']));
        expect(await kinds(['quickfix'])).toEqual(new Set(['quickfix']));
    });

    test('come with a way to the page of the rule or the error, where the editor has one', async () => {
        const text = `team it { function it }\nsystem a\nsystem b { ownr it }\na -> b ${flow}\n${quiet}\n`;
        const hrefs = async (options?: unknown): Promise<unknown[]> => {
            client = await LspClient.start({}, { options });
            const uri = await client.open('a.crmmap', text);
            const found = await client.diagnosticsOf(uri, (all) => coded('SYS002')(all) && coded('LNG002')(all));
            return found.map(({ codeDescription }) => codeDescription?.href);
        };
        expect(await hrefs({ pages: 'crmmap-page:/{code}.md' })).toEqual(['crmmap-page:/LNG002.md', 'crmmap-page:/SYS002.md']);
        await client.stop();
        expect(await hrefs({ pages: 'https://example.com/docs' })).toEqual([
            'https://example.com/docs/errors.md#lng002',
            'https://example.com/docs/rules.md#sys002',
        ]);
        await client.stop();
        expect(await hrefs()).toEqual([undefined, undefined]);
    });
});
