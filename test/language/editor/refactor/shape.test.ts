import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { refactoringsAt } from '../../../../language/editor/refactor/registry.ts';
import { offeredAt, openFiles, partsIn, refactored, refactoredText } from './support.ts';

const titles = async (source: string): Promise<string[]> => (await offeredAt(source)).actions.map(({ title }) => title);

describe('a file of its own', () => {
    test('a system moves with its comments, and each file imports what it names', async () => {
        const after = await refactored(
            {
                'people.crmmap': 'team it\n',
                'map.crmmap': `import "./people.crmmap" // people

// ── Systems ──

// bought in May
// crmmap-ignore SYS002: a trial

/** The **shop**. */
system <|>shop { owner it } // till June

system crm { owner it }

shop -> crm
`,
            },
            'Move this system to shop.crmmap',
        );
        expect(after).toEqual({
            'people.crmmap': 'team it\n',
            'shop.crmmap':
                'import "./people.crmmap"\n\n// bought in May\n// crmmap-ignore SYS002: a trial\n\n/** The **shop**. */\nsystem shop { owner it } // till June\n',
            'map.crmmap': 'import "./people.crmmap" // people\nimport "./shop.crmmap"\n\n// ── Systems ──\n\nsystem crm { owner it }\n\nshop -> crm\n',
        });
        expect((await openFiles({ 'shop.crmmap': after['shop.crmmap'] ?? '', ...after })).diagnostics).toEqual([]);
    });

    test('what names something of the file that it leaves imports that file, which is a circle and allowed', async () => {
        const after = await refactored('// A map.\n\nsystem <|>shop { owner it }\nteam it\n', 'Move this system');
        expect(after).toEqual({
            'shop.crmmap': 'import "./map.crmmap"\n\nsystem shop { owner it }\n',
            'map.crmmap': '// A map.\n\nimport "./shop.crmmap"\n\nteam it\n',
        });
    });

    test('a file that is there already is not written over, whatever the case of its name', async () => {
        const after = await refactored({ 'Shop.crmmap': 'team a\n', 'map.crmmap': 'system <|>shop\nteam it\n' }, 'Move this system');
        expect(Object.keys(after)).toContain('shop-2.crmmap');
    });

    test('several selected declarations move together, with what stands between them', async () => {
        const after = await refactored('team it\r\n<|>team a // a\r\n\r\n// more\r\n\r\nteam b<|>\r\ngoal g { owner it }\r\n', 'Move these 2 declarations');
        expect(after).toEqual({
            'teams.crmmap': 'team a // a\r\n\r\n// more\r\n\r\nteam b\r\n',
            'map.crmmap': 'import "./teams.crmmap"\r\n\r\nteam it\r\ngoal g { owner it }\r\n',
        });
    });

    test('it is not offered for a whole file, for a team, nor from inside a body', async () => {
        const move = expect.stringContaining('Move');
        expect(await titles('system <|>shop')).not.toContainEqual(move);
        expect(await titles('system shop\nteam <|>it')).not.toContainEqual(move);
        expect(await titles('team it\nsystem shop { owner <|>it }')).not.toContainEqual(move);
        expect(await titles('team it\nsystem sh<|>op { owner it }')).toContainEqual(move);
    });
});

describe('bodies', () => {
    test('a body on one line is written over several, with the file’s own indentation and line breaks', async () => {
        const text = 'system a {\r\n\tvendor "x"\r\n}\r\nteam it\r\nsystem <|>b { /* who */ owner it  category crm /* why */ }\r\n';
        expect(await refactoredText(text, 'over several lines')).toContain('system b {\r\n\t/* who */ owner it\r\n\tcategory crm /* why */\r\n}\r\n');
    });

    test('and is drawn together again', async () => {
        expect(
            await refactoredText('team it\nsystem <|>b {\n    owner it\n\n    entity A {\n        X : text\n        Y : text\n    }\n}', 'on one line'),
        ).toBe('team it\nsystem b { owner it  entity A { X : text  Y : text } }');
    });

    test('a body with comments that end with their line, or too long for one, is not drawn together', async () => {
        const one = expect.stringContaining('on one line');
        expect(await titles('team it\nsystem <|>b {\n  owner it // him\n}')).not.toContainEqual(one);
        expect(await titles(`system <|>b {\n  vendor "${'x'.repeat(160)}"\n}`)).not.toContainEqual(one);
    });

    test.each([
        ['system <|>crm "CRM" // c', 'system crm "CRM" {\n  \n} // c'],
        ['system crm {\n    entity A {\n        <|>X : text required\n    }\n}', 'X : text required {\n            \n        }'],
        ['map <|>"T"', 'map "T" {\n  \n}'],
        ['system a\nsystem b\na <|>-> b', 'a -> b {\n  \n}'],
    ])('a declaration without a body gets one: %s', async (text, expected) => {
        expect(await refactoredText(text, 'Add a body')).toContain(expected);
    });

    test('a body that says nothing is taken away, one with a comment is not', async () => {
        expect(await refactoredText('system <|>a { }\nsystem b', 'Remove the empty body')).toBe('system a\nsystem b');
        expect(await titles('system <|>a { /* later */ }')).not.toContainEqual(expect.stringContaining('Remove'));
    });
});

describe('sorting', () => {
    test('properties go into their order with the comments that speak of them; fields keep theirs', async () => {
        const text = `team it
system <|>shop {
  // the data
  entity B { Z : text }
  entity A { B : text  A : text }

  owner it // since May
  /* kind */ category commerce
}
`;
        const after = await refactoredText(text, 'Sort the properties of this system');
        expect(after).toBe(`team it
system shop {
  /* kind */ category commerce
  owner it // since May

  // the data
  entity B { Z : text }
  entity A { B : text  A : text }
}
`);
        expect(await titles(after.replace('shop', '<|>shop'))).not.toContainEqual(expect.stringContaining('Sort the properties'));
    });

    test('the reference map is in order already', async () => {
        const opened = await openFiles({ 'northwind.crmmap': readFileSync('examples/northwind.crmmap', 'utf8') });
        const document = opened.document('northwind.crmmap');
        const found = partsIn(document).flatMap((offset) => {
            const position = document.textDocument.positionAt(offset);
            return refactoringsAt(opened.services, document, { start: position, end: position });
        });
        expect(found.map(({ title }) => title).filter((title) => title.startsWith('Sort '))).toEqual([]);
        expect(found.length).toBeGreaterThan(100);
    });

    test('declarations go into the order of the kinds, imports first, the heading of the file stays', async () => {
        const after = await refactored(
            {
                'a.crmmap': 'team a',
                'map.crmmap':
                    '// The map.\n\n/** The shop. */\nsystem shop<|>\n\nmap "M"\nshop -> crm // first\nsystem crm // c\nimport "./a.crmmap"\nteam b\n',
            },
            'Sort declarations by kind',
        );
        expect(after['map.crmmap']).toBe(
            '// The map.\n\nimport "./a.crmmap"\n\nmap "M"\n\nteam b\n\n/** The shop. */\nsystem shop\n\nsystem crm // c\n\nshop -> crm // first\n',
        );
    });

    test('flows that begin at the same system come together', async () => {
        const text = 'system a\nsystem b\n<|>a -> b "1"\n// back\nb -> a "2"\nb <- a "3" // behind\n';
        expect(await refactoredText(text, 'Group flows')).toBe('system a\nsystem b\na -> b "1"\nb <- a "3" // behind\n\n// back\nb -> a "2"\n');
    });

    test('imports go into the order of their paths', async () => {
        const after = await refactored({ 'a.crmmap': '', 'b.crmmap': '', 'map.crmmap': '<|>import "./b.crmmap" // b\nimport "./a.crmmap"\n' }, 'Sort imports');
        expect(after['map.crmmap']).toBe('import "./a.crmmap"\nimport "./b.crmmap" // b\n');
    });
});

test('nothing is offered in a file that has a mistake of syntax', async () => {
    expect(await titles('system <|>a { owner }\nsystem b')).toEqual([]);
    expect(await titles('sytem x\nsystem <|>a { }\nsystem b')).toEqual([]);
});
