import { transformFix } from '../fixes/transform-fixes.ts';
import type { Rule } from '../rule.ts';
import { at, quoted } from '../words.ts';
import { declaredAt, toldOnce } from './field-words.ts';
import { differingFormats } from '../../model/mapping-faults.ts';

export const formatsDiffer: Rule = {
    code: 'MAP007',
    severity: 'warning',
    title: 'Formats differ, and no transform is stated',
    why: 'Both sides say how they write a value, and they write it differently. Unchanged, it is refused, or never matches again. Say how one becomes the other with `using "…"`.',
    wrong: `team it
system shop { owner it  master entity Store { Phone : text(20) format "national" } }
system crm { owner it  entity Shop { same as shop.Store  Phone : text(20) format "E.164" } }
shop.Store -> crm.Shop { «map Phone -> Phone» }`,
    right: `team it
system shop { owner it  master entity Store { Phone : text(20) format "national" } }
system crm { owner it  entity Shop { same as shop.Store  Phone : text(20) format "E.164" } }
shop.Store -> crm.Shop { map Phone -> Phone using "to E.164" }`,
    *find({ steps }) {
        for (const { source, target, step } of toldOnce(differingFormats(steps))) {
            yield {
                message: `${quoted(source.id)} is written as "${source.format}", and ${quoted(target.id)} as "${target.format}". Say how one becomes the other: \`using "…"\`.`,
                at: at(step.mapping),
                fixes: () => transformFix(step),
                related: declaredAt(source, target),
            };
        }
    },
};
