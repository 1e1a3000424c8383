import { describe, expect, it } from 'vitest';
import { check, mistakesOf } from './support.ts';

describe('Mistakes of the text', () => {
    it('A file with twelve mistakes of different kinds gets exactly one error for each, at its line', async () => {
        const text = `map "Mistakes" { currency EURO }
team crmOps "CRM operations" { function it }
sytem crm "Salesforce" {
  category crm
  vender "Salesforce"
  owner crmOpps
  cost per year
  emotion +1
}
system shop "Web shop" {
  vendor Shopify region eu
  owner: crmOps
}
region eu "EU" { safeguard "none }
flow orders: shop -> crm "Orders" { timing real-tme }
flow again: shop crm
team crmOps "Twice"
`;
        expect(await mistakesOf(text)).toEqual([
            '1 LNG020 EURO | `EURO` is no currency code of ISO 4217. Did you mean `EUR`?',
            '3 LNG003 sytem | `sytem` is no kind of declaration. Did you mean `system`?',
            '5 LNG002 vender | A system has no property `vender`. Did you mean `vendor`?',
            '6 LNG010 crmOpps | There is no team `crmOpps`. Did you mean `crmOps`?',
            '7 LNG004 per | After `cost`, write a number, such as 96000 per year.',
            '8 LNG002 emotion | A system has no property `emotion`. It belongs to a touchpoint.',
            '11 LNG004 Shopify | After `vendor`, write a text in quotes: "Shopify".',
            '12 LNG001 : | No colon stands between a property and its value. Remove the : after `owner`.',
            '14 LNG006 "none } | This text is not closed. Write " at its end.',
            '15 LNG020 real-tme | `real-tme` is no timing. Did you mean `real-time`?',
            '16 LNG004 crm | After `shop`, write an arrow: ->.',
            '17 LNG030 crmOps | There is another team `crmOps`. Give this one a name of its own.',
        ]);
    });

    it('Thirteen mistakes in a journey and a lifecycle are thirteen errors', async () => {
        const text = `lifecycle selling {
  stage attract { converts six percent }
  stage nurture { activity "Score" manul }
  stage sell { metrics checkout }
}
journey first "First" {
  personas emma
  stage a "A" {
    touchpoint see "Sees" { channel
      emotion plus "Good" }
    touchpoint find "Finds" {
      emotion +3
      pain sizes "Sizes" severity hihg
      opportunity advisor "Advisor" adresses sizes impact high
      evidence survey 2026-13-01 "x"
      thought Which of these fits
    }
  }
  see -> fnd
  see find
}
metric checkout
persona emma
`;
        expect(await mistakesOf(text)).toEqual([
            '2 LNG004 six | After `converts`, write a share, such as 6 percent.',
            '3 LNG002 manul | A lifecycle stage has no property `manul`. Did you mean `manual`?',
            '4 LNG002 metrics | A lifecycle stage has no property `metrics`. Did you mean `metric`?',
            '7 LNG002 personas | A journey has no property `personas`. Did you mean `persona`?',
            '9 LNG004 channel | After `channel`, write the name of a channel.',
            expect.stringMatching(/^10 LNG004 plus \| After `emotion`, write a number/),
            '12 LNG024 +3 | An emotion is a whole number from -2 to 2, not 3.',
            '13 LNG020 hihg | `hihg` is no severity. Did you mean `high`?',
            '14 LNG002 adresses | A touchpoint has no property `adresses`. Did you mean `addresses`?',
            '15 LNG023 2026-13-01 | `2026-13-01` is no date. Months go from 01 to 12.',
            '16 LNG004 Which of these fits | After `thought`, write a text in quotes: "Which of these fits".',
            '19 LNG010 fnd | There is no touchpoint `fnd`. Did you mean `find`?',
            '20 LNG002 see | A journey has no property `see`. A way is written see -> find.',
        ]);
    });

    const kinds: readonly (readonly [kind: string, text: (body: string) => string])[] = [
        ['map', (body) => `map "M" ${body}`],
        ['team', (body) => `team a ${body}`],
        ['goal', (body) => `goal a ${body}`],
        ['metric', (body) => `metric a ${body}`],
        ['segment', (body) => `segment a ${body}`],
        ['persona', (body) => `persona a ${body}`],
        ['channel', (body) => `channel a ${body}`],
        ['region', (body) => `region a ${body}`],
        ['capability', (body) => `capability a ${body}`],
        ['system', (body) => `system a ${body}`],
        ['entity', (body) => `system s { entity a ${body} }`],
        ['flow', (body) => `flow a: x -> x ${body}`],
        ['lifecycle', (body) => `lifecycle a ${body}`],
        ['lifecycle stage', (body) => `lifecycle l { stage a ${body} }`],
        ['activity', (body) => `lifecycle l { stage s { activity "a" ${body} } }`],
        ['journey', (body) => `journey a ${body}`],
        ['stage', (body) => `journey j { stage a ${body} }`],
        ['touchpoint', (body) => `journey j { stage s { touchpoint a ${body} } }`],
        ['pain', (body) => `journey j { stage s { touchpoint t { pain a "A" ${body} } } }`],
        ['opportunity', (body) => `journey j { stage s { touchpoint t { opportunity a "A" ${body} } } }`],
        ['initiative', (body) => `initiative a ${body}`],
        ['view', (body) => `view a ${body}`],
    ];
    const article = (kind: string): string => (/^[aeiou]/.test(kind) ? 'An' : 'A');

    it.each(kinds)('A %s with an unknown property gets one error, and its other properties are read', async (kind, textOf) => {
        const text = `${textOf('{\n  description "Known"\n  qqqqqq "x"\n  note "Known, too"\n}')}\nsystem x`;
        expect(await mistakesOf(text)).toEqual([`3 LNG002 qqqqqq | ${article(kind)} ${kind} has no property \`qqqqqq\`.`]);
    });

    it.each(kinds)('A %s with a misspelt property is read as if it was right', async (kind, textOf) => {
        const text = `${textOf('{ desciption "Known" owner nobody }')}\nsystem x`;
        expect(await mistakesOf(text)).toEqual([
            `1 LNG002 desciption | ${article(kind)} ${kind} has no property \`desciption\`. Did you mean \`description\`?`,
            expect.stringMatching(/^1 LNG010 nobody \| There is no team `nobody`\./),
        ]);
    });

    it.each(kinds.filter(([kind]) => kind !== 'view'))(
        'A %s that is not closed at the end of the file is told of once, with the place where it began',
        async (kind, textOf) => {
            const text = `team b  system x\n${textOf('{\n  owner b').replace(/(?: \})*$/, '')}`;
            const diagnostics = await check(text);
            expect(diagnostics.map(({ code }) => code)).toEqual(Array.from({ length: (text.match(/\{/g) ?? []).length }, () => 'LNG005'));
            expect(diagnostics.at(-1)?.message).toContain('which begins in line 2, is not closed. Write } after this.');
            expect(diagnostics.at(-1)?.relatedInformation?.[0]?.location.range.start.line, kind).toBe(1);
        },
    );

    it('A missing brace in the middle is found by the indentation, and what follows is read', async () => {
        const text = `system crm "CRM" {
  vendor "X"
  entity Contact {
    Email : email
}

system shop {
  owner ops

team ops "Ops" {
  function it
}
shop -> crm.Contact
`;
        expect(await mistakesOf(text)).toEqual([
            '4 LNG005 email | The body of `entity Contact`, which begins in line 3, is not closed. Write } after this.',
            '8 LNG005 ops | The body of `system shop`, which begins in line 7, is not closed. Write } after this.',
        ]);
    });

    it('A brace too many is told of once, wherever it stands', async () => {
        const inside = 'system crm {\n  vendor "X" }\n  owner ops\n}\nteam ops\n';
        expect(await mistakesOf(inside)).toEqual(['2 LNG005 } | This } closes nothing. Remove it, or write the { that it closes.']);
        expect(await mistakesOf('system crm { vendor "X" } }\nteam ops { owner ops }')).toEqual([
            '1 LNG005 } | This } closes nothing. Remove it, or write the { that it closes.',
        ]);
        expect(await mistakesOf('system crm {\n}\n}\nteam ops')).toEqual(['3 LNG005 } | This } closes nothing. Remove it, or write the { that it closes.']);
    });

    it('A missing { is told of once, and the body is read', async () => {
        const text = 'system crm "CRM"\n  vendor "X"\n  owner ops\n}\nsystem shop {\n  entity Order\n    No : id key\n  }\n  vendor "Y"\n}\nteam ops\n';
        expect(await mistakesOf(text)).toEqual([
            '1 LNG005 "CRM" | The body of `system crm` begins with {. Write { after this.',
            '6 LNG005 Order | The body of `entity Order` begins with {. Write { after this.',
        ]);
    });

    it('A text without its closing quote takes no brace with it', async () => {
        const text =
            'team a "Ops { function it }\nteam b { contact "x@y.example }\nteam c {\n  contact "z\n  function it\n}\nsystem `x {\n vendor "V"\n}\nteam d';
        expect(await mistakesOf(text)).toEqual([
            '1 LNG006 "Ops { function it } | This text is not closed. Write " at its end.',
            '2 LNG006 "x@y.example } | This text is not closed. Write " at its end.',
            '4 LNG006 "z | This text is not closed. Write " at its end.',
            '7 LNG006 `x { | This name is not closed. Write ` at its end.',
        ]);
    });

    it('Characters that mean nothing make one error each, and the statement is read without them', async () => {
        const text =
            'system a { vendor = "X"; owner @ops }\nsystem b\na --> b\na => b "t"\na → b\nteam ops\n# comment here\nsystem c { vendor \'Y\' }\nsystem d { vendor “Z” users [4] }';
        expect(await mistakesOf(text)).toEqual([
            '1 LNG007 = | No = stands between a property and its value. Remove it.',
            '1 LNG007 ; | No semicolon is needed. Remove it.',
            '1 LNG007 @ | The character @ means nothing here. Remove it, or write the text in quotes.',
            '3 LNG007 --> | An arrow is written ->, not -->.',
            '4 LNG007 => | An arrow is written ->, not =>.',
            '5 LNG007 → | An arrow is written ->, not →.',
            '7 LNG007 # comment here | A comment begins with //, not with #.',
            '8 LNG007 \'Y\' | A text stands in straight double quotes: "Y".',
            '9 LNG007 “Z” | A text stands in straight double quotes: "Z".',
            '9 LNG007 [ | The character [ means nothing here. A list needs no brackets: write its values with commas between them.',
            '9 LNG007 ] | The character ] means nothing here. A list needs no brackets: write its values with commas between them.',
        ]);
    });

    it('A comment that is not closed ends at the next empty line', async () => {
        expect(await mistakesOf('system a /* open\nsystem b\n\nsystem c\nc -> c')).toEqual(['1 LNG006 /* | This comment is not closed. Write */ at its end.']);
    });

    it.each([
        ['cost', 'system a { cost }', '1 LNG004 cost | After `cost`, write a number, such as 96000 per year.'],
        ['vendor', 'system a { vendor\n  users 3 }', '1 LNG004 vendor | After `vendor`, write a text in quotes.'],
        ['owner', 'system a {\n  owner\n  users 3 }', '2 LNG004 owner | After `owner`, write the name of a team.'],
        ['category', 'system a { category\n  users 3 }', '1 LNG004 category | After `category`, write a category, such as crm, erp, commerce.'],
        ['due', 'goal a { due tomorrow }', '1 LNG004 tomorrow | After `due`, write a date, such as 2026-09-30.'],
        ['measured by', 'goal a { measured by }', '1 LNG004 by | After `measured by`, write the name of a metric.'],
        [
            'retention',
            'system a { entity b { retention\n  basis contract } }',
            '1 LNG004 retention | After `retention`, write a length of time, such as 3 days.',
        ],
        ['per', 'system a { cost 400 per }', expect.stringMatching(/^1 LNG004 per \| After `per`, write one of second, minute, hour/)],
        ['a comma', 'system a { tags b, }', '1 LNG004 , | After the comma, write a name.'],
        ['an arrow', 'system a\na ->', '2 LNG004 -> | After `->`, write the name of a system or entity.'],
        [
            'the colon of a field',
            'system a { entity b { Email :\n  Phone : phone } }',
            '1 LNG004 : | After `Email :`, write a type, such as text(80), email or date.',
        ],
        ['a name', 'system { vendor "X" }', '1 LNG004 system | After `system`, write a name.'],
        ['an import', 'import\nsystem a', '1 LNG004 import | After `import`, write a file in quotes, such as "./systems.crmmap".'],
    ])('A value that is missing after %s is asked for, with what to write', async (_what, text, expected) => {
        expect(await mistakesOf(text)).toEqual([expected]);
    });

    it.each(['constructor', 'toString', '__proto__'])('A word that JavaScript knows, as %s, is one like any other', async (word) => {
        expect(await mistakesOf(`system a {\n  ${word}\n}`)).toEqual([`2 LNG002 ${word} | A system has no property \`${word}\`.`]);
    });

    it('What stands in the wrong kind of declaration is sent to the right one', async () => {
        const text = `system a { touchpoint t "T" { channel email } }
entity Contact "Contact" { Email : email }
vendor "x"
journey j { stage s { entity x { Email : email } team t } Email : email }
`;
        expect(await mistakesOf(text)).toEqual([
            '1 LNG002 touchpoint | A touchpoint stands in a stage of a journey, not in a system.',
            '2 LNG002 entity | An entity stands in a system, not alone.',
            '3 LNG002 vendor | `vendor` is a property of a system. Write it between the { and } of one.',
            '4 LNG002 entity | An entity stands in a system, not in a stage.',
            '4 LNG002 team | A team cannot stand in a stage. Write it outside of it.',
            '4 LNG002 Email | `Email` looks like a field, and fields stand in an entity. This is a journey.',
        ]);
    });

    it('References to what stands in a broken part are no mistakes of their own', async () => {
        const text =
            'component crm "CRM" { entity Contact { Email : email } }\nsystem shop { owner ops }\nteam ops\nshop -> crm.Contact { map a -> b }\nsystem pos { owner crm }';
        expect(await mistakesOf(text)).toEqual([
            expect.stringMatching(/^1 LNG003 component \| `component` is no kind of declaration\. Write one of map, team/),
        ]);
    });

    it('Any text ends in a tree, never in an exception', async () => {
        const pieces = [
            'system',
            'a',
            '{',
            '}',
            '"x"',
            '"',
            '`',
            ':',
            ',',
            '.',
            '->',
            '<->',
            '(',
            ')',
            '12',
            '2026-01-01',
            '%',
            '@',
            '\n',
            'owner',
            'entity',
            'journey',
            'stage',
            'map',
            '/*',
            'Email :',
        ];
        let seed = 7;
        const random = (below: number): number => {
            seed = (seed * 1103515245 + 12345) % 2147483648;
            return seed % below;
        };
        for (let round = 0; round < 300; round++) {
            const text = Array.from({ length: 1 + random(40) }, () => pieces[random(pieces.length)]).join(' ');
            await expect(check(text), text).resolves.toBeDefined();
        }
    });

    it.each([
        ['braces', `nothing a ${'{'.repeat(20_000)}${'}'.repeat(20_000)}\nsystem b\nb -> b`],
        ['open braces', `system a ${'{'.repeat(20_000)}\n`],
        ['negations', `view a { include ${'not '.repeat(20_000)} tag x }\nsystem b\nb -> b`],
        ['parentheses', `view a { include ${'('.repeat(20_000)} tag x }\nsystem b`],
    ])('Very deep nesting of %s is told of, and exhausts nothing', async (_what, text) => {
        expect((await check(text)).length).toBeGreaterThan(0);
    });

    it.each([
        ['a number with a comma', 'system a { cost 96,000 per year }', '1 LNG004 96,000 per year | An amount of money is written 96000 per year.'],
        ['a flow without its colon', 'system a\nflow f a -> a "T"', '2 LNG004 f | Write : after the name `f`.'],
        ['a flow without its arrow', 'system a\nflow f', '2 LNG004 f | After `f`, write an arrow: ->.'],
        [
            'a field without its colon',
            'system a { entity b { Name text(80) required } }',
            '1 LNG004 Name | A colon stands between a field and its type. Write `Name : text`.',
        ],
        [
            'picklist values without quotes',
            'system a { entity b { C : picklist(New, Active) required } }',
            '1 LNG021 New, Active | The values of a picklist stand in quotes. Write picklist("New", "Active").',
        ],
        ['a limit that counts nothing', 'system a { limit 100 per day }', '1 LNG004 100 per day | A limit says calls or records, such as 100 calls per day.'],
        [
            'a feeling without quotes',
            'journey j { stage s { touchpoint t { emotion -2 Very unsure\n action "x" } } }',
            '1 LNG004 Very unsure | A text stands in quotes. Write "Very unsure".',
        ],
        ['a title without quotes', 'system crm Sales force { vendor "X" }\ncrm -> crm', '1 LNG004 Sales force | A text stands in quotes. Write "Sales force".'],
        ['a view without its of', 'journey j\nview v as journey j { direction down }', '2 LNG002 j | `j` is not expected here. Is `of` missing before it?'],
        [
            'a way back as others write it',
            'system a\na <=> a\na <-- a',
            '2 LNG007 <=> | An arrow is written <->, not <=>.',
            '3 LNG007 <-- | An arrow is written <-, not <--.',
        ],
        ['an arrow that leads nowhere', 'system a\na ->\nview v', '2 LNG004 -> | After `->`, write the name of a system or entity.'],
        ['a list that ends with a comma', 'team t\nsystem a { tags x,\n owner t }', '2 LNG004 , | After the comma, write a name.'],
        [
            'a value of a closed list that is missing before the next property',
            'team t\nsystem a {\n category\n owner t\n}',
            '3 LNG004 category | After `category`, write a category, such as crm, erp, commerce.',
        ],
    ])('%s is one mistake', async (_what, text, ...expected) => {
        expect(await mistakesOf(text)).toEqual(expected);
    });
});
