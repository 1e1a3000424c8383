import { globSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import type { CodeAction } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { refactoringsAt } from '../../../../language/editor/refactor/registry.ts';
import type { CrmModel } from '../../../../src/model/crm-model.ts';
import { runRules } from '../../../../src/rules/run-rules.ts';
import { filesOf } from '../../../helpers/maps.ts';
import { applied, declarationsIn, type Files, meaningOf, type Opened, openFiles } from './support.ts';

const roots = ['examples', 'test/maps'].flatMap((folder) =>
    globSync('**/*.crmmap', { cwd: folder }).map((file) => ({ folder, file: file.replaceAll(path.sep, '/') })),
);

interface Spot {
    readonly files: Files;
    readonly opened: Opened;
    readonly actions: readonly CodeAction[];
}

/** Some place of some map, with what is offered there. */
async function spotOf({ folder, file }: { folder: string; file: string }, from: number, length: number, eol: string): Promise<Spot> {
    const files = Object.fromEntries(Object.entries(filesOf(folder, file)).map(([name, text]) => [name, text.replaceAll(/\r\n|\n/g, eol)]));
    const opened = await openFiles(files);
    const document = opened.document(file);
    const places = declarationsIn(document);
    const start = places[Math.floor(from * places.length)] ?? 0;
    const end = length < 0.7 ? start : (places[Math.min(places.length - 1, Math.floor(from * places.length) + Math.floor((length - 0.7) * 40))] ?? start);
    const at = (offset: number) => document.textDocument.positionAt(offset);
    return { files, opened, actions: refactoringsAt(opened.services, document, { start: at(start), end: at(end) }) };
}

const spots = (): [fc.Arbitrary<{ folder: string; file: string }>, fc.Arbitrary<number>, fc.Arbitrary<number>, fc.Arbitrary<string>] => [
    fc.constantFrom(...roots),
    fc.double({ min: 0, max: 0.9999, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom('\n', '\r\n'),
];

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
            fc.asyncProperty(...spots(), async (root, from, length, eol) => {
                const { files, opened, actions } = await spotOf(root, from, length, eol);
                for (const action of actions) {
                    const after = applied(files, opened, action);
                    const again = await openFiles(after);
                    const told = `${root.file}: ${action.title}`;
                    seen.add(action.kind ?? '');
                    expect(again.diagnostics, told).toEqual(opened.diagnostics);
                    expect(commentsIn(after), told).toEqual(commentsIn(files));
                    if (eol === '\r\n') expect(Object.values(after).join('').replaceAll('\r\n', ''), told).not.toContain('\n');
                    if (keepsMeaning(action)) {
                        expect(meaningOf(again.model), told).toEqual(meaningOf(opened.model));
                        expect(findings(again.model, after), told).toEqual(findings(opened.model, files));
                    }
                }
            }),
            { numRuns: Number(process.env['RUNS'] ?? 120), seed: process.env['SEED'] ? Number(process.env['SEED']) : 7 },
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
