import { describe, expect, test } from 'vitest';
import { sha1 } from '../../src/drawing/hash-node.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { placeDiagram } from '../../src/pipeline.ts';
import type { DrawnText, TextToDraw } from '../../src/protocol.ts';
import { renderSvg } from '../../src/render/svg.ts';
import { drawnText } from '../../src/server/draw-text.ts';

const within = 'file:///maps/docs/page.md';

function drawIn(files: Readonly<Record<string, string>>, text: TextToDraw): Promise<DrawnText> {
    const engine = createElkEngine();
    const drawer = {
        readFile: async ({ path }: { path: string }): Promise<string> => {
            const found = files[path];
            if (found === undefined) throw new Error(`There is no file ${path}`);
            return found;
        },
        bounds: { contains: ({ path }: { path: string }) => path.startsWith('/maps/') },
        draw: async (diagram: Parameters<typeof placeDiagram>[0]) => renderSvg(await placeDiagram(diagram, engine)),
        hashOf: sha1,
    };
    return drawnText(text, drawer, new AbortController().signal);
}

function things({ svg = '' }: DrawnText, kind: string): string[] {
    return [...svg.matchAll(/data-id="([^"]*)" data-kind="([^"]*)"/g)].filter(([, , of]) => of === kind).map(([, id]) => id ?? '');
}

describe('a map whose text stands in another document', () => {
    test('is drawn without a file, named after its document', async () => {
        const drawn = await drawIn({}, { text: 'system shop\nsystem crm\nshop -> crm "Orders"\n', within });
        expect(drawn).toMatchObject({ errors: [], moreErrors: 0, imports: false });
        expect(things(drawn, 'system')).toEqual(['shop', 'crm']);
        expect(drawn.svg).toContain('PAGE.MD');
        expect((await drawIn({}, { text: 'system shop\n' })).svg).toContain('data-id="shop"');
    });

    test('shows the view that is asked for, or says which there are', async () => {
        const text = 'system shop\nsystem crm\nview one "One" as landscape { include shop }\nview two "Two" as landscape { include crm }\n';
        expect(things(await drawIn({}, { text, within, view: 'two' }), 'system')).toEqual(['crm']);
        expect(things(await drawIn({}, { text, within }), 'system')).toEqual(['shop']);
        expect(await drawIn({}, { text, within, view: 'three' })).toMatchObject({ message: 'There is no view "three" here. There are "one" and "two".' });
    });

    test('is drawn as far as it can be read, with its mistakes', async () => {
        const drawn = await drawIn({}, { text: 'system shop\nsystem crm\nshop -> nowhere "Orders"\n', within });
        expect(things(drawn, 'system')).toEqual(['shop', 'crm']);
        expect(drawn.errors).toMatchObject([{ line: 2, message: expect.stringContaining('nowhere') as string }]);
    });

    test('says how many mistakes there are beside the first twenty', async () => {
        const text = `system shop\n${Array.from({ length: 30 }, (_, index) => `shop -> other${index} "Orders"\n`).join('')}`;
        const { errors, moreErrors } = await drawIn({}, { text, within });
        expect([errors.length, moreErrors]).toEqual([20, 10]);
    });

    test('imports files of the workspace, relative to its document, and theirs', async () => {
        const files = { '/maps/systems.crmmap': 'import "./more/teams.crmmap"\nsystem shop { owner it }\n', '/maps/more/teams.crmmap': 'team it "IT"\n' };
        const drawn = await drawIn(files, { text: 'import "../systems.crmmap"\nsystem crm { owner it }\nshop -> crm "Orders"\n', within });
        expect(drawn).toMatchObject({ errors: [], imports: true });
        expect(new Set(things(drawn, 'system'))).toEqual(new Set(['shop', 'crm']));
    });

    test('reads no file out of the workspace, and says so', async () => {
        const files = { '/secret.crmmap': 'system secret\n' };
        const drawn = await drawIn(files, { text: 'import "../../secret.crmmap"\nimport "./gone.crmmap"\nsystem shop\n', within });
        expect(things(drawn, 'system')).toEqual(['shop']);
        expect(drawn.errors).toMatchObject([
            { line: 0, message: expect.stringContaining('leads out of the workspace') as string },
            { line: 1, message: expect.stringContaining('There is no file') as string },
        ]);
    });

    test('tells of mistakes in files that it imports, with their names', async () => {
        const drawn = await drawIn({ '/maps/docs/a.crmmap': 'system shop\nshop -> gone\n' }, { text: 'import "./a.crmmap"\n', within });
        expect(drawn.errors).toMatchObject([{ line: 1, file: './a.crmmap' }]);
    });

    test('that is empty, too long or nested too deeply says what to do', async () => {
        expect((await drawIn({}, { text: '// nothing\n', within })).message).toContain('still empty');
        expect((await drawIn({}, { text: `// ${'x'.repeat(200_000)}`, within })).message).toContain('Put it into a .crmmap file');
        const deep = await drawIn({}, { text: `system shop ${'{ entity a '.repeat(15_000)}`, within });
        expect(deep.message ?? deep.errors[0]?.message).toBeTruthy();
    });
});
