import { expect, test } from 'vitest';
import type { Mark } from '../../../src/diagram/marks.ts';
import type { ProfileDiagram, ProfileEntry } from '../../../src/diagram/profile/profile-parts.ts';
import { profileDiagram } from '../../../src/diagram/profile/profile-diagram.ts';
import { placeProfile } from '../../../src/layout/profile.ts';
import { landscapeView } from '../../helpers/landscape-maps.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';
import { textsOf, thingsOf } from '../../helpers/marks.ts';

async function drawn(text: string, entity: string): Promise<{ readonly diagram: ProfileDiagram; readonly marks: readonly Mark[] }> {
    const { model, findings } = text === '' ? await parseFiles(exampleFiles('northwind.crmmap')) : await parseMap(text);
    if (findings.length > 0) throw new Error(findings.join('\n'));
    const diagram = profileDiagram(model, landscapeView({ as: 'profile', of: { kind: 'entity', id: entity } }));
    if (diagram === undefined) throw new Error(`There is no entity ${entity}.`);
    return { diagram, marks: (await placeProfile(diagram)).marks };
}

const ids = (entries: readonly ProfileEntry[]): string[] => entries.flatMap((entry) => (entry.type === 'item' ? [entry.thing.id] : []));
const links = (entries: readonly ProfileEntry[]): string[] =>
    entries.flatMap((entry) => (entry.type === 'item' ? entry.links.map((link) => `${link.id} ${link.lands.at} ${link.heads}`) : []));

test('the customer 360 has sources at the left, consumers and touchpoints at the right', async () => {
    const { diagram } = await drawn('', 'crm.Contact');
    expect(ids(diagram.left.entries)).toEqual(['shop', 'pos', 'desk']);
    expect(ids(diagram.right.entries)).toEqual(['marketing', 'firstBoots.advice', 'firstBoots.confirm']);
    expect(links(diagram.left.entries)).toEqual(['customers entity both', 'tills entity end', 'tickets system end']);
    expect(diagram.sheet.facts[0]).toEqual({ caption: 'Shows', value: '3\u00a0interfaces in', second: '2\u00a0interfaces out' });
    expect(diagram.sheet.description).toBe(
        'Contact in Salesforce: 3\u00a0interfaces in, 2\u00a0interfaces out, 2\u00a0touchpoints; 6\u00a0fields, 3 of them personal. Personal data leaves European Union in 1\u00a0interface.',
    );
});

test('each field names the interfaces that fill and read it', async () => {
    const { marks } = await drawn('', 'crm.Contact');
    const labels = thingsOf(marks)
        .filter(({ thing }) => thing.kind === 'field')
        .map(({ thing }) => thing.label);
    expect(labels).toEqual([
        'ContactId, key',
        'LastName, required, personal data, filled by I-02, read by I-02',
        'Email, required, personal data, filled by I-02, read by I-02, I-03',
        'Phone, personal data, filled by I-02, read by I-02',
        'Segment, read by I-03',
        'OptIn, required, read by I-03',
    ]);
});

test('a flow that names only the system ends at the frame, with words', async () => {
    const { marks } = await drawn('', 'crm.Contact');
    expect(textsOf(marks).join(' ')).toContain('Reaches Salesforce; no entity named');
});

test('facts stand on top, and say what is not stated', async () => {
    const { diagram } = await drawn('system a { entity E { A : text } }', 'a.E');
    expect(diagram.facts?.facts.every((fact) => fact.value === undefined)).toBe(true);
    const { marks } = await drawn('', 'crm.Contact');
    expect(textsOf(marks)).toEqual(
        expect.arrayContaining([
            'Salesforce',
            'Email, Phone',
            '410\u00a0000, +8\u00a0% a year',
            'Confidential',
            'CRM operations',
            'Contract',
            '3\u00a0years',
            'European Union',
        ]),
    );
});

const twins = `
    system hub "Hub" { master entity Person { Email : email } }
    system shop "Shop" { entity Buyer { same as hub.Person  Mail : email } }
    system desk "Desk" { entity Caller { same as shop.Buyer } }
    system web "Website"
    web -> shop.Buyer
    flow sync: shop.Buyer -> hub.Person
    journey j "First visit" { stage s { touchpoint t "Asks" { uses shop.Buyer.Mail, hub.Person.Email fresh within 1 hour } touchpoint u "Signs up" { captures hub.Person } } }`;

test('the same record elsewhere belongs to it, over any number of steps', async () => {
    const { diagram, marks } = await drawn(twins, 'hub.Person');
    expect(diagram.facts?.facts.find((fact) => fact.caption === 'Same record in')?.value).toBe('Shop (Buyer), Desk (Caller)');
    expect(ids(diagram.left.entries)).toEqual(['shop', 'j.u', 'desk']);
    expect(textsOf(marks)).toEqual(expect.arrayContaining(['same as Person', 'I-01 from Website', 'THE SAME RECORD', 'No interface between']));
});

test('a touchpoint has a line for each field that it uses, and words for the same record elsewhere', async () => {
    const { diagram, marks } = await drawn(twins, 'hub.Person');
    expect(links(diagram.right.entries)).toEqual(['out j.t 0 field start']);
    expect(textsOf(marks)).toEqual(expect.arrayContaining(['within 1\u00a0hour', 'uses Mail of Buyer in Shop', 'CAPTURED AT TOUCHPOINTS']));
});

test('an entity that nothing touches says so on both sides', async () => {
    const { marks } = await drawn('system a { entity E }', 'a.E');
    const words = textsOf(marks).join(' ');
    expect(words).toContain('No interface brings data here.');
    expect(words).toContain('No interface reads it, and no touchpoint uses it.');
    expect(words).toContain('No field is stated.');
});

test('a view keeps the interfaces that it includes, and says how many it leaves out', async () => {
    const { model } = await parseFiles(exampleFiles('northwind.crmmap'));
    const of = { kind: 'entity', id: 'crm.Contact' };
    const byHand = profileDiagram(model, landscapeView({ as: 'profile', of, include: [{ select: 'timing', value: 'manual' }] }));
    expect(byHand && links(byHand.left.entries)).toEqual(['tills entity end']);
    expect(byHand?.sheet.facts.find((fact) => fact.caption === 'Left out')?.value).toBe('3\u00a0interfaces');
    const others = profileDiagram(model, landscapeView({ as: 'profile', of, include: [{ select: 'owner', value: 'growth' }] }));
    expect(others && ids(others.left.entries)).toEqual(['shop']);
    const without = profileDiagram(model, landscapeView({ as: 'profile', of, exclude: [{ select: 'thing', kind: 'system', id: 'pos' }] }));
    expect(without && ids(without.left.entries)).toEqual(['shop', 'desk']);
});

test('a view for some people shows the touchpoints of their journeys', async () => {
    const map = `
        persona emma "Emma" persona tom "Tom"
        system crm { entity Contact { Phone : phone } }
        journey a { persona emma stage s { touchpoint t "Calls" { uses crm.Contact.Phone } } }
        journey b { persona tom stage s { touchpoint u "Writes" { uses crm.Contact.Phone } } }`;
    const { model } = await parseMap(map);
    const diagram = profileDiagram(
        model,
        landscapeView({ as: 'profile', of: { kind: 'entity', id: 'crm.Contact' }, audience: [{ kind: 'persona', id: 'tom' }] }),
    );
    expect(diagram && ids(diagram.right.entries)).toEqual(['b.u']);
    expect(diagram?.sheet.facts.find((fact) => fact.caption === 'For')?.value).toBe('Tom');
});
