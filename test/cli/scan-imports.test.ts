import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsedFacts } from '../../src/cli/map-facts.ts';
import { scanImports } from '../../src/cli/scan-imports.ts';

const facts = parsedFacts();

/** Nothing else is followed. */
function followed(paths: readonly (string | undefined)[]): (string | undefined)[] {
    return paths.filter((path) => path?.endsWith('.crmmap'));
}

test.each([
    ['', []],
    ['system a\n', []],
    ['\uFEFF// first\nimport "./a.crmmap"\n/* "import" */ import"./b.crmmap" system a', ['./a.crmmap', './b.crmmap']],
    ['system a\nimport "./a.crmmap"\n', undefined],
    ['system import "Import"\n', []],
    ['imprt "./a.crmmap"\n', undefined],
    ['system a "\\n"\nimport "./a.crmma\\p"\n', undefined],
    ['import "./a\\"b.crmmap"\n', undefined],
    ['import "./a.md" import ./a.crmmap\n', undefined],
    ['/* import */ system a\n', []],
])('%j imports what can be told without the parser', (text, paths) => {
    expect(scanImports(text)).toEqual(paths);
});

test('says what the parser says of any map and any pieces of text, or leaves it to that', () => {
    const texts = globSync('{examples,test/maps,test/golden/cases}/**/*.crmmap').map((file) => readFileSync(file, 'utf8'));
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) {
        const paths = scanImports(text);
        if (paths) expect(followed(paths)).toEqual(followed(facts.importsOf(text)));
    }
    const piece = fc.constantFrom('import ', '"./a.crmmap"', ' ', '\n', '/* x */', '// y\n', 'system a', '{', '}', '"', '`', '/*', '"./b.crmmap"', '\uFEFF');
    fc.assert(
        fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
            const text = pieces.join('');
            const paths = scanImports(text);
            if (paths) expect(followed(paths)).toEqual(followed(facts.importsOf(text)));
        }),
        { numRuns: 3000, seed: 6 },
    );
});

test('a text of nothing but open comments is scanned in no time', () => {
    expect(scanImports(`import ${'/* */ /* '.repeat(20_000)}`)).toEqual([]);
});
