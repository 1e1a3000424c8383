import { expect, test } from 'vitest';
import { departures } from '../../../src/diagram/landscape/flow-words.ts';
import { parseMap } from '../../helpers/maps.ts';

async function told(flows: string): Promise<string> {
    const { model } = await parseMap(`region eu "European Union"  region us "United States"
        system a { region eu entity A { Email : email personal  No : id } }
        system b { region us entity B { Email : email personal  No : id } }
        system c { region eu entity C { Email : email personal } }
        system d { entity D { Email : email personal } }
        ${flows}`);
    return departures(model, model.flows).replaceAll('\u00a0', ' ');
}

test('a description says which regions personal data leaves, and in how many interfaces', async () => {
    expect(await told('a.A -> b.B { map Email -> Email }  a.A -> c.C { map Email -> Email }')).toBe(' Personal data leaves European Union in 1 interface.');
    expect(await told('a.A <-> b.B { conflict manual map Email -> Email }  c.C -> b.B { map Email -> Email }')).toBe(
        ' Personal data leaves European Union in 2 interfaces, United States in 1 interface.',
    );
});

test('nothing is said of what is not personal, stays in its region, or comes from nowhere that is stated', async () => {
    expect(await told('a.A -> b.B { map No -> No }  a.A -> c.C { map Email -> Email }  d.D -> b.B { map Email -> Email }')).toBe('');
});
