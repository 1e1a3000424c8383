import type { ErrorStep, Flow } from '../../model/crm-model.ts';
import { capitalised } from './value-words.ts';

/** Words of the language that do not become plain words by changing hyphens into spaces. */
const special: Readonly<Record<string, string>> = {
    crm: 'CRM',
    erp: 'ERP',
    cdp: 'CDP',
    mdm: 'MDM',
    oauth: 'OAuth',
    'api-key': 'API key',
    'mutual-tls': 'Mutual TLS',
    none: 'None',
    'request-reply': 'Request\u2013reply',
    'remote-call-in': 'Remote call-in',
    'ui-update': 'UI update',
    'real-time': 'Real-time',
    'near-real-time': 'Near-real-time',
    it: 'IT',
    'crm-data': 'CRM data',
    'non-null': 'Non-null',
    'e-commerce': 'E-commerce',
};

/** A word of the language as a label with a capital: `point-of-sale` is `Point of sale`, `oauth` is `OAuth`. */
export function label(word: string): string {
    return Object.hasOwn(special, word) ? (special[word] as string) : capitalised(word.replaceAll('-', ' '));
}

/** The same inside a sentence: `point of sale`, `CRM`, `API key`. */
export function plainWords(word: string): string {
    const text = label(word);
    const [first = '', second = ''] = text;
    const isAbbreviation = second !== '' && second === second.toUpperCase() && second !== second.toLowerCase();
    return isAbbreviation ? text : first.toLowerCase() + text.slice(first.length);
}

/**
 * What happens on an error: `Retry ×5, then dead-letter`, `Alert Growth`; nothing where it is not stated.
 * `teamTitle` turns a team's id into its title.
 */
export function errorWords(flow: Pick<Flow, 'errors'>, teamTitle: (id: string) => string): string | undefined {
    const steps = flow.errors.map((step) => stepWords(step, teamTitle));
    return steps.length === 0 ? undefined : capitalised(steps.map((step, index) => (index === 0 ? step : `${joint(steps, index)}${step}`)).join(''));
}

function joint(steps: readonly string[], index: number): string {
    const alert = steps[index]?.startsWith('alert ') === true;
    return alert ? ', ' : ', then ';
}

function stepWords(step: ErrorStep, teamTitle: (id: string) => string): string {
    const times = step.times === undefined ? '' : `\u00a0\u00d7${step.times}`;
    const team = step.team === undefined ? '' : ` ${teamTitle(step.team)}`;
    return step.action + times + team;
}
