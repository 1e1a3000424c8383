import { expect, test } from 'vitest';
import { createElkEngine } from '../../src/layout/elk-engine.ts';
import { viewsOf } from '../../src/model/views.ts';
import { drawView } from '../../src/pipeline.ts';
import { parseMap } from '../helpers/maps.ts';

const engine = createElkEngine();
const names: readonly (readonly [string, string])[] = [
    ['one word', 'x'.repeat(1000)],
    ['many words', 'word '.repeat(200).trim()],
];
/** A sheet for screens is 900 px wide; a picture of two cards needs no more than this. */
const mostWidth = 2000;

for (const [kind, name] of names) {
    test(`names of 1,000 characters in ${kind} make no picture wider`, async () => {
        const { model, findings } = await parseMap(`team sales "${name}"
            region far "${name}"
            channel web "${name}" online
            system a "${name}" { vendor "${name}"  owner sales  region far  entity C "${name}" { name : text } }
            system b "B" { owner sales  entity D { name : text } }
            flow f: a -> b "${name}" { map C.name -> D.name }
            journey j "${name}" {
                stage s "${name}" { touchpoint t "${name}" { channel web  frontstage a  captures a.C } touchpoint u "${name}" }
            }
            view right as landscape
            view below as landscape { direction down }
            view owners as landscape { group by owner }
            view regions as landscape { group by region }
            view concept as profile of a.C
            view way as journey of j
            view service as blueprint of j`);
        expect(findings).toEqual([]);
        const widths: (readonly [string, number])[] = [];
        for (const view of viewsOf(model)) {
            const svg = await drawView(model, view, engine);
            widths.push([view.id, Number(/<svg[^>]* viewBox="0 0 ([\d.]+) /.exec(svg)?.[1])]);
        }
        expect(widths.map(([id]) => id)).toEqual(['right', 'below', 'owners', 'regions', 'concept', 'way', 'service']);
        expect(widths.filter(([, width]) => !(width <= mostWidth))).toEqual([]);
    });
}
