import { describe, expect, it } from 'vitest';
import { mistakesOf } from './support.ts';

const declared = 'system a\nsystem b\nsystem c\nsystem d\n';

describe('A mistake beside an arrow is told of once', () => {
    it.each([
        ['a second end', 'a -> b, c', ['5 LNG001 a -> b, c | An arrow joins two things. Write one for each: `a -> b`, `a -> c`.']],
        [
            'several further ends, before a body',
            'a -> b, c, d "X" { timing event }',
            ['5 LNG001 a -> b, c, d "X" { timing event } | An arrow joins two things. Write one for each: `a -> b`, `a -> c`, `a -> d`.'],
        ],
        ['the arrow of a named flow in the next line', 'flow x\n  a -> b "T" { timing event }', ['5 LNG004 x | Write : after the name `x`.']],
        ['the same behind a title', 'flow x "T"\n  a -> b', ['5 LNG004 x | Write : after the name `x`. The title stands at the end of the line.']],
        ['a flow that ends before another one', 'flow x\na -> b', ['5 LNG004 x | The flow `x` lacks its ends. Write flow x: FROM -> TO.']],
        ['two flows with a comma between them', 'a -> b, b -> c', ['5 LNG001 , | No comma stands between properties. Remove it.']],
    ])('%s', async (_what, text, told) => {
        expect(await mistakesOf(declared + text)).toEqual(told);
    });
});
