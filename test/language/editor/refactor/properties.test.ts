import { globSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { CodeAction, Range } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import * as ast from '../../../../language/generated/ast.ts';
import { refactoringsAt } from '../../../../language/editor/refactor/registry.ts';
import type { CrmModel } from '../../../../src/model/crm-model.ts';
import { runRules } from '../../../../src/rules/run-rules.ts';
import { filesOf } from '../../../helpers/maps.ts';
import { applied, declarationsIn, type Files, meaningOf, type Opened, openFiles, partsIn } from './support.ts';

const roots = ['examples', 'test/maps'].flatMap((folder) =>
    globSync('**/*.crmmap', { cwd: folder }).map((file) => ({ folder, file: file.replaceAll(path.sep, '/') })),
);

interface Spot {
    readonly files: Files;
    readonly opened: Opened;
    readonly range: Range;
    readonly actions: readonly CodeAction[];
}

/**
 * Ways in which authors write: as it is, without the lines of mappings, with comments behind lines, above declarations or
 * between words, with flows both ways, in long lines.
 */
const manners: Readonly<Record<string, (text: string) => string>> = {
    plain: (text) => text,
    unmapped: (text) => text.replaceAll(/^ *map [^"\r\n]*->.*$/gm, ''),
    chatty: (text) => (text.includes('/*') ? text : text.replaceAll(/(?<=[\w"{}])$/gm, () => ' // behind')),
    documented: (text) => (text.includes('/*') ? text : text.replaceAll(/^(?=[ \t]*[a-z])/gm, () => '/** above */\n// and more\n')),
    noisy: (text) =>
        text.replaceAll(/"(?:\\.|[^"\\\r\n])*"|`[^`]*`|\/\/.*|\/\*[^]*?\*\/|(?<=\w) +(?=\w)/g, (piece) => (piece.trim() === '' ? ' /* in */ ' : piece)),
    twoWay: (text) => text.replaceAll(/^(flow [^"\n]*?) -> /gm, '$1 <-> '),
    dense: (text) => (text.includes('//') ? text : `${text.replaceAll(/\n *(?!import)/g, ' ')}\n`),
};

interface Place {
    readonly folder: string;
    readonly file: string;
    readonly manner: string;
    readonly eol: string;
    /** Which declaration of the file, from 0 to 1; and how many more are selected, if any. */
    readonly from: number;
    readonly more: number;
    /** Whether the place is a declaration of the file, a flow, or something that one holds. */
    readonly at: 'declaration' | 'flow' | 'part';
}

const placeIn = (root: fc.Arbitrary<{ folder: string; file: string }>): fc.Arbitrary<Place> =>
    fc
        .record({
            root,
            manner: fc.constantFrom(...Object.keys(manners)),
            eol: fc.constantFrom('\n', '\r\n'),
            from: fc.double({ min: 0, max: 0.9999, noNaN: true }),
            more: fc.constantFrom(0, 0, 0, 1, 4),
            at: fc.constantFrom('declaration' as const, 'flow' as const, 'part' as const),
        })
        .map(({ root, ...place }) => ({ ...root, ...place }));

/** What is offered at a place. */
async function spotAt({ folder, file, manner, eol, from, more, at }: Place): Promise<Spot> {
    const write = manners[manner] ?? String;
    const files = Object.fromEntries(
        Object.entries(filesOf(folder, file)).map(([name, text]) => [name, write(text.replaceAll('\r\n', '\n')).replaceAll('\n', eol)]),
    );
    const opened = await openFiles(files);
    const document = opened.document(file);
    const places = at === 'part' ? partsIn(document) : declarationsIn(document, at === 'flow' ? ast.isFlow : undefined);
    const first = Math.floor(from * places.length);
    const start = places[first] ?? 0;
    const end = more === 0 ? start : (places[first + more] ?? start);
    const range = { start: document.textDocument.positionAt(start), end: document.textDocument.positionAt(end) };
    return { files, opened, range, actions: refactoringsAt(opened.services, document, range) };
}

/** What is offered at a place once more; of a declaration, its beginning stays where it is. */
function titlesAt({ services, document }: Opened, file: string, range: Range): string[] {
    return refactoringsAt(services, document(file), range).map(({ title }) => title);
}

const keepsMeaning = ({ kind = '', title }: CodeAction): boolean =>
    /^(?:refactor\.extract|refactor\.rewrite\.(?:body|sort)|source\.sort)/.test(kind) || title.includes('from its other end');

function findings(model: CrmModel, files: Files): string[] {
    const texts = new Map(Object.entries(files));
    return runRules(model, { today: '2026-11-01', texts })
        .map(({ code, message }) => `${code} ${message.replaceAll(/I-\d+/g, 'I')}`)
        .sort();
}

function commentsIn(files: Files): string[] {
    return Object.values(files)
        .flatMap((text) => text.match(/"(?:\\.|[^"\\\r\n])*"|`[^`\r\n]*`|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g) ?? [])
        .filter((piece) => piece.startsWith('/'))
        .sort();
}

describe('every refactoring, at any place of any map', () => {
    test('makes no mistake, keeps every comment and the line breaks; where it says so, the map means the same', { timeout: 300_000 }, async () => {
        const seen = new Set<string>();
        await fc.assert(
            fc.asyncProperty(placeIn(fc.constantFrom(...roots)), async (place) => {
                const { files, opened, range, actions } = await spotAt(place);
                for (const action of actions) {
                    const after = applied(files, opened, action);
                    const again = await openFiles(after);
                    const told = `${place.file}, ${place.manner}: ${action.title}`;
                    seen.add(action.kind ?? '');
                    expect(again.diagnostics, told).toEqual(opened.diagnostics);
                    expect(commentsIn(after), told).toEqual(commentsIn(files));
                    if (place.eol === '\r\n') expect(Object.values(after).join('').replaceAll('\r\n', ''), told).not.toContain('\n');
                    if (action.kind?.includes('.sort')) expect(titlesAt(again, place.file, range), told).not.toContain(action.title);
                    if (keepsMeaning(action)) {
                        expect(meaningOf(again.model), told).toEqual(meaningOf(opened.model));
                        expect(findings(again.model, after), told).toEqual(findings(opened.model, files));
                    }
                }
            }),
            // Where mappings can be made is rare: it is looked at in any case.
            {
                examples: ['unmapped', 'twoWay'].flatMap((manner) =>
                    [0, 0.2, 0.4].map((from): [Place] => [{ folder: 'examples', file: 'northwind.crmmap', manner, eol: '\r\n', from, more: 0, at: 'flow' }]),
                ),
                numRuns: Number(process.env['RUNS'] ?? 150),
                seed: process.env['SEED'] ? Number(process.env['SEED']) : 7,
            },
        );
        expect([...seen].sort()).toEqual([
            'refactor.extract',
            'refactor.rewrite.body',
            'refactor.rewrite.direction',
            'refactor.rewrite.map',
            'refactor.rewrite.name',
            'refactor.rewrite.sort',
            'source.sort.declarations',
            'source.sort.flows',
            'source.sort.imports',
        ]);
    });
});
