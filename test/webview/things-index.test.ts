import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toldThings } from '../../src/server/told-things.ts';
import { type Direction, ThingsIndex } from '../../src/webview/picture/things-index.ts';
import { parseMap } from '../helpers/maps.ts';

async function indexOf(text: string): Promise<ThingsIndex> {
    const { model } = await parseMap(text);
    return new ThingsIndex(toldThings(model, []));
}

function hanging(index: ThingsIndex, thing: string, direction: Direction): string[] {
    const [kind = '', id = ''] = thing.split(/:(.*)/s);
    const start = index.positionOf({ kind, id });
    if (start === undefined) throw new Error(`No ${thing}`);
    return [...index.hanging(start, direction)].map((position) => `${index.at(position)?.kind}:${index.at(position)?.id}`).sort();
}

const two = `
system shop { entity Customer {
    Mail : email
    Name : text
} }
system crm { entity Contact {
    Email : email
    Name : text
} }
system desk
system bus
flow sync: shop.Customer -> crm.Contact "Customers" {
    via bus
    map Mail -> Email
    map Name -> Name
}
crm.Contact -> desk "Callers"
`;

describe('what hangs on a thing', () => {
    test('goes through just the fields that a mapping names', async () => {
        const index = await indexOf(two);
        const down = hanging(index, 'field:shop.Customer.Mail', 'down');
        expect(down).toContain('field:crm.Contact.Email');
        expect(down).not.toContain('field:crm.Contact.Name');
        expect(down).toContain('map:sync.map-1');
        expect(down).not.toContain('map:sync.map-2');
        expect(down).toContain('flow:sync');
        expect(hanging(index, 'map:sync.map-1', 'both')).not.toContain('map:sync.map-2');
        expect(down).toEqual(expect.arrayContaining(['system:shop', 'system:crm', 'system:desk']));
    });

    test('upstream and downstream together are both', async () => {
        const index = await indexOf(readFileSync('examples/northwind.crmmap', 'utf8'));
        fc.assert(
            fc.property(fc.nat(index.things.length - 1), (start) => {
                const both = new Set([...index.hanging(start, 'up'), ...index.hanging(start, 'down')]);
                expect(new Set(index.hanging(start, 'both'))).toEqual(both);
                expect(both.has(start)).toBe(true);
                for (const holder of index.holdersOf(start)) expect(both.has(holder)).toBe(true);
            }),
        );
    });

    test('of a flow is where it comes from and where it leads', async () => {
        const index = await indexOf('system a\nsystem b\nsystem c\nsystem d\na -> b "1"\nflow two: b -> c "2"\nc -> d "3"\n');
        expect(hanging(index, 'flow:two', 'up').filter((key) => key.startsWith('system'))).toEqual(['system:a', 'system:b', 'system:c']);
        expect(hanging(index, 'flow:two', 'down').filter((key) => key.startsWith('system'))).toEqual(['system:b', 'system:c', 'system:d']);
    });

    test('goes on from systems to touchpoints, their pains, and what is done about them', async () => {
        const index = await indexOf(`
team it
goal fewer "Fewer calls"
system crm { owner it }
system other
journey buy {
    stage find {
        touchpoint search { frontstage crm, pain slow "Too slow" { opportunity fast "Faster" } }
    }
}
`);
        const down = hanging(index, 'system:crm', 'down');
        expect(down).toContain('touchpoint:buy.search');
        expect(down.some((key) => key.startsWith('pain:'))).toBe(true);
        expect(down).toContain('journey:buy');
        expect(down).not.toContain('system:other');
        expect(hanging(index, 'team:it', 'down')).toContain('system:crm');
        expect(hanging(index, 'system:crm', 'up')).toContain('team:it');
    });

    test('ends in circles', async () => {
        const index = await indexOf('system a\nsystem b\nsystem c\na -> b "1"\nb -> c "2"\nc -> a "3"\n');
        expect(hanging(index, 'system:a', 'down').filter((key) => key.startsWith('system'))).toEqual(['system:a', 'system:b', 'system:c']);
    });
});
