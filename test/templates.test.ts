import { describe, expect, test } from 'vitest';
import { EmptyFileSystem } from 'langium';
import { TextFormatter } from '../language/format/format-text.ts';
import { createCrmMapServices } from '../language/module.ts';
import { createElkEngine } from '../src/layout/elk-engine.ts';
import { viewsOf } from '../src/model/views.ts';
import { drawView } from '../src/pipeline.ts';
import { runRules } from '../src/rules/run-rules.ts';
import { allTemplates } from '../src/templates/all-templates.ts';
import { parseMap } from './helpers/maps.ts';

const kinds = { landscape: ['landscape', 'profile'], journey: ['journey'], lifecycle: ['lifecycle'] };

describe('the maps to start from', () => {
    for (const { name, text } of allTemplates) {
        test(`${name} has no errors, and no warnings but the one that it is there to show`, async () => {
            const { model, findings } = await parseMap(text);
            expect(findings).toEqual([]);
            const found = runRules(model, { today: '2026-11-01', texts: new Map([['map.crmmap', text]]) }).filter(({ severity }) => severity !== 'info');
            expect(found.map(({ code }) => code)).toEqual(name === 'full' ? ['FLW003'] : []);
        });

        test(`${name} is formatted`, () => {
            const formatted = new TextFormatter(createCrmMapServices(EmptyFileSystem).language).format(text);
            expect('text' in formatted && formatted.text).toBe(text);
        });

        test(`each picture of ${name} is drawn`, async () => {
            const { model } = await parseMap(text);
            const engine = createElkEngine();
            for (const view of viewsOf(model)) expect(await drawView(model, view, engine)).toContain('</svg>');
            const expected =
                name in kinds
                    ? kinds[name as keyof typeof kinds]
                    : ['landscape', 'profile', 'mapping', 'journey', 'blueprint', 'lifecycle', 'trace', 'scorecard', 'matrix'];
            expect(viewsOf(model).map((view) => view.as)).toEqual(expected);
        });
    }

    test('the lifecycle has seven stages, and the journey awareness, consideration, purchase and post-purchase', async () => {
        const text = (name: string): string => allTemplates.find((template) => template.name === name)?.text ?? '';
        expect((await parseMap(text('lifecycle'))).model.lifecycles[0]?.stages).toHaveLength(7);
        expect((await parseMap(text('journey'))).model.journeys[0]?.stages.map(({ title }) => title)).toEqual([
            'Awareness',
            'Consideration',
            'Purchase',
            'Post-purchase',
        ]);
    });
});
