import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { viewKinds } from '../language/vocabulary.ts';
import { exampleFiles, parseFiles } from './helpers/maps.ts';

const files = readdirSync('examples', { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.crmmap'))
    .sort();

describe('the examples', () => {
    it.each(files)('examples/%s opens without an error, also when it is opened by itself', async (file) => {
        const { document } = await parseFiles(exampleFiles(file));
        const errors = (document.diagnostics ?? []).filter((finding) => finding.severity === 1);
        expect(errors.map(({ range, message }) => `${range.start.line + 1}:${range.start.character + 1} ${message}`)).toEqual([]);
    });

    it.each(files)('examples/%s names only files that are there', (file) => {
        const text = readFileSync(join('examples', file), 'utf8');
        const named = [...text.matchAll(/\b(?:source|image|import) +"([^"]+)"/g)].map((match) => match[1] ?? '');
        expect(named.filter((name) => !existsSync(join('examples', dirname(file), name)))).toEqual([]);
    });

    it('show each kind of view, each for the software company and the bank', async () => {
        for (const root of ['b2b-software.crmmap', 'bank/bank.crmmap']) {
            const { model } = await parseFiles(exampleFiles(root));
            expect(new Set(model.views.map((view) => view.as)), root).toEqual(new Set(Object.keys(viewKinds)));
        }
    });

    it('take the software company through the seven stages of its lifecycle', async () => {
        const { model } = await parseFiles(exampleFiles('b2b-software.crmmap'));
        const [lifecycle] = model.lifecycles;
        expect(lifecycle?.stages.map((stage) => stage.title)).toEqual([
            'Lead generation',
            'Lead nurture',
            'Opportunity',
            'Pipeline',
            'Onboarding',
            'Support',
            'Cross-selling',
        ]);
        const journeyed = new Set(model.journeys.flatMap((journey) => journey.stages.flatMap((stage) => stage.within)));
        expect(lifecycle?.stages.filter((stage) => !journeyed.has(stage.id)).map((stage) => stage.title)).toEqual([]);
        expect(model.journeys[0]?.ways).toContainEqual(expect.objectContaining({ from: 'road.helpPage', to: 'road.trial', when: 'finds the import' }));
    });

    it('see the bank as one map of several files, with a journey as it is and as it shall be', async () => {
        const { model } = await parseFiles(exampleFiles('bank/bank.crmmap'));
        expect(new Set(model.systems.map((system) => system.region))).toEqual(new Set(['eu', 'uk', 'us']));
        expect(model.journeys.map(({ state, futureOf }) => [state, futureOf])).toEqual([
            ['current', undefined],
            ['future', 'firstHome'],
        ]);
        expect(model.flows.length).toBeGreaterThanOrEqual(18);
    });
});
