import { describe, expect, test } from 'vitest';
import { changed } from '../../../language/edits/text-change.ts';
import type { FileEdit } from '../../../language/editor/actions/problem.ts';
import { newFlow } from '../../../src/server/editor/new-flow.ts';
import { newTouchpoint } from '../../../src/server/editor/new-touchpoint.ts';
import { type Served, serve } from './support.ts';

type Files = Readonly<Record<string, string>>;

/** The files that some edits change, as they read then, by name; each must read without a mistake. */
async function after(files: Files, edit: (served: Served) => readonly FileEdit[]): Promise<Files> {
    const edits = edit(await serve(files));
    const documents = new Set(edits.map(({ document }) => document));
    const result = Object.fromEntries(
        [...documents].map((document) => [
            document.uri.path.replace('/maps/', ''),
            changed(
                document.textDocument.getText(),
                edits.filter((one) => one.document === document).map(({ change }) => change),
            ),
        ]),
    );
    const { document } = await serve({ ...files, ...result });
    expect((document.diagnostics ?? []).filter(({ severity }) => severity === 1)).toEqual([]);
    return result;
}

const flow = (files: Files, from: string, to: string, title?: string): Promise<Files> =>
    after(files, ({ services, document }) => newFlow(services, document, { from, to, title }));
const touchpoint = (text: string, before: string, title: string): Promise<Files> =>
    after({ 'map.crmmap': text }, ({ services, document }) => newTouchpoint(services, document, before, title));

describe('A flow that is added to a system', () => {
    test('stands behind the other flows of that system, with its title', async () => {
        const text = 'system a\nsystem b\nsystem c\na -> b\nb -> c\n';
        expect(await flow({ 'map.crmmap': text }, 'a', 'c', 'Orders')).toEqual({
            'map.crmmap': 'system a\nsystem b\nsystem c\na -> b\na -> c "Orders"\nb -> c\n',
        });
    });

    test('stands behind a flow that is written from its other end', async () => {
        const text = 'system a\nsystem b\nb <- a { timing manual }\nb -> a\n';
        expect(await flow({ 'map.crmmap': text }, 'a', 'b')).toEqual({ 'map.crmmap': 'system a\nsystem b\nb <- a { timing manual }\na -> b\nb -> a\n' });
    });

    test('stands behind the systems where there is no flow yet, and starts at an entity', async () => {
        const text = 'system a {\n  entity Order\n}\nsystem b\nteam t\n';
        expect(await flow({ 'map.crmmap': text }, 'a.Order', 'b')).toEqual({
            'map.crmmap': 'system a {\n  entity Order\n}\nsystem b\na.Order -> b\nteam t\n',
        });
    });

    test('is written with a title of any signs', async () => {
        const title = 'A "quoted" \\ back\nslash';
        const [text = ''] = Object.values(await flow({ 'map.crmmap': 'system a\nsystem b\n' }, 'a', 'b', title));
        const { models, document } = await serve({ 'map.crmmap': text });
        expect(models.modelOf(document).flows.map((one) => one.title)).toEqual([title]);
    });

    test('stands in the file of its system where that knows the other end, else in the map that knows both', async () => {
        const parts = { 'a.crmmap': 'system a\n', 'b.crmmap': 'import "a.crmmap"\nsystem b\n' };
        const files = { 'map.crmmap': 'import "a.crmmap"\nimport "b.crmmap"\n', ...parts };
        expect(Object.keys(await flow(files, 'b', 'a'))).toEqual(['b.crmmap']);
        expect(await flow(files, 'a', 'b')).toEqual({ 'map.crmmap': 'import "a.crmmap"\nimport "b.crmmap"\na -> b\n' });
    });

    test('is none where an end is not in the map', async () => {
        expect(await flow({ 'map.crmmap': 'system a\n' }, 'a', 'gone')).toEqual({});
    });
});

describe('A touchpoint that is added after another one', () => {
    test('stands behind it in its stage, with a name after its title', async () => {
        const text = 'journey j {\n  stage s {\n    touchpoint a "A" { emotion 1 }\n    touchpoint b\n  }\n}\n';
        expect(await touchpoint(text, 'j.a', 'Reads the reviews')).toEqual({
            'map.crmmap':
                'journey j {\n  stage s {\n    touchpoint a "A" { emotion 1 }\n    touchpoint readsTheReviews "Reads the reviews"\n    touchpoint b\n  }\n}\n',
        });
    });

    test('has a name that its journey does not have yet', async () => {
        const text = 'journey j {\n  stage s {\n    touchpoint visit\n  }\n}\n';
        expect(Object.values(await touchpoint(text, 'j.visit', 'Visit!'))[0]).toContain('touchpoint visit2 "Visit!"');
        expect(Object.values(await touchpoint(text, 'j.visit', '24 %'))[0]).toContain('touchpoint touchpoint "24 %"');
    });

    test('comes between two that a way joins', async () => {
        const text = 'journey j {\n  stage s {\n    touchpoint a\n    touchpoint b\n    touchpoint c\n  }\n  a -> b "then" -> c\n}\n';
        expect(Object.values(await touchpoint(text, 'j.b', 'New'))[0]).toContain('  a -> b "then" -> new -> c\n');
        expect(Object.values(await touchpoint(text, 'j.a', 'New'))[0]).toContain('  a -> new -> b "then" -> c\n');
    });

    test('has a way to it where none leaves the one before, and none where several do', async () => {
        const text = 'journey j {\n  stage s {\n    touchpoint a\n    touchpoint b\n    touchpoint c\n  }\n  a -> b\n  a -> c\n}\n';
        expect(Object.values(await touchpoint(text, 'j.c', 'New'))[0]).toContain('  a -> c\n  c -> new\n');
        expect(Object.values(await touchpoint(text, 'j.a', 'New'))[0]).toContain('  a -> b\n  a -> c\n}');
    });

    test('is written into a stage on one line', async () => {
        const [text = ''] = Object.values(await touchpoint('journey j { stage s { touchpoint a touchpoint b } }\n', 'j.a', 'New'));
        const { models, document } = await serve({ 'map.crmmap': text });
        expect(models.modelOf(document).journeys[0]?.stages[0]?.touchpoints.map(({ id }) => id)).toEqual(['j.a', 'j.new', 'j.b']);
    });
});
