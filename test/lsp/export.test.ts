import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource } from 'vscode-languageserver/node';
import { type ExportAnswer, type ExportFormat, exportFormats, exportMap, type ExportParams, findFlowTargets } from '../../src/protocol.ts';
import { LspClient } from './lsp-client.ts';

const northwind = readFileSync('examples/northwind.crmmap', 'utf8');

/** What the command line writes of a map, by name. */
function byCommandLine(text: string, format: ExportFormat): Record<string, string> {
    const folder = mkdtempSync(path.join(tmpdir(), 'crmmap-export-'));
    try {
        writeFileSync(path.join(folder, 'northwind.crmmap'), text);
        execFileSync(process.execPath, [path.resolve('dist/cli.js'), 'export', 'northwind.crmmap', '--format', format], { cwd: folder, stdio: 'pipe' });
        const out = path.join(folder, 'out');
        return Object.fromEntries(readdirSync(out).map((name) => [name, readFileSync(path.join(out, name)).toString('base64')]));
    } finally {
        rmSync(folder, { recursive: true, force: true });
    }
}

function byName({ files }: ExportAnswer): Record<string, string> {
    return Object.fromEntries(files.map(({ name, text, base64 }) => [name, base64 ?? Buffer.from(text ?? '').toString('base64')]));
}

describe('the server makes files of maps', () => {
    let client: LspClient;

    beforeEach(async () => {
        client = await LspClient.start();
    });

    afterEach(() => client.stop());

    const exported = (params: ExportParams, token?: CancellationTokenSource): Promise<ExportAnswer> =>
        token ? client.connection.sendRequest(exportMap, params, token.token) : client.connection.sendRequest(exportMap, params);

    test.each(exportFormats)('of the same bytes as the command line, as %s', async (format) => {
        const uri = await client.open('northwind.crmmap', northwind);
        await client.diagnosticsOf(uri, (found) => found.length > 0);
        const answer = await exported({ uri, format });
        expect(answer.problems).toEqual([]);
        const wanted = byCommandLine(northwind, format);
        expect(Object.keys(byName(answer)).sort()).toEqual(Object.keys(wanted).sort());
        expect(byName(answer)).toEqual(wanted);
    });

    test('of the text as it stands in the editor, and of one view as the reader sees it', async () => {
        const uri = await client.open('northwind.crmmap', northwind);
        await client.change(uri, northwind.replace('"Salesforce"', '"Zebra"'));
        const whole = await exported({ uri, format: 'svg', wish: { view: 'landscape' } });
        expect(whole.files.map(({ name }) => name)).toEqual(['northwind.landscape.svg']);
        expect(whole.files[0]?.text).toContain('Zebra');
        const narrowed = await exported({ uri, format: 'svg', wish: { view: 'landscape', adjust: { filters: { category: ['commerce'] } } } });
        expect(narrowed.files[0]?.text).not.toContain('Zebra');
        const own = await exported({ uri, format: 'svg', wish: { own: { as: 'profile', of: { kind: 'entity', id: 'crm.Lead' } } } });
        expect(own.files).toHaveLength(1);
        expect(own.files[0]?.text).toContain('Interest');
    });

    test('but of no view that shows an error, and it says so', async () => {
        const uri = await client.open('northwind.crmmap', `${northwind}\nshop -> nowhere\n`);
        await client.diagnosticsOf(uri, (found) => found.some(({ severity }) => severity === 1));
        const { files, problems } = await exported({ uri, format: 'svg' });
        expect(problems).toContain('The view landscape is not drawn: there are errors in what it shows.');
        expect(files.map(({ name }) => name)).not.toContain('northwind.landscape.svg');
        expect(files.map(({ name }) => name)).toContain('northwind.firstBootsMap.svg');
    });

    test('not any more once they are not wanted, and others afterwards', async () => {
        const uri = await client.open('northwind.crmmap', northwind);
        const endOfLeft = async (): Promise<string> => {
            const cancel = new CancellationTokenSource();
            const end = exported({ uri, format: 'pdf' }, cancel).then(
                () => 'made',
                () => 'given up',
            );
            // An answer to something else says that the server has the request.
            await client.connection.sendRequest(findFlowTargets, { uri, kind: 'system', id: 'crm' });
            cancel.cancel();
            return end;
        };
        // Where this machine rests before that, the files are made already; then it is tried again.
        await expect.poll(endOfLeft).toBe('given up');
        const { files, problems } = await exported({ uri, format: 'json' });
        expect(problems).toEqual([]);
        expect(files.map(({ name }) => name)).toEqual(['northwind.json']);
    });
});
