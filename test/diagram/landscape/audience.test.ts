import { expect, test } from 'vitest';
import { landscapeDiagram } from '../../../src/diagram/landscape/landscape-diagram.ts';
import { viewsOf } from '../../../src/model/views.ts';
import { parseMap } from '../../helpers/maps.ts';

const map = `
system shop "Shop"  system crm "CRM" { entity Contact { Phone : phone } }  system mail "Mail"  system erp "ERP"  system bus "Bus"
shop -> crm "Customers" { via bus }  shop -> erp "Orders"  crm -> mail "Audiences"
persona emma  persona ben  segment hikers
channel news "News" { system mail }
journey boots { persona emma  stage buy { touchpoint pays { frontstage shop  uses crm.Contact.Phone }  touchpoint reads { channel news } } }
journey tents { persona ben  segment hikers  stage buy { touchpoint asks { backstage erp } } }
`;

async function shownBy(view: string): Promise<{ systems: string[]; flows: string[] }> {
    const { model, findings } = await parseMap(`${map}\nview v { ${view} }`);
    expect(findings).toEqual([]);
    const [only] = viewsOf(model);
    const diagram = only && landscapeDiagram(model, only);
    return {
        systems: (diagram?.groups ?? []).flatMap((group) => group.cards.map((card) => card.id)).sort(),
        flows: (diagram?.flows ?? []).map(({ thing }) => thing.label.replace(/^I-\d+ (\w+):.*/, '$1')),
    };
}

test('a landscape for a persona shows the systems behind the journeys of that persona, and the flows between them', async () => {
    expect(await shownBy('for persona emma')).toEqual({ systems: ['crm', 'mail', 'shop'], flows: ['Customers', 'Audiences'] });
});

test('for a segment, those behind its journeys; include and exclude choose among them', async () => {
    expect((await shownBy('for segment hikers')).systems).toEqual(['erp']);
    expect((await shownBy('for emma  exclude mail')).systems).toEqual(['crm', 'shop']);
});

test('for nobody in particular, all of them', async () => {
    expect((await shownBy('title "All"')).systems).toEqual(['bus', 'crm', 'erp', 'mail', 'shop']);
});
