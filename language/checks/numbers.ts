import type { AstNode } from 'langium';
import type * as ast from '../generated/ast.ts';
import type { Check, CheckContext, CheckTable } from './check.ts';

interface Range {
    readonly from: number;
    readonly to?: number;
    readonly whole?: boolean;
    readonly what: string;
}

const above = Number.MIN_VALUE;

/** LNG024: a number of a node stands within its bounds. */
function within(property: string, range: Range): Check {
    return (node: AstNode, context: CheckContext) => {
        const value = (node as unknown as Readonly<Record<string, unknown>>)[property];
        if (typeof value === 'number') checkRange(value, range, { node, property }, context);
    };
}

function checkRange(
    value: number,
    { from, to = Number.POSITIVE_INFINITY, whole = false, what }: Range,
    place: { node: AstNode; property: string },
    { report }: CheckContext,
): void {
    if (value >= from && value <= to && (!whole || Number.isInteger(value))) return;
    const kind = whole ? 'a whole number' : 'a number';
    const bounds =
        to !== Number.POSITIVE_INFINITY ? ` from ${from} to ${to}` : from === above ? ' above 0' : from === 0 ? ', not below 0' : `, at least ${from}`;
    const least = from === above ? 1 : from;
    const near = Math.min(Math.max(whole ? Math.round(value) : value, least), to);
    report('LNG024', `${what} is ${kind}${bounds}, not ${value}.`, { ...place, write: String(near) });
}

/** LNG024: a share of a whole. */
function share(property: string, what: string): Check {
    return (node: AstNode, context: CheckContext) => {
        const percent = (node as unknown as Readonly<Record<string, ast.Percent | undefined>>)[property];
        if (typeof percent?.amount === 'number') checkRange(percent.amount, { from: 0, to: 100, what }, { node: percent, property: 'amount' }, context);
    };
}

export const numberChecks: CheckTable = {
    Touchpoint: [within('emotion', { from: -2, to: 2, whole: true, what: 'An emotion' }), share('abandons', 'The share that abandons')],
    Segment: [within('size', { from: 0, whole: true, what: 'The size of a segment' }), share('share', 'A share')],
    Persona: [share('share', 'A share')],
    LifecycleStage: [share('converts', 'The share that converts')],
    System: [within('users', { from: 0, whole: true, what: 'The number of users' })],
    Limit: [within('amount', { from: above, what: 'A limit' })],
    Volume: [within('amount', { from: above, what: 'A volume' })],
    Duration: [within('amount', { from: above, what: 'A length of time' })],
    Money: [within('amount', { from: 0, what: 'An amount of money' })],
    ErrorStep: [within('times', { from: 1, whole: true, what: 'The number of retries' })],
    Evidence: [within('sample', { from: 1, whole: true, what: 'A sample' })],
};
