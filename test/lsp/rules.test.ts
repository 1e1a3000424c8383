import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver/node';
import { LspClient } from './lsp-client.ts';

const codes = (all: readonly Diagnostic[]): unknown[] => all.map(({ code }) => code);
const flow = '{ timing event  volume 3 per day  errors alert it }';

describe('what rules find, in the editor', () => {
    let client: LspClient;
    beforeEach(async () => {
        client = await LspClient.start();
    });
    afterEach(() => client.stop());

    test('is told with severity, code, place and related places, and taken back once it is mended', async () => {
        const text = `team it { function it }\nsystem a { owner it }\nsystem b { owner it }\nflow two: a <-> b ${flow}\nmap { rules { GOV004 off } }\n`;
        const uri = await client.open('a.crmmap', text);
        const found = await client.diagnosticsOf(uri, (all) => all.length > 0);
        expect(found).toMatchObject([
            { code: 'FLW001', severity: 1, source: 'crmmap', range: { start: { line: 3, character: 5 }, end: { line: 3, character: 8 } } },
        ]);
        await client.change(uri, text.replace('<->', '->'));
        await client.diagnosticsOf(uri, (all) => all.length === 0);
    });

    test('stands in the right file of the map, and follows a change of another file', async () => {
        const systems = await client.open('systems.crmmap', 'team it { function it }\nsystem a { owner it }\nsystem b { owner it }\n');
        await client.diagnosticsOf(systems, (all) => codes(all).includes('SYS001'));
        const root = await client.open('root.crmmap', `import "./systems.crmmap"\nmap { rules { GOV004 off } }\na -> b ${flow}\n`);
        await client.diagnosticsOf(systems, (all) => all.length === 0);
        await client.change(root, 'import "./systems.crmmap"\nmap { rules { GOV004 off } }\n');
        const found = await client.diagnosticsOf(systems, (all) => all.length === 2);
        expect(codes(found)).toEqual(['SYS001', 'SYS001']);
    });

    test('is silenced by a comment, and set by crmmap.json', async () => {
        client.write('crmmap.json', '{ "rules": { "SYS001": "off" } }');
        const uri = await client.open('a.crmmap', 'system a\n// crmmap-ignore SYS002: sold next week\nsystem b\n');
        const found = await client.diagnosticsOf(uri, (all) => all.length > 0);
        expect(found.map(({ code, range }) => `${code} ${range.start.line}`)).toEqual(['SYS002 0']);
    });

    test('counts what files of the workspace say that no editor has open', async () => {
        const other = await LspClient.start({
            'systems.crmmap': 'team it { function it }\nsystem a { owner it }\nsystem b\n',
            'root.crmmap': `import "./systems.crmmap"\nmap { rules { GOV004 off } }\na -> b ${flow}\n`,
        });
        try {
            const uri = await other.open('systems.crmmap', 'team it { function it }\nsystem a { owner it }\nsystem b\n');
            const found = await other.diagnosticsOf(uri, (all) => all.length > 0);
            expect(codes(found)).toEqual(['SYS002']);
        } finally {
            await other.stop();
        }
    });

    test('stands beside what the language finds', async () => {
        const uri = await client.open('a.crmmap', 'system a\nsystem b { owner nobody }\n');
        const found = await client.diagnosticsOf(uri, (all) => all.length > 1);
        expect(codes(found)).toEqual(['LNG010', 'SYS001', 'SYS002']);
    });
});
