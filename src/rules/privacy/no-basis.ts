import { holdsPersonal } from '../personal.ts';
import { adding } from '../fixes/fix.ts';
import { lawfulBases } from '../../../language/vocabulary.ts';
import type { Rule } from '../rule.ts';
import { at, called, listed, quoted } from '../words.ts';

/** Offered first, the likeliest last; `consent` wants a touchpoint that asks for it. */
const likely = ['consent', 'legitimate-interests', 'contract'];

export const noBasis: Rule = {
    code: 'PII001',
    severity: 'error',
    title: 'Personal fields have no lawful basis',
    why: 'Who keeps personal data needs one of six reasons (GDPR Art. 6), and has to name it. Write `basis` with consent, contract, legal-obligation, vital-interests, public-task or legitimate-interests.',
    wrong: `team it
system crm { owner it  master entity «Contact» { purpose "Serve"  retention 3 years  match Email  Email : email personal } }
system shop { owner it }
crm.Contact -> shop`,
    right: `team it
system crm { owner it  master entity Contact { purpose "Serve"  basis contract  retention 3 years  match Email  Email : email personal } }
system shop { owner it }
crm.Contact -> shop`,
    *find({ entities }) {
        for (const entity of entities) {
            if (entity.basis !== undefined || !holdsPersonal(entity)) continue;
            const fields = entity.fields.filter(({ personal }) => personal);
            yield {
                message: `${called(entity)} holds personal data (${listed(fields.map(({ name }) => quoted(name)))}), and no lawful basis is stated. Write \`basis\`, such as \`basis contract\`.`,
                at: at(entity),
                fixes: () =>
                    Object.keys(lawfulBases)
                        .sort((a, b) => likely.indexOf(b) - likely.indexOf(a))
                        .map((basis) => adding(entity, `basis ${basis}`)),
            };
        }
    },
};
