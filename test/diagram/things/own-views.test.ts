import { describe, expect, test } from 'vitest';
import { allThings } from '../../../src/diagram/things/all-things.ts';
import { type OwnView, ownViews, viewFor } from '../../../src/diagram/things/own-views.ts';
import { diagramOf } from '../../../src/pipeline.ts';
import { exampleFiles, parseFiles, parseMap } from '../../helpers/maps.ts';

const named = ({ as, of }: OwnView): string => `${as} of ${of.kind} ${of.id}`;

describe('The views of one thing', () => {
    test.each(['northwind.crmmap', 'b2b-software.crmmap', 'bank/bank.crmmap'])('each of %s can be drawn', async (root) => {
        const { model } = await parseFiles(exampleFiles(root));
        const offered = new Map(allThings(model).flatMap((thing) => ownViews(thing).map((own) => [named(own), { own, title: thing.title }] as const)));
        expect(offered.size).toBeGreaterThan(20);
        for (const { own, title } of offered.values()) {
            const diagram = diagramOf(model, viewFor(model, own, title));
            expect(diagram, named(own)).toBeDefined();
        }
    });

    test('lead from an entity to its profile, from a flow to its mapping, from a stage to the systems behind it', async () => {
        const { model } = await parseFiles(exampleFiles('northwind.crmmap'));
        const first = (kind: string): OwnView | undefined => {
            const thing = allThings(model).find((one) => one.kind === kind && ownViews(one).length > 0);
            return thing && ownViews(thing)[0];
        };
        expect(first('entity')?.as).toBe('profile');
        expect(first('flow')?.as).toBe('mapping');
        const stage = first('stage');
        expect(stage?.as).toBe('landscape');
        const behind = stage && viewFor(model, stage, 'Discover');
        expect(behind).toMatchObject({ title: 'Systems behind Discover', include: [{ select: 'thing', kind: 'stage' }] });
    });

    test('are those that the text declares for just that thing, where there are any', async () => {
        const { model } = await parseMap(
            'system crm { entity Contact {\n    Email : email\n} }\nview people as profile of crm.Contact\nview some as profile of crm.Contact { include #vip }\n',
        );
        expect(viewFor(model, { as: 'profile', of: { kind: 'entity', id: 'crm.Contact' } }, 'Contact').name).toBe('people');
        expect(viewFor(model, { as: 'data', of: { kind: 'system', id: 'crm' } }, 'crm').source).toBeUndefined();
    });
});
