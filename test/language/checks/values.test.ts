import { describe, expect, it } from 'vitest';
import { mistakeOfCron } from '../../../language/checks/cron.ts';
import { mistakeOfDate } from '../../../language/checks/dates.ts';
import { closedLists } from '../../../language/vocabulary.ts';
import * as ast from '../../../language/generated/ast.ts';
import { mistakesOf } from '../support.ts';

describe('Values', () => {
    it('every closed list belongs to a property that the grammar has', () => {
        const reflection = new ast.CrmMapAstReflection();
        for (const [type, property] of closedLists) expect(Object.keys(reflection.getTypeMetaData(type).properties), type).toContain(property);
    });

    it.each([
        ['system a { category CRM }', '1 LNG020 CRM | `CRM` is no category. Did you mean `crm`?'],
        ['system a { category thing }', expect.stringMatching(/^1 LNG020 thing \| `thing` is no category\. Write one of crm, erp, .*, other\.$/)],
        ['map "M" { currency eur }', '1 LNG020 eur | `eur` is no currency code of ISO 4217. Did you mean `EUR`?'],
        ['map "M" { rules { sys002 off } }', '1 LNG025 sys002 | `sys002` is no code of a rule. Did you mean `SYS002`?'],
        ['map "M" { rules { SYS002 offf } }', '1 LNG020 offf | `offf` is no severity. Did you mean `off`?'],
        ['system a\na -> a { errors retyr 3 then explode }', '2 LNG020 retyr | `retyr` is no answer to an error. Did you mean `retry`?'],
        ['system a { entity b { c : string } }', '1 LNG020 string | `string` is no field type. Did you mean `text`?'],
        ['system a { entity b { c : text("x") } }', '1 LNG021 text("x") | A text takes its greatest length: text(80).'],
        ['system a { entity b { c : number(2, 5) } }', '1 LNG021 number(2, 5) | A number takes its digits, and how many of them are decimals: number(10, 2).'],
        ['system a { entity b { c : picklist(4) } }', '1 LNG021 4 | The values of a picklist stand in quotes. Write picklist("4").'],
        ['system a { entity b { c : email(4) } }', '1 LNG021 email(4) | The type `email` takes nothing in parentheses. Write `email` alone.'],
        ['system a { entity b { c : boolean default 4 } }', '1 LNG021 4 | The default of a boolean is true or false, not `4`.'],
        ['system a { entity b { c : picklist("A") default "B" } }', '1 LNG021 "B" | `B` is no value of this picklist. Write one of "A".'],
        ['goal g { due 2026-02-30 }', '1 LNG023 2026-02-30 | `2026-02-30` is no date. February 2026 has 28 days.'],
        ['system a { since 2026-02-01 until 2025-01-01 }', '1 LNG023 2025-01-01 | It ends 2025-01-01, before it begins 2026-02-01. Write a later date.'],
        ['segment s { share 120 percent }', '1 LNG024 120 | A share is a number from 0 to 100, not 120.'],
        ['system a { users -1 }', '1 LNG024 -1 | The number of users is a whole number, not below 0, not -1.'],
        ['system a { users 1.5 }', '1 LNG024 1.5 | The number of users is a whole number, not below 0, not 1.5.'],
        ['system a { limit 0 calls per day }', '1 LNG024 0 | A limit is a number above 0, not 0.'],
        ['system a { cost -5 per year }', '1 LNG024 -5 | An amount of money is a number, not below 0, not -5.'],
        ['journey j { stage s { touchpoint t { emotion -3 } } }', '1 LNG024 -3 | An emotion is a whole number from -2 to 2, not -3.'],
        ['system a\na -> a { timing manual "0 3 * * *" }', expect.stringMatching(/^2 LNG022 "0 3 \* \* \*" \| Only `scheduled` takes a timetable/)],
        ['system a { link "java\\tscript:alert(1)" }', expect.stringMatching(/^1 LNG026 .* A link does not lead to javascript: addresses/)],
        ['system a { owner b owner b }\nteam b', '1 LNG031 owner | `owner` is stated twice; it stands in line 1 already. Remove one of the two.'],
        ['system a { entity b { c : id key required key } }', '1 LNG031 key | `key` is stated twice; it stands in line 1 already. Remove one of the two.'],
        [
            'lifecycle l { stage s { activity "x" manual automated } }',
            '1 LNG031 automated | `automated` is stated twice; it stands in line 1 already. Remove one of the two.',
        ],
    ])('%s', async (text, expected) => {
        const found = await mistakesOf(text);
        expect(found[0]).toEqual(expected);
        expect(found.filter((line) => !line.includes('explode'))).toHaveLength(1);
    });

    it('lists that may be stated again are no repetition', async () => {
        expect(
            await mistakesOf(
                'system a { note "x" note "y" tags a tags b link "https://x.example" link "./y.md" limit 5 calls per day limit 6 records per day }',
            ),
        ).toEqual([]);
    });

    it.each(['*/15 * * * *', '0 3 * * *', '0 9-17/2 * jan-mar mon,wed,fri', '5,10,15 0 1 1 7', '0 0 29 2 *'])('The timetable %s is cron', (text) => {
        expect(mistakeOfCron(text)).toBeUndefined();
    });

    it.each([
        ['61 * * * *', '"61" is no minute. It goes from 0 to 59.'],
        ['* * *', 'This one has 3.'],
        ['* 24 * * *', '"24" is no hour.'],
        ['* * 0 * *', '"0" is no day of the month.'],
        ['* * * foo *', '"foo" is no month. It goes from 1 to 12, or by name, such as jan.'],
        ['* * * * 8', '"8" is no day of the week.'],
        ['*/0 * * * *', 'A step is at least 1.'],
        ['30-10 * * * *', 'The range begins after its end.'],
        ['a b c d e', '"a" is no minute.'],
        ['1- * * * *', '"1-" is no minute.'],
        ['every day', 'This one has 2.'],
    ])('The timetable %s is not: %s', (text, message) => {
        expect(mistakeOfCron(text)).toContain(message);
    });

    it('days are those of the calendar', () => {
        expect(['2024-02-29', '2000-02-29', '2026-12-31', '2026-04-30'].map(mistakeOfDate)).toEqual([undefined, undefined, undefined, undefined]);
        expect(
            ['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-01-00', '2026-1-5'].map((date) => mistakeOfDate(date) !== undefined),
        ).toEqual(Array.from({ length: 7 }, () => true));
    });
});
