import { describe, expect, test } from 'vitest';
import { allThings, type ModelThing } from '../../../src/diagram/things/all-things.ts';
import { searchWords } from '../../../src/diagram/things/search-words.ts';
import { factTeller } from '../../../src/diagram/things/thing-facts.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';

async function tellerOf(text: string): Promise<(kind: string, id: string) => string[]> {
    const { model } = await parseMap(text);
    const things = allThings(model);
    const factsOf = factTeller(model, things);
    return (kind, id) => {
        const thing = things.find((one) => one.kind === kind && one.id === id);
        return thing ? factsOf(thing).map(({ label, value }) => `${label}: ${value}`.replaceAll('\u00a0', ' ')) : [];
    };
}

describe('The facts of a thing', () => {
    test('have titles in place of names, and values in words', async () => {
        const facts = await tellerOf(`
map "Shop" { currency EUR }
team ops "CRM operations"
region eu "European Union"
system crm "Salesforce" { category crm owner ops region eu users 240 cost 96000 EUR per year tags core }
system bus "Event bus"
flow sync: crm -> crm "Nightly" { via bus pattern batch-sync timing scheduled cron "0 3 * * *" }
`);
        expect(facts('system', 'crm')).toEqual(
            expect.arrayContaining([
                'Category: CRM',
                'Region: European Union',
                'Users: 240',
                'Cost: EUR 96 000 a year',
                'Owner: CRM operations',
                'Tags: #core',
            ]),
        );
        expect(facts('flow', 'sync')).toEqual(
            expect.arrayContaining(['From: Salesforce', 'To: Salesforce', 'Via: Event bus', 'Pattern: Batch sync', 'Timing: Daily at 03:00']),
        );
    });

    test('leave out what the text does not state', async () => {
        const facts = await tellerOf('system a\n');
        expect(facts('system', 'a')).toEqual([]);
    });

    test('are told of every thing of the examples without a word that stands for nothing', async () => {
        const { model } = await parseFiles(exampleFiles('bank/bank.crmmap'));
        const things = allThings(model);
        const factsOf = factTeller(model, things);
        for (const thing of things) {
            for (const { label, value } of factsOf(thing)) {
                expect(label).not.toBe('');
                expect(value).not.toMatch(/undefined|NaN|\[object|^$/);
                expect(value.length).toBeLessThanOrEqual(240);
            }
        }
    });

    test('stay short where the text is long', async () => {
        const facts = await tellerOf(`system a { description "${'long '.repeat(200)}" }\n`);
        expect(facts('system', 'a')[0]).toMatch(/^Description: long .*…$/);
    });
});

describe('The words to search for', () => {
    test('are title, name, id, number, vendor, category and tags, each once', async () => {
        const { model } = await parseMap('system crm "Salesforce" { vendor "Salesforce" category crm tags core }\nsystem b\ncrm -> b "Orders"\n');
        const things = allThings(model);
        expect(searchWords(things.find(({ kind }) => kind === 'system') as ModelThing)).toEqual(['Salesforce', 'crm', '#core']);
        expect(things.filter(({ kind }) => kind === 'flow').flatMap(searchWords)).toEqual(expect.arrayContaining(['Orders', 'I-01']));
    });
});
