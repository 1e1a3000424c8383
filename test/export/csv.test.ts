import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvOf } from '../../src/export/csv/csv.ts';
import { tablesOf } from '../../src/export/tables/all-tables.ts';
import { exampleFiles, parseFiles, parseMap } from '../helpers/maps.ts';

/** The rows of a CSV text as RFC 4180 reads them. */
function rowsOf(text: string): string[][] {
    const rows: string[][] = [[]];
    let cell = '';
    let isQuoted = false;
    const characters = [...text.replace(/^\uFEFF/, '')];
    for (let at = 0; at < characters.length; at++) {
        const character = characters[at] as string;
        if (isQuoted && character === '"' && characters[at + 1] === '"') {
            cell += '"';
            at++;
        } else if (character === '"') isQuoted = !isQuoted;
        else if (!isQuoted && character === ',') {
            rows.at(-1)?.push(cell);
            cell = '';
        } else if (!isQuoted && character === '\r' && characters[at + 1] === '\n') {
            rows.at(-1)?.push(cell);
            cell = '';
            rows.push([]);
            at++;
        } else cell += character;
    }
    return rows.slice(0, -1);
}

async function northwindTable(name: string): Promise<Record<string, string>[]> {
    const { model } = await parseFiles(exampleFiles('northwind.crmmap'));
    const table = tablesOf(model).find((candidate) => candidate.name === name);
    const [head = [], ...rows] = rowsOf(csvOf(table ?? { name, title: '', columns: [], rows: [] }));
    return rows.map((row) => Object.fromEntries(head.map((column, index) => [column, row[index] ?? ''])));
}

describe('the tables of a map as CSV', () => {
    test('the interface register has a row for each flow, with what the map says of it', async () => {
        const rows = await northwindTable('interfaces');
        expect(rows.map((row) => row['Number'])).toEqual(['I-01', 'I-02', 'I-03', 'I-04', 'I-05', 'I-06']);
        expect(rows[1]).toMatchObject({
            Interface: 'Customer profile',
            From: 'Web shop · Shop customer',
            To: 'Salesforce · Contact',
            'Both ways': 'yes',
            Via: 'Event bus',
            Pattern: 'batch-sync',
            Timing: 'scheduled',
            Timetable: '*/15 * * * *',
            Volume: '3500',
            Per: 'day',
            'On error': 'retry 3 then alert CRM operations',
            'Personal data': 'yes',
            'Mapped fields': '3',
        });
    });

    test('field mappings have a row for each map line', async () => {
        const rows = await northwindTable('field-mappings');
        expect(rows.filter((row) => row['Number'] === 'I-02')).toHaveLength(3);
        expect(rows.find((row) => row['Target field'] === 'crm.Contact.LastName')).toMatchObject({
            Number: 'I-02',
            'Source fields': 'shop.Customer.FullName',
            'Source types': 'text',
            'Target field': 'crm.Contact.LastName',
        });
    });

    test('the data dictionary has a row for each field', async () => {
        const rows = await northwindTable('data-dictionary');
        expect(rows.find((row) => row['Id'] === 'crm.Contact.Phone')).toMatchObject({
            System: 'Salesforce',
            'System of record': 'yes',
            Type: 'phone',
            Format: 'E.164',
            Personal: 'yes',
            Key: 'no',
        });
    });

    test('pains stand beside what addresses them, and what delivers that', async () => {
        const rows = await northwindTable('pains');
        expect(rows.find((row) => row['Pain'] === 'Sizes differ by brand')).toMatchObject({
            Severity: 'high',
            Opportunity: 'Size advisor that knows her last order',
            Initiatives: 'Build the size advisor',
        });
    });

    test('initiatives have their money in columns of their own', async () => {
        const rows = await northwindTable('initiatives');
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows) expect(row['Cost']).toMatch(/^\d+$/);
        expect(rows[0]?.['Cost currency']).toBe('EUR');
    });

    test('any text comes back as it was, but for an apostrophe before what a spreadsheet would compute', () => {
        fc.assert(
            fc.property(fc.array(fc.array(fc.string({ unit: 'binary' }), { minLength: 2, maxLength: 2 })), (rows) => {
                const [, ...read] = rowsOf(csvOf({ name: 't', title: '', columns: ['a', 'b'], rows }));
                expect(
                    read.map((row) => row.map((cell, index) => cell.replace(/^'/, '') === (rows[read.indexOf(row)]?.[index] ?? '').replace(/^'/, ''))),
                ).toEqual(rows.map((row) => row.map(() => true)));
            }),
        );
    });

    test('no cell of a hostile map begins like a formula', async () => {
        const { model } = await parseMap(
            'system a "=HYPERLINK(\\"http://evil\\")"\nsystem b "+1"\nsystem c "  @SUM(1)"\na -> b "-2+3" { protocol "\\t=1" }\nb -> c "=cmd|x"',
        );
        const cells = tablesOf(model).flatMap((table) => rowsOf(csvOf(table)).slice(1).flat());
        expect(cells.some((cell) => cell.includes('HYPERLINK'))).toBe(true);
        expect(cells.filter((cell) => /^\s*[=+@]|^\s*-(?!\d+$)/.test(cell))).toEqual([]);
    });
});
