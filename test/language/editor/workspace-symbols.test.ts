import { describe, expect, it } from 'vitest';
import { open } from './support.ts';

async function found(query: string, files: Readonly<Record<string, string>> | string): Promise<string[]> {
    const { services } = await open(files);
    const symbols = await services.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query });
    return symbols.map(({ name, containerName }) => (containerName === undefined ? name : `${name} in ${containerName}`));
}

const files = {
    'crm.crmmap': 'system crm "Salesforce" { entity Contact "Person" { Email : email `E-mail 2` : email } provides reporting }\nteam customerCare',
    'other.crmmap': 'system contactHub\nsystem desk { entity CustomerContact entity Ticket { Contact : id } }',
};

describe('Symbols of the workspace', () => {
    it('stand in all files, with what holds them, the best match first', async () => {
        expect(await found('contact', files)).toEqual(['Contact in crm', 'Contact in desk.Ticket', 'contactHub', 'CustomerContact in desk']);
    });

    it('are found by the first letters of their words', async () => {
        expect((await found('cc', files)).slice(0, 2)).toEqual(['CustomerContact in desk', 'customerCare']);
    });

    it('are found by title, which is told then, and by path', async () => {
        expect(await found('salesf', files)).toEqual(['crm · Salesforce']);
        expect(await found('desk.tick', files)).toContain('Ticket in desk');
    });

    it('leave out what the language brings along, and have names without backticks', async () => {
        expect(await found('reporting', files)).toEqual([]);
        expect(await found('e-mail', files)).toEqual(['E-mail 2 in crm.Contact']);
    });

    it('are all there without a query, systems before fields, and never more than an editor can show', async () => {
        expect((await found('', files)).slice(0, 3)).toEqual(['crm', 'desk', 'contactHub']);
        expect(await found('', Array.from({ length: 900 }, (_, index) => `system s${index}`).join('\n'))).toHaveLength(500);
    });

    it('point to the name', async () => {
        const { services, file } = await open(files);
        const [symbol] = await services.shared.lsp.WorkspaceSymbolProvider!.getSymbols({ query: 'Ticket' });
        const { range, uri } = symbol!.location as {
            range: { start: { line: number; character: number }; end: { line: number; character: number } };
            uri: string;
        };
        expect(uri).toBe(file('other.crmmap').uri.toString());
        expect(file('other.crmmap').textDocument.getText(range)).toBe('Ticket');
    });
});
