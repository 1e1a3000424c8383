import { describe, expect, it } from 'vitest';
import { isFlow, isSystem } from '../../language/generated/ast.ts';
import { nearest } from '../../language/nearest.ts';
import { checkFiles, mistakesOf } from './support.ts';

const last = '1 LNG004 q | After `users`, write a number, such as 40.';
const inField = '1 LNG020 idd | `idd` is no field type. Did you mean `id`?';

describe('One mistake is one clear error, and what follows is read', () => {
    it.each([
        ['a flow without its colon', 'system a { users q } flow x a -> a', last, '1 LNG004 x | Write : after the name `x`.'],
        [
            'a flow with its title in the wrong place',
            'system a { users q } flow x "T" a -> a',
            last,
            '1 LNG004 x | Write : after the name `x`. The title stands at the end of the line.',
        ],
        ['a line for a flow', 'system a\na -- a "T"\nsystem a1 { users q }', '2 LNG007 -- | An arrow is written ->, not --.', last.replace('1', '3')],
        ['an arrow with a space in it', 'system a\na - > a', '2 LNG007 - > | An arrow is written ->, not - >.'],
        ['an arrow without its line', 'system a\na <> a', '2 LNG007 <> | An arrow is written <->, not <>.'],
        ['a list of flows in a chain', 'system a system b system c { users q }\na -> b -> c', last, '2 LNG001 -> | Write two flows: a -> b and b -> c.'],
        [
            'a colon before a title',
            'system a\na -> a: "T" { timing q }',
            '2 LNG001 : | No colon stands before a title. Remove it.',
            expect.stringMatching(/^2 LNG020 q/),
        ],
        [
            'a picklist with some quotes',
            'system a { entity b { C : picklist(Not started, "Old") required D : idd } }',
            '1 LNG021 Not started, "Old" | The values of a picklist stand in quotes. Write picklist("Not started", "Old").',
            inField,
        ],
        [
            'a picklist over several lines',
            'system a { entity b { C : picklist(New\n, Old) required\nD : idd } }',
            expect.stringMatching(/^1 LNG021 .* Write picklist\("New", "Old"\)\.$/),
            inField.replace('1', '3'),
        ],
        [
            'a picklist without values',
            'system a { entity b { C : picklist } }',
            '1 LNG021 picklist | A picklist takes its values in quotes: picklist("New", "Active").',
        ],
        [
            'a reference to nothing',
            'system a { entity b { C : reference } }',
            '1 LNG021 reference | A reference takes the entity that it points to: reference(Order).',
        ],
        [
            'a reference to nothing in parentheses',
            'system a { entity b { C : reference() } }',
            '1 LNG021 reference() | A reference takes the entity that it points to: reference(Order).',
        ],
        [
            'a stray { that is not closed',
            'system a {\n {\n vendor "x"\n}\nsystem b { users q }',
            '2 LNG001 { | No body can stand here. Remove the { and its }, or begin a declaration before it.',
            last.replace('1', '5'),
        ],
        [
            'a limit of what cannot be counted',
            'system a { limit 5 users cost 3 users q }',
            '1 LNG020 users | `users` is no thing that a limit counts. Write calls or records, and per what time: 5000 calls per day.',
            last,
        ],
        [
            'a limit without its time',
            'system a { limit 5 calls users q }',
            '1 LNG004 calls | After `calls`, write per and a unit of time, such as per day.',
            last,
        ],
        [
            'a field without its colon, of a type of another language',
            'system a { entity b { Email string required D : idd } }',
            '1 LNG004 Email | A colon stands between a field and its type. Write `Email : string`.',
            '1 LNG020 string | `string` is no field type. Did you mean `text`?',
            inField,
        ],
        ['a second owner', 'team a system s { owner a, b, c users q }', '1 LNG001 , b, c | `owner` has one value. Remove what follows it.', last],
        ['a number with two commas', 'system s { users 1,000,000 users q }', '1 LNG001 1,000,000 | No comma stands in a number. Write 1000000.', last],
        ['a comma before the next property', 'team t system s { tags a, owner t users q }', '1 LNG001 , | No comma stands before a property. Remove it.', last],
        ['a name of digits', 'system 365 { users q }\n`365` -> `365`', '1 LNG004 365 | A name of digits stands in backticks. Write `365`.', last],
        [
            'a feeling without its number',
            'journey j { stage s { touchpoint t { emotion happy action "x" } } }',
            '1 LNG004 happy | After `emotion`, write a number from -2 to +2, such as -1 "Unsure".',
        ],
        ['a name in quotes', 'team t system s { owner "t" users q }', '1 LNG004 "t" | After `owner`, write the name of a team, without quotes.', last],
        ['a word of a list in quotes', 'system s { category "crm" users q }', '1 LNG004 "crm" | `crm` stands without quotes. Write `crm`.', last],
        [
            'a view of a journey that is not there',
            'journey j system s view c as journey of nothing',
            '1 LNG010 nothing | There is no journey `nothing`. There is `j`.',
        ],
    ])('%s', async (_what, text, ...expected) => {
        expect(await mistakesOf(text)).toEqual(expected);
    });

    it.each(['flow x a -> b', 'a -- b', 'a - > b', 'a <> b', 'a -> b: "T"', 'a -> b -> a'])('The flow of %s is there all the same', async (flow) => {
        const { document } = await checkFiles({ 'map.crmmap': `system a system b\n${flow}\nb -> a` });
        const flows = document('map.crmmap').parseResult.value.elements.filter(isFlow);
        expect(flows.map(({ from, to }) => `${from?.ref?.name} ${to?.ref?.name}`)).toEqual(['a b', 'b a']);
    });

    it('A name of digits names the thing, as if the backticks were there', async () => {
        const { document } = await checkFiles({ 'map.crmmap': 'system 365' });
        expect(
            document('map.crmmap')
                .parseResult.value.elements.filter(isSystem)
                .map(({ name }) => name),
        ).toEqual(['365']);
    });

    it('A single letter is like no other', () => {
        expect(nearest('c', ['a', 'b', 'crm'])).toBeUndefined();
        expect(nearest('ab', ['a', 'b'])).toBeUndefined();
        expect(nearest('C', ['a', 'c'])).toBe('c');
    });
});
