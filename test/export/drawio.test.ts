import { DOMParser, type Element } from '@xmldom/xmldom';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { drawioOf } from '../../src/export/drawio/drawio.ts';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import type { CrmModel } from '../../src/model/crm-model.ts';
import { viewsOf } from '../../src/model/views.ts';
import { diagramOf, placeDiagram } from '../../src/pipeline.ts';
import { exampleFiles, parseFiles, parseMap } from '../helpers/maps.ts';
import { nasty, retitled } from './hostile-texts.ts';

const engine = createElkEngine();

interface Cell {
    readonly id: string;
    readonly value: string;
    readonly style: string;
    readonly parent: string;
    readonly source: string;
    readonly target: string;
    readonly isEdge: boolean;
    /** x, y, width and height by the page. */
    readonly box: readonly number[];
}

async function fileOf(model: CrmModel): Promise<string> {
    const pages = [];
    for (const view of viewsOf(model)) {
        const diagram = diagramOf(model, view);
        if (diagram) pages.push({ name: view.title ?? view.name, placed: await placeDiagram(diagram, engine) });
    }
    return drawioOf(pages);
}

/** The cells of each page; a text that is no well-formed XML fails. */
function pagesOf(text: string): { readonly name: string; readonly cells: Cell[] }[] {
    const faults: string[] = [];
    const document = new DOMParser({ onError: (level, message) => level !== 'warning' && faults.push(message) }).parseFromString(text, 'text/xml');
    expect(faults).toEqual([]);
    return [...document.getElementsByTagName('diagram')].map((page) => {
        const elements = new Map([...page.getElementsByTagName('mxCell')].map((element) => [element.getAttribute('id') ?? '', element]));
        return { name: page.getAttribute('name') ?? '', cells: [...elements.values()].map((element) => cellOf(element, elements)) };
    });
}

function cellOf(element: Element, all: ReadonlyMap<string, Element>): Cell {
    const own = (name: string): string => element.getAttribute(name) ?? '';
    const [x = 0, y = 0, width = 0, height = 0] = ['x', 'y', 'width', 'height'].map((name) =>
        Number(element.getElementsByTagName('mxGeometry')[0]?.getAttribute(name) ?? 0),
    );
    const holder = all.get(own('parent'));
    const [left = 0, top = 0] = holder ? cellOf(holder, all).box : [];
    return {
        id: own('id'),
        value: own('value'),
        style: own('style'),
        parent: own('parent'),
        source: own('source'),
        target: own('target'),
        isEdge: own('edge') === '1',
        box: [x + left, y + top, width, height],
    };
}

describe('a map as a file for diagrams.net', () => {
    let model: CrmModel;
    let text: string;

    beforeAll(async () => {
        ({ model } = await parseFiles(exampleFiles('northwind.crmmap')));
        text = await fileOf(model);
    });

    test('has a page for each view, under its title', () => {
        expect(pagesOf(text).map(({ name }) => name)).toEqual(viewsOf(model).map((view) => view.title ?? view.name));
    });

    test('ties each interface of the landscape to the boxes of the systems that it joins', () => {
        const [landscape] = pagesOf(text);
        const cells = landscape?.cells ?? [];
        const boxOf = (title: string): string | undefined => cells.find(({ value, parent }) => value === title && parent !== '1')?.parent;
        const ties = cells.filter(({ source, target }) => source !== '' && target !== '').map(({ source, target }) => [source, target]);
        expect(boxOf('Service desk')).toBeDefined();
        expect(ties).toContainEqual([boxOf('Service desk'), boxOf('Salesforce')]);
        expect(ties).toContainEqual([boxOf('Web shop'), boxOf('Event bus')]);
    });

    test('gives a box the place that it has in the picture, and keeps what stands on it inside', async () => {
        const view = viewsOf(model)[0];
        const diagram = view && diagramOf(model, view);
        const placed = diagram && (await placeDiagram(diagram, engine));
        const cells = pagesOf(text)[0]?.cells ?? [];
        const title = cells.find(({ value, parent }) => value === 'Salesforce' && parent !== '1');
        const card = cells.find(({ id }) => id === title?.parent);
        const [x = 0, y = 0, width = 0, height = 0] = card?.box ?? [];
        const [titleX = 0, titleY = 0] = title?.box ?? [];
        expect(JSON.stringify(placed?.marks)).toContain(`"type":"rect","x":${0},"y":${0},"width":${width},"height":${height}`);
        expect(titleX > x && titleX < x + width && titleY > y && titleY < y + height).toBe(true);
    });

    test('connects to cells that are there, and numbers each cell once', () => {
        for (const { cells } of pagesOf(text)) {
            const ids = cells.map(({ id }) => id);
            expect(new Set(ids).size).toBe(ids.length);
            for (const { source, target, parent, id } of cells) {
                for (const other of [source, target, parent]) if (other !== '') expect(ids).toContain(other);
                expect(id === parent).toBe(false);
            }
        }
    });

    test('is the same bytes each time', async () => {
        expect((await fileOf(model)) === text).toBe(true);
    });

    test('keeps hostile texts plain: well-formed, never markup, never part of a style', async () => {
        const { model: small } = await parseMap('system a "A" { vendor "V" entity E "E" { F : id } }\nsystem b "B"\na -> b "Flow"\nview v "View"');
        await fc.assert(
            fc.asyncProperty(fc.array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 4 }), async (words) => {
                const styles = (file: string): string[] => pagesOf(file).flatMap(({ cells }) => cells.flatMap(({ style }) => style.split(';')));
                const known = new Set((await fileOf(retitled(small, ['Plain']))).match(/\b[a-zA-Z]+(?==)/g));
                const file = await fileOf(retitled(small, words));
                for (const part of styles(file)) expect(part === '' || /^[A-Za-z]+$/.test(part) || known.has(part.split('=')[0] ?? ''), part).toBe(true);
                for (const { cells } of pagesOf(file)) for (const { value, style } of cells) expect(value === '' || style.includes('html=0;')).toBe(true);
            }),
            { numRuns: 25 },
        );
    });
});
