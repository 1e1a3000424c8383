import type { Flow } from '../generated/ast.ts';
import type { Check, CheckContext, CheckTable } from './check.ts';
import { mistakeOfCron } from './cron.ts';

/** LNG022: a timetable belongs to scheduled flows, and is cron. */
function timetable(flow: Flow, { report }: CheckContext): void {
    if (flow.cron === undefined) return;
    if (flow.timing !== undefined && flow.timing !== 'scheduled') {
        report('LNG022', `Only \`scheduled\` takes a timetable, not \`${flow.timing}\`. Write timing scheduled "${flow.cron}", or remove the text.`, {
            node: flow,
            property: 'cron',
            write: '',
        });
        return;
    }
    const wrong = mistakeOfCron(flow.cron);
    if (wrong !== undefined) report('LNG022', wrong, { node: flow, property: 'cron', choices: ['"0 3 * * *"', '"0 * * * *"', '"0 6 * * 1"'] });
}

export const timetableChecks: CheckTable = { Flow: [timetable as Check] };
