import type { DataNode } from '../lineage.ts';
import type { Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { at, called, quoted } from '../words.ts';

export const capturedForNobody: Rule = {
    code: 'JRN010',
    severity: 'warning',
    title: 'Captured data reaches no master',
    why: 'What the customer told ends in a copy that no system of record knows of: next time they are asked again. Add the flow that takes it to its master, or make the entity one.',
    wrong: `team it
persona ana
system web { owner it  entity Draft { same as crm.Lead  Text : text(80) } }
system crm { owner it  master entity Lead { Text : text(80) } }
web <- crm
journey j { persona ana  stage s { touchpoint ask { frontstage web  «captures» web.Draft } } }`,
    right: `team it
persona ana
system web { owner it  entity Draft { same as crm.Lead  Text : text(80) } }
system crm { owner it  master entity Lead { Text : text(80) } }
web <- crm
web.Draft -> crm.Lead
journey j { persona ana  stage s { touchpoint ask { frontstage web  captures web.Draft } } }`,
    *find(context) {
        const answers = new Map<string, boolean>();
        for (const touchpoint of context.touchpoints) {
            for (const data of new Set(touchpoint.captures)) {
                const reaches = answers.get(data) ?? reachesMaster(data, context);
                answers.set(data, reaches);
                if (reaches) continue;
                yield {
                    message: `${called(touchpoint)} captures ${quoted(data)}, and no flow takes it to a system of record. Add the flow to its master.`,
                    at: at(touchpoint, 'captures'),
                };
            }
        }
    },
};

/** A system as a whole counts as a master where it masters something. */
function reachesMaster(data: string, { lineage, entityOf, systemById }: RuleContext): boolean {
    const isMaster = ({ node }: DataNode): boolean => entityOf(node)?.master ?? systemById.get(node)?.entities.some(({ master }) => master) ?? false;
    return lineage.wayTo([data], isMaster) !== undefined;
}
