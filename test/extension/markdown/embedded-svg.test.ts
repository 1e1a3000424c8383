import { describe, expect, test } from 'vitest';
import { createElkEngine } from '../../../src/layout/elk-engine.ts';
import { buildModel } from '../../../src/model/build-model.ts';
import { viewsOf } from '../../../src/model/views.ts';
import { drawView } from '../../../src/pipeline.ts';
import { embeddedSvg } from '../../../src/extension/markdown/embedded-svg.ts';
import { readFileSync } from 'node:fs';
import { checkFiles } from '../../language/support.ts';

const start = '<svg xmlns="http://www.w3.org/2000/svg" id="a1" width="1" height="1">';

describe('pictures in pages of others', () => {
    test('every view of the reference map may stand there', async () => {
        const { services, document } = await checkFiles({ 'northwind.crmmap': readFileSync('examples/northwind.crmmap', 'utf8') });
        const model = buildModel(document('northwind.crmmap'), services, ({ path }) => path);
        const engine = createElkEngine();
        const views = viewsOf(model);
        expect(views.length).toBeGreaterThan(5);
        for (const view of views) {
            const svg = embeddedSvg(await drawView(model, view, engine), 7, 'dark') ?? '';
            expect(svg.startsWith('<svg class="dark" '), view.name).toBe(true);
            expect(svg).not.toContain('tabindex');
            const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id ?? '');
            expect(ids.every((id) => id.startsWith(`${view.name}-7`))).toBe(true);
            expect([...svg.matchAll(/(?:href="|url\()#([\w-]+)/g)].every(([, id = '']) => ids.includes(id))).toBe(true);
        }
    });

    test.each([
        ['a script', `${start}<script>alert(1)</script></svg>`],
        ['markup of another kind', `${start}<foreignObject></foreignObject></svg>`],
        ['an element of HTML', `${start}<img src="x"/></svg>`],
        ['a handler', `${start}<rect onclick="alert(1)"/></svg>`],
        ['a style attribute', `${start}<rect style="x"/></svg>`],
        ['a reference to elsewhere', `${start}<use href="https://example.com/#a"/></svg>`],
        ['a script as a reference', `${start}<use href="javascript:alert(1)"/></svg>`],
        ['a colour from elsewhere', `${start}<rect fill="url(https://example.com)"/></svg>`],
        ['a style that loads', `${start}<style>@import "https://example.com";</style></svg>`],
        ['a style that refers to elsewhere', `${start}<style>a{fill:url(https://example.com)}</style></svg>`],
        ['markup in a style', `${start}<style><img src=x></style></svg>`],
        ['an attribute without quotes', `${start}<rect x=1/></svg>`],
        ['half a tag', `${start}<rect `],
        ['a comment', `${start}<!-- a --></svg>`],
        ['no id', '<svg xmlns="http://www.w3.org/2000/svg"></svg>'],
    ])('a picture with %s is refused', (_, svg) => {
        expect(embeddedSvg(svg, 1, 'light')).toBeUndefined();
    });
});
