import type { Field } from '../../model/crm-model.ts';
import { appending } from '../fixes/fix.ts';
import type { Rule } from '../rule.ts';
import { at, quoted } from '../words.ts';

const personalTypes: Readonly<Record<string, string>> = { email: 'an email address', phone: 'a phone number', address: 'a postal address' };

/** Names of personal fields, in lower case and without what joins words. */
const personalNames = new RegExp(
    [
        '(first|last|full|given|family|middle|maiden|birth|contact|customer|person|employee|guest|patient|passenger|member|user|caller|applicant|recipient)(full)?names?',
        '(sur|fore|nick)name',
        '(date|day|place|country|year)ofbirth|birth(date|day|place|year)|dob',
        '(e?mail|mobile|cellphone|phone|telephone|fax)(address|number|no)?',
        '(home|work|private|office|mobile|cell|contact|customer)(e?mail|phone|telephone|number)(address|number|no)?',
        '(home|postal|street|mailing|private|shipping|delivery)?address|street(name)?',
        'ssn|(passport|nationalid|identitycard|socialsecurity|taxid|driver(s)?licen[cs]e|insurance|bankaccount|creditcard)(no|number)|passport|nationalid|taxid|driver(s)?licen[cs]e|iban|creditcard|ipaddress',
        'gender|religion|ethnicity|nationality|maritalstatus|disability|salary|income|diagnosis|allerg(y|ies)|blood(type|group)|(health|medical)(status|record|history|condition|notes?|data)',
    ]
        .map((names) => `^(${names})$`)
        .join('|'),
);
const texts = new Set(['text', 'email', 'phone', 'address', 'date', 'id', 'money', 'picklist', 'datetime', 'json', 'integer', 'number']);

export const unmarkedPersonal: Rule = {
    code: 'PII006',
    severity: 'info',
    title: 'A field looks personal, and is not marked',
    why: 'By its name or its type it tells of a person, and without the mark no check and no picture knows. Write `personal` after its type; where it tells of no person, as the address of a company, say so in a `crmmap-ignore`.',
    wrong: `team it
system crm { owner it  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal  «BirthDate» : date } }
system shop { owner it }
crm.Contact -> shop`,
    right: `team it
system crm { owner it  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal  BirthDate : date personal } }
system shop { owner it }
crm.Contact -> shop`,
    *find({ entities }) {
        for (const field of entities.flatMap((entity) => entity.fields)) {
            const reason = field.personal ? undefined : reasonFor(field);
            if (reason === undefined) continue;
            yield {
                message: `${quoted(field.id)} looks personal: ${reason}. Write \`personal\` after its type.`,
                at: at(field),
                fixes: () => ['personal', 'sensitive'].map((word) => appending(field, word)),
            };
        }
    },
};

function reasonFor({ name, type }: Field): string | undefined {
    const kind = personalTypes[type.name];
    if (kind !== undefined) return `it is ${kind}`;
    return texts.has(type.name) && personalNames.test(name.toLowerCase().replaceAll(/[^a-z0-9]/g, '')) ? 'so its name says' : undefined;
}
