import { expect, test } from 'vitest';
import { foldOf } from '../../../src/diagram/landscape/fold.ts';
import { groupFacts } from '../../../src/diagram/things/group-facts.ts';
import type { View } from '../../../src/model/crm-model.ts';
import { parseFiles } from '../../helpers/maps.ts';

const text = `team sales "Sales"
team it "IT"
system crm "Customers" { category crm owner sales entity Person { Email : email personal } }
system desk "Tickets" { category crm owner it }
system erp "Ledger" { category erp owner it }
system lone "Lone"
flow people: crm -> desk "People" { timing real-time }
flow orders: crm.Person -> erp "Orders" { timing scheduled }
flow bills: erp -> desk "Bills"
`;

const factsOf = async (by: 'category' | 'owner' | 'region', id: string): Promise<readonly string[]> => {
    const { model } = await parseFiles({ 'map.crmmap': text });
    const found = groupFacts(model, by).find((group) => group.id === id);
    return found ? [found.title, ...found.facts.map(({ label, value }) => `${label}: ${value.replaceAll('\u00a0', ' ')}`)] : [];
};

test('a group tells its systems, who owns them, its flows and its personal data', async () => {
    expect(await factsOf('category', 'category crm')).toEqual([
        'CRM',
        'Systems: 2: Customers, Tickets',
        'Owners: Sales, IT',
        'Flows: 1 inside, 2 with other groups',
        'Personal data: in 1 system',
    ]);
    expect(await factsOf('owner', 'owner it')).toEqual(['IT', 'Systems: 2: Tickets, Ledger', 'Categories: CRM, ERP', 'Flows: 1 inside, 2 with other groups']);
});

test('the flows between two groups are told in either direction', async () => {
    const told = ['Flows: 2: I-02 Orders, I-03 Bills', 'Timing: Scheduled: 1', 'Personal data: in 1 flow'];
    expect(await factsOf('category', 'category crm to category erp')).toEqual(['CRM – ERP', ...told]);
    expect(await factsOf('category', 'category erp to category crm')).toEqual(['ERP – CRM', ...told]);
});

test('a map without groups has none', async () => {
    expect(await factsOf('region', 'region eu')).toEqual([]);
});

test('a flow that goes to another group and back again is one, on the card as at the line', async () => {
    const way = `system web { category website }
system bus { category middleware }
system app { category website }
flow clicks: web -> app "Clicks" { via bus  timing event }`;
    const { model } = await parseFiles({ 'map.crmmap': way });
    const [link] = groupFacts(model, 'category').filter(({ kind }) => kind === 'flows');
    expect(link?.facts.map(({ value }) => value)).toEqual(['1: I-01 Clicks', 'Event: 1']);
    const others = Array.from({ length: 125 }, (_, index) => `system s${index} { category ${index % 2 === 0 ? 'website' : 'middleware'} }`).join('\n');
    const { model: large } = await parseFiles({ 'map.crmmap': `${way}\n${others}\nview v` });
    const folded = foldOf(large, large.views[0] as View, large.systems, large.flows);
    expect(folded?.flows.map(({ count, back }) => [count, back])).toEqual([[1, 1]]);
});
