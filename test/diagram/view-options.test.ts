import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import type { CrmModel } from '../../src/model/crm-model.ts';
import { diagramOf, placeDiagram } from '../../src/pipeline.ts';
import { textsOf, thingsOf } from '../helpers/marks.ts';
import { parseMap } from '../helpers/maps.ts';

const engine = createElkEngine();
const models = new Map<string, CrmModel>();

beforeAll(async () => {
    for (const name of ['profile-options', 'view-options']) {
        models.set(name, (await parseMap(readFileSync(`test/golden/cases/${name}.crmmap`, 'utf8'))).model);
    }
});

/** Texts and `kind id` of all things of a view of a golden case. */
async function drawn(name: string, viewName: string): Promise<{ readonly texts: string; readonly things: readonly string[]; readonly description: string }> {
    const model = models.get(name);
    const view = model?.views.find((each) => each.name === viewName);
    const diagram = model && view && diagramOf(model, view);
    if (!diagram) throw new Error(`There is no view ${viewName}.`);
    const { marks, sheet } = await placeDiagram(diagram, engine);
    return {
        texts: textsOf(marks).join(' | ').replaceAll('\u00a0', ' '),
        things: thingsOf(marks).map(({ thing }) => `${thing.kind} ${thing.id}`),
        description: sheet.description.replaceAll('\u00a0', ' '),
    };
}

describe('a profile', () => {
    test('stands its systems in groups, and says once what group and overlay both say', async () => {
        const { texts } = await drawn('profile-options', 'regions');
        expect(texts.split('United States').length - 1).toBe(1);
        expect(texts).toContain('No region stated');
        expect(texts).toMatch(/Personal data \| 2 fields/);
        expect(texts).toContain('Active');
    });

    test('says owners, timing and pains where the overlay asks for them', async () => {
        const { texts } = await drawn('profile-options', 'owners');
        expect(texts).toContain('Timing | Real-time, on event');
        expect(texts).toContain('Pains | 2 pains, high');
        expect(texts).toContain('Calls the store | 2 pains, high');
    });

    test('says of solid lines which of them they are', async () => {
        const { texts } = await drawn('profile-options', 'regions');
        expect(texts).toContain('Real-time, on event, timing not stated');
        expect(texts.split('timing not stated').length - 1).toBe(2);
        expect(texts).toContain('Retiring | Retired');
    });

    test('hides facts, entities and names of flows', async () => {
        const { texts, things } = await drawn('profile-options', 'kinds');
        expect(texts).not.toContain('SYSTEM OF RECORD');
        expect(texts).not.toContain('Customer profile');
        expect(things).not.toContain('entity shop.Customer');
        expect(things).toContain('flow customers');
        expect(things).not.toContain('system lake');
    });
});

describe('a mapping', () => {
    test('keeps the lines and the unmapped fields that its selectors hold for, and counts the others', async () => {
        const { things, texts, description } = await drawn('view-options', 'personalLines');
        expect(things.filter((thing) => thing.startsWith('map '))).toEqual(['map customers.map-2', 'map customers.map-3']);
        expect(things).not.toContain('field shop.Customer.Points');
        expect(texts).toContain('3 lines');
        expect(description).toContain('The view leaves out 3 lines.');
    });

    test('takes lines away, and the panel', async () => {
        const { things } = await drawn('view-options', 'noFancy');
        expect(things.filter((thing) => thing.startsWith('map '))).toHaveLength(3);
        expect(things).toContain('field crm.Contact.Account');
        expect(things).not.toContain('flow customers');
    });

    test('says so where nothing is left', async () => {
        expect((await drawn('view-options', 'noLines')).texts).toContain('No map line matches what this');
    });
});

describe('data', () => {
    test('keeps the entities that its selectors hold for, with overlays as facts', async () => {
        const { things, texts } = await drawn('view-options', 'caseData');
        expect(things.filter((thing) => thing.startsWith('entity '))).toEqual([
            'entity crm.Contact',
            'entity crm.Account',
            'entity crm.Case',
            'entity shop.Customer',
        ]);
        expect(texts).toContain('Owner | Growth');
        expect(texts).toContain('in Web shop, EU');
        expect(texts).toContain('by this view');
    });

    test('draws no reference to an entity that is left out', async () => {
        const { things } = await drawn('view-options', 'plainData');
        expect(things).not.toContain('entity crm.Case');
        expect(things.filter((thing) => thing === 'field crm.Contact.Account')).toHaveLength(2);
    });
});

describe('a matrix', () => {
    test('groups its rows, and says what overlays ask below their titles', async () => {
        const { texts } = await drawn('view-options', 'owned');
        expect(texts).toMatch(/Growth \|.*Web shop.*Customer care \|.*Salesforce.*No owner stated \|.*Mailer/);
        expect(texts).toContain('EU \u00b7 active \u00b7 2 personal fields \u00b7 scheduled \u00b7 1 pain, high');
    });

    test('groups its columns, where these have what it groups by', async () => {
        const { texts } = await drawn('view-options', 'kinds');
        expect(texts).toMatch(/Commerce \| CRM \|/);
        expect(texts).not.toContain('No category stated');
    });
});

test('a scorecard keeps metrics, goals and initiatives by what its selectors say', async () => {
    const { things } = await drawn('view-options', 'growthScore');
    expect(things).toEqual(['goal loyal', 'metric rate']);
});
