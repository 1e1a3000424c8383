import { expect, test } from 'vitest';
import { buildModel } from '../../src/model/build-model.ts';
import { landscapeDiagram } from '../../src/diagram/landscape/landscape-diagram.ts';
import { viewsOf } from '../../src/model/views.ts';
import { checkFiles } from '../language/support.ts';

async function modelOf(text: string): Promise<ReturnType<typeof buildModel>> {
    const { document, services } = await checkFiles({ 'map.crmmap': text });
    return buildModel(document('map.crmmap'), services, (uri) => uri.path);
}

test('Of things with the same path the model has the first, wherever they stand', async () => {
    const model = await modelOf(`
system a "First" { entity e { f : text(1) f : text(2) } entity e { g : id } }
system a "Second"
team a
a -> a
a -> a
journey j { stage s { touchpoint t { pain p "One" pain p "Two" } } stage s { touchpoint u } }
journey j
lifecycle l { stage s stage s }
`);
    expect(model.systems).toMatchObject([{ title: 'First', entities: [{ fields: [{ type: { numbers: [1] } }] }] }]);
    expect(model.systems[0]?.entities).toHaveLength(1);
    expect(model.systems[0]?.entities[0]?.fields).toHaveLength(1);
    expect(model.teams).toHaveLength(1);
    expect(model.flows).toHaveLength(2);
    expect(model.journeys).toHaveLength(1);
    expect(model.journeys[0]?.stages.map(({ touchpoints }) => touchpoints.map(({ pains }) => pains.map(({ title }) => title)))).toEqual([[['One']]]);
    expect(model.lifecycles[0]?.stages).toHaveLength(1);
});

test('A system that is declared a thousand times is drawn once', async () => {
    const model = await modelOf('system a\n'.repeat(1000));
    const [view] = viewsOf(model);
    const diagram = view && landscapeDiagram(model, view);
    expect(JSON.stringify(diagram).length).toBeLessThan(20_000);
});
