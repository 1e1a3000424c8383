import { describe, expect, test } from 'vitest';
import { formatted, formattedInEditor, lines } from './support.ts';

describe('formatting', () => {
    test('indents bodies, sets each property of a broken body on its own line and joins the brace to its head', () => {
        const text = 'system crm "CRM"\n{\nowner it region eu\nentity   Contact\n  {\nEmail:email key\n}\n}';
        expect(formatted(text)).toBe(lines('system crm "CRM" {', '  owner it', '  region eu', '  entity Contact {', '    Email : email key', '  }', '}'));
    });

    test('leaves a body on one line on its line, with two spaces between its properties', () => {
        expect(formatted('system crm   "CRM" {owner it region   eu}')).toBe(lines('system crm "CRM" { owner it  region eu }'));
    });

    test('breaks a body whose line would be longer than 160 columns, and only the outermost one that must', () => {
        const long = `"${'x'.repeat(110)}"`;
        const text = `system crm { description ${long} entity Contact { Email : email key  Phone : phone } }\n`;
        expect(formatted(text)).toBe(lines('system crm {', `  description ${long}`, '  entity Contact { Email : email key  Phone : phone }', '}'));
        const short = text.replace('xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', '');
        expect(formatted(short).split('\n')).toHaveLength(2);
    });

    test('sets spaces around arrows, after commas and nowhere else', () => {
        expect(formatted('flow  n:a->b\nflow m :  a <->b . E{key X ,Y map A,B->C using"x"}\nview v{include not(tag x or tag y)}\n')).toBe(
            lines('flow n: a -> b', 'flow m: a <-> b.E { key X, Y  map A, B -> C using "x" }', 'view v { include not (tag x or tag y) }'),
        );
        expect(formatted('system s { entity E { a:text( 80 ) b : picklist("x" ,"y") volume 3 growing 8 % per year } }')).toBe(
            lines('system s { entity E { a : text(80)  b : picklist("x", "y")  volume 3 growing 8% per year } }'),
        );
    });

    test('keeps one empty line of several, and none at the ends of a body or of the file', () => {
        expect(formatted('\n\nsystem a {\n\n  owner it\n\n\n\n  region eu\n\n}\n\n\nsystem b\n\n\n')).toBe(
            lines('system a {', '  owner it', '', '  region eu', '}', '', 'system b'),
        );
    });

    test('gives every declaration of the file its own line', () => {
        expect(formatted('system a system b a -> b')).toBe(lines('system a', 'system b', 'a -> b'));
    });

    test('indents what goes on in another line twice', () => {
        expect(formatted('system crm {\nprovides lead-management,\ncontact-management\n}\n')).toBe(
            lines('system crm {', '  provides lead-management,', '      contact-management', '}'),
        );
    });

    test('lines up names, types and modifiers of fields', () => {
        const text = 'system s {\n entity E {\n  Id : id key\n  LastName : text(80) required\n  Active : boolean\n }\n}\n';
        expect(formatted(text)).toBe(
            lines('system s {', '  entity E {', '    Id       : id       key', '    LastName : text(80) required', '    Active   : boolean', '  }', '}'),
        );
    });

    test('lines up declarations of one kind on adjacent lines, and their properties as long as they are the same', () => {
        const text = lines(
            'metric a "A" { unit percent baseline 1 target 2 }',
            'metric longer "Longer" { unit score baseline 100 target 20 }',
            'metric c "C" { baseline 1 }',
        );
        expect(formatted(text)).toBe(
            lines(
                'metric a      "A"      { unit percent  baseline 1    target 2 }',
                'metric longer "Longer" { unit score    baseline 100  target 20 }',
                'metric c      "C"      { baseline 1 }',
            ),
        );
    });

    test('lines up the lines of a mapping', () => {
        const text = 'flow f: a.E -> b.F {\n  map A -> X using "x"\n  map Long, Longer -> Y\n  map B -> Zzz using "z"\n}\n';
        expect(formatted(text)).toBe(
            lines('flow f: a.E -> b.F {', '  map A            -> X   using "x"', '  map Long, Longer -> Y', '  map B            -> Zzz using "z"', '}'),
        );
    });

    test.each([
        ['an empty line', ''],
        ['a comment', '// more'],
        ['another kind of declaration', 'persona emma'],
    ])('begins a new table after %s', (_, between) => {
        expect(formatted(lines('team a "A"', between, 'team longer "B"'))).toBe(lines('team a "A"', between, 'team longer "B"'));
    });

    test('does not push a table aside for one part that is much longer than the others', () => {
        const name = 'averyveryveryverylongnameindeed';
        expect(formatted(lines('team a "A"', 'team bb "B"', `team ${name} "C"`, 'team d "D"'))).toBe(
            lines('team a  "A"', 'team bb "B"', `team ${name} "C"`, 'team d  "D"'),
        );
    });

    test('measures as a screen does: an ideograph takes two columns, an emoji of several characters too', () => {
        expect(formatted(lines('team a "客户" { function it }', 'team b "👩‍💻" { function it }', 'team c "ab" { function it }'))).toBe(
            lines('team a "客户" { function it }', 'team b "👩‍💻"   { function it }', 'team c "ab"   { function it }'),
        );
    });

    test('leaves texts and names in backticks as they are', () => {
        const text = lines('system `a  {b}` "two  spaces,and -> { more"');
        expect(formatted(text)).toBe(text);
    });

    test('indents with tabs where the editor does, and still sets columns with spaces', () => {
        expect(formatted('system s { \n entity E { \n a : id key\n bcd : id } }', { tabSize: 4, insertSpaces: false })).toBe(
            lines('system s {', '\tentity E {', '\t\ta   : id key', '\t\tbcd : id', '\t}', '}'),
        );
        expect(formatted('system s {\nowner it\n}', { tabSize: 4, insertSpaces: true })).toBe(lines('system s {', '    owner it', '}'));
    });

    test('keeps the line breaks of the file, and its byte order mark', () => {
        expect(formatted('\uFEFF\r\nsystem a {\r\n\r\nowner it }\r\nsystem b')).toBe('\uFEFFsystem a {\r\n  owner it\r\n}\r\nsystem b\r\n');
    });

    test.each(['', '\uFEFF'])('leaves an empty file empty: %j', (mark) => {
        expect(formatted(`${mark}  \n\n`)).toBe(mark);
    });

    test('leaves a body without content on one line or on two, as it was written', () => {
        expect(formatted('system a { }\nsystem b {\n\n}\n')).toBe(lines('system a {}', 'system b {', '}'));
    });
});

describe('formatting keeps comments where they are', () => {
    test('at the end of a line, in a column', () => {
        expect(formatted('system a { // first\nowner it // short\nregion europe // long   \n}\n')).toBe(
            lines('system a {  // first', '  owner it       // short', '  region europe  // long', '}'),
        );
    });

    test('on a line of their own, indented as what follows', () => {
        const text = 'system a {\n// one\n\n\n      // two\nowner it\n  // last\n}\n    // end\n';
        expect(formatted(text)).toBe(lines('system a {', '  // one', '', '  // two', '  owner it', '  // last', '}', '// end'));
    });

    test('before what stands behind them on the same line', () => {
        expect(formatted('system a /** about b */ system b /* x */ "B"\n')).toBe(lines('system a', '/** about b */ system b /* x */ "B"'));
    });

    test('over several lines, with their stars below each other', () => {
        const text = 'system a {\n/**\n * One.\n    * Two.\n*/\nowner it\n}\n';
        expect(formatted(text)).toBe(lines('system a {', '  /**', '   * One.', '   * Two.', '   */', '  owner it', '}'));
    });

    test('over several lines without stars, moved as a whole', () => {
        const text = 'system a {\n/* One.\n     Two.\n*/\nowner it\n}\n';
        expect(formatted(text)).toBe(lines('system a {', '  /* One.', '       Two.', '  */', '  owner it', '}'));
    });

    test('and leaves what they switch off as it is', () => {
        const text = lines('system a', '// crmmap-format off', 'system    b   {owner it', '}', '// crmmap-format on', 'system   c');
        expect(formatted(text)).toBe(text.replace('system   c', 'system c'));
    });
});

describe('formatting a text with mistakes in the editor', () => {
    test('leaves the declaration with the mistake as it is, and formats the others', () => {
        const text = 'system   a\nsystem   b  { owner = it }\nsystem   c\n';
        expect(formattedInEditor(text)).toBe('system a\nsystem   b  { owner = it }\nsystem c\n');
    });

    test('loses nothing that was not understood', () => {
        const text = 'system   a\n\n\n   ??? what\n  }\nsystem  b {\n';
        expect(formattedInEditor(text).replace(/\s+/g, '')).toBe(text.replace(/\s+/g, ''));
    });
});
