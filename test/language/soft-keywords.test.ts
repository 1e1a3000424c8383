import { AstUtils, EmptyFileSystem, GrammarAST } from 'langium';
import { describe, expect, it } from 'vitest';
import { createCrmMapServices } from '../../language/module.ts';
import { mistakesOf } from './support.ts';

const { Grammar: grammar } = createCrmMapServices(EmptyFileSystem).language;
const keywords = [
    ...new Set(
        grammar.rules.flatMap((rule) =>
            AstUtils.streamAllContents(rule)
                .filter(GrammarAST.isKeyword)
                .map((keyword) => keyword.value)
                .toArray(),
        ),
    ),
].filter((keyword) => /^\p{L}/u.test(keyword));

/** A map in which every kind of thing has the same name, and is referred to in every place where a name may stand. */
function everywhere(name: string): string {
    return `
map "Names" { owner ${name} tags ${name}, a }
team ${name} "Team" { function it tags ${name} owner ${name} }
goal ${name} { owner ${name} measured by ${name}, second }
goal second { supports ${name} measured by ${name} due 2027-01-01 }
metric ${name} { unit percent owner ${name} }
metric second
segment ${name} { size 4 owner ${name} }
persona ${name} { segment ${name} quote "x" }
channel ${name} online { system ${name} }
channel second "Second" { system ${name} offline }
region ${name} { adequate owner ${name} }
capability ${name} { owner ${name} }
system ${name} {
  provides ${name}, analytics owner ${name} region ${name}
  master entity ${name} {
    owner ${name} match ${name}, second
    consent from ${name}, ${name}.${name}
    ${name} : id key required
    second : reference(${name}) default ${name}
    third : text(3) { owner ${name} tags ${name} }
    same as other.${name}
  }
}
system other {
  region ${name}
  entity ${name} {
    ${name}: email
    second: picklist("a", "b") owner ${name}
  }
}
${name} -> other
other <- ${name} "Back"
${name}.${name} <-> other.${name} { conflict most-recent owner ${name} }
flow ${name} -> other
flow ${name}: ${name}.${name} -> other.${name} "Flow" {
  via ${name}, other
  key ${name}, ${name}.${name}.${name}
  errors retry 3 then alert ${name} then dead-letter
  map ${name} -> ${name}
  map ${name}, second -> second using "both"
  map ${name}.${name}.${name} -> other.${name}.${name} values "a" -> "b"
  owner ${name}
}
lifecycle ${name} {
  owner ${name}
  stage ${name} { objective "x" metric ${name}, second owner ${name}
    activity ${name} "Activity" manual in ${name}, other takes 2 days owner ${name}
    activity "Second" automated in ${name} { owner ${name} }
  }
  stage second "Second"
}
journey ${name} {
  persona ${name} segment ${name} state current
  stage ${name} { in ${name}.${name}, ${name}.second metric ${name}
    touchpoint ${name} {
      channel ${name}, second
      frontstage ${name} backstage ${name}, other support ${name}
      uses ${name}.${name} fresh within 1 hour, ${name}.${name}.${name}
      captures ${name}.${name}, ${name}.${name}.second
      metric ${name} owner ${name} emotion +1 "x"
      pain ${name} "Pain" severity high
      opportunity ${name} "Opportunity" addresses ${name} impact low
    }
    touchpoint second
    touchpoint third
  }
  ${name} -> second -> third "when"
  third -> ${name}
  second -> ${name}.${name}
}
journey later-on { future of ${name} }
initiative ${name} {
  delivers ${name}.${name} supports ${name}, second changes ${name}, other owner ${name}
}
view ${name} "View" {
  include ${name}, tag ${name} and not owner ${name}, region ${name} or neighbours of ${name}
  exclude (${name} or ${name}.${name})
  for ${name}
}
view a as profile of ${name}.${name}
view b as mapping of ${name} { owner ${name} }
view c as journey of ${name}
view d as trace of ${name}.${name}.${name}
view e as lifecycle of ${name}
`;
}

describe('Keywords are soft', () => {
    it.each(keywords)('The word %s names every kind of thing, in every place', async (keyword) => {
        expect(await mistakesOf(everywhere(keyword))).toEqual([]);
    });

    it.each([
        ['a dash inside', 'first-name'],
        ['two dashes inside', 'a--b'],
        ['umlauts', 'Größe'],
        ['Chinese characters', '顧客'],
        ['combining marks', 'Zoe\u0308'],
        ['Devanagari vowel signs', 'हिन्दी'],
        ['an underscore in front', '_x'],
        ['digits and letters', '2nd'],
        ['a currency code', 'EUR'],
        ['a space', '`First Name`'],
        ['an emoji', '`🥾 boots`'],
        ['a dot', '`a.b`'],
        ['a quote', '`the "one"`'],
        ['braces', '`{x}`'],
        ['a slash', '`//x`'],
    ])('A name with %s stands everywhere', async (_what, name) => {
        expect(await mistakesOf(everywhere(name))).toEqual([]);
    });

    it('Finds all the keywords that this test is about', () => {
        expect(keywords).toEqual(expect.arrayContaining(['system', 'owner', 'stage', 'status', 'key', 'then', 'percent', 'online']));
        expect(keywords.length).toBeGreaterThan(120);
    });

    it('Reads the sketch of the language page', async () => {
        expect(await mistakesOf('system shop\nsystem crm "Salesforce"\nshop -> crm "New customers"')).toEqual([]);
    });

    it('Tells of an emoji outside of backticks once', async () => {
        expect(await mistakesOf('system 🥾 "Boots"')).toEqual([
            expect.stringMatching(/^1 LNG007 🥾 \| The character 🥾 can stand in a name only in backticks/),
        ]);
    });

    it('A name in backticks that holds a dot is one name, not a path', async () => {
        const text = 'system a { entity b { c : id } }\nsystem `a.b` { entity c { d : id } }\nflow f: `a.b`.c -> a.b\nview v as data of `a.b`';
        expect(await mistakesOf(text)).toEqual([]);
    });

    it.each([
        ['CR and LF', '\r\n'],
        ['CR alone', '\r'],
        ['spaces', ' '],
    ])('Line breaks mean nothing: a map with %s', async (_what, lineBreak) => {
        const text = 'system shop { vendor "X" entity Order { No : id key Name : text(3) } }\nsystem crm\nshop -> crm'.replaceAll('\n', lineBreak);
        expect(await mistakesOf(text)).toEqual([]);
    });

    it('A byte order mark is no character of the map', async () => {
        expect(await mistakesOf('\uFEFFsystem shop')).toEqual([]);
    });

    it('Comments stand anywhere between words', async () => {
        const text = '/* a */ system /* b */ shop // c\n/** Doc */ "Web" { // d\n vendor /* e\n f */ "X" /**/ }\nshop /* g */ -> /* h */ shop // i';
        expect(await mistakesOf(text)).toEqual([]);
    });
});
