import type { CrmModel, Initiative } from '../../model/crm-model.ts';
import { stackBlocks } from '../block.ts';
import type { IconName } from '../icon-names.ts';
import type { Block, Mark } from '../marks.ts';
import { tableHead } from '../parts/table-head.ts';
import { line } from '../paths.ts';
import type { StyleName } from '../style-names.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import { countWords, dateWords } from '../words/value-words.ts';
import { label } from '../words/vocabulary-words.ts';
import type { Counted, InitiativeColumns } from './initiative-columns.ts';
import { amountWords, barWords, figureStyle, paybackStyle, paybackWords, roundedWords } from './initiative-columns.ts';
import type { Amount, Return, Sum } from './returns.ts';
import { monthWords } from './returns.ts';

const firstLine = 25;

/** The initiatives of a scorecard with what they cost and bring, and their sums. */
export function initiativeTable(model: CrmModel, counted: readonly Counted[], sums: readonly Sum[], columns: InitiativeColumns): Block {
    const [only, ...others] = sums;
    const note = only === undefined || only.currency === '' || others.length > 0 ? undefined : only.currency;
    const head = tableHead(
        'Return of initiatives',
        note,
        [
            { text: 'Initiative', x: 0, width: columns.titleWidth },
            { text: 'Status, due', x: columns.statusX, width: columns.statusWidth },
            { text: 'Cost and yearly benefit', x: columns.barX, width: columns.cost - columns.costWidth - 8 - columns.barX },
            { text: 'Cost', x: columns.cost, width: columns.costWidth, anchor: 'end' },
            { text: 'Per year', x: columns.benefit, width: columns.benefitWidth, anchor: 'end' },
            { text: 'Payback', x: columns.payback, width: columns.paybackWidth, anchor: 'end' },
        ],
        columns.width,
    );
    const scales = scalesOf(counted.map(({ result }) => result));
    const rows = counted.map((one) => initiativeRow(model, one, columns, scales, sums.length > 1));
    return stackBlocks([head, ...rows, ...sumRows(counted, sums, columns), notesBlock(counted, sums, columns.width)], 0);
}

/** The largest amount of each currency: its bar has the full width. */
function scalesOf(results: readonly Return[]): ReadonlyMap<string, number> {
    const scales = new Map<string, number>();
    for (const amount of results.flatMap(({ cost, benefit }) => [cost, benefit])) {
        if (amount) {
            scales.set(amount.currency, Math.max(scales.get(amount.currency) ?? 0, amount.amount));
        }
    }
    return scales;
}

function initiativeRow(model: CrmModel, one: Counted, columns: InitiativeColumns, scales: ReadonlyMap<string, number>, mixed: boolean): Block {
    const { initiative, result } = one;
    const words = wordsOf(model, initiative, columns);
    const status = statusOf(model, initiative, columns);
    const height = Math.max(72, words.bottom + 24, status.bottom + 24);
    const marks: Mark[] = [
        { type: 'rect', x: 0, y: 1, width: columns.width, height: height - 2, style: 'fill-canvas' },
        ...words.marks,
        ...status.marks,
        ...barMarks('cost', result.cost, columns, scales, firstLine - 11),
        ...barMarks('benefit', result.benefit, columns, scales, firstLine + 8),
        { type: 'text', x: columns.cost, y: firstLine + 1, text: amountWords(result.cost, mixed), anchor: 'end', style: figureStyle },
        { type: 'text', x: columns.benefit, y: firstLine + 1, text: amountWords(result.benefit, mixed), anchor: 'end', style: figureStyle },
        {
            type: 'text',
            x: columns.payback,
            y: firstLine + 1,
            text: paybackWords(result.payback),
            anchor: 'end',
            style: 'months' in result.payback ? paybackStyle : ['small', 'fill-ink2'],
        },
    ];
    const rule: Mark = { type: 'path', d: line(0, height, columns.width, height), style: 'hairline' };
    return { width: columns.width, height, marks: [{ type: 'group', thing: { kind: 'initiative', id: initiative.id, label: spoken(one) }, marks }, rule] };
}

interface Words {
    readonly marks: readonly Mark[];
    /** The last baseline. */
    readonly bottom: number;
}

/** Title, opportunities that it delivers, goals that it supports. */
function wordsOf(model: CrmModel, initiative: Initiative, columns: InitiativeColumns): Words {
    const titles = wrapText(initiative.title, columns.titleWidth, fontOf('card-title'));
    const marks: Mark[] = textLines(titles, 0, firstLine, 18, 'card-title');
    let y = firstLine + (Math.max(1, titles.length) - 1) * 18;
    const add = (icon: IconName, style: StyleName, text: string, isFirst: boolean): void => {
        const lines = wrapText(text, columns.titleWidth - 18, fontOf('body'));
        y += isFirst ? 19 : 20;
        marks.push({ type: 'icon', icon, x: -1, y: y - 11, scale: 0.85, style: ['icon', style] }, ...textLines(lines, 18, y, 16, 'body'));
        y += (lines.length - 1) * 16;
    };
    const opportunities = opportunityTitles(model, initiative);
    opportunities.forEach((title, index) => add('opportunity', 'stroke-green', title, index === 0));
    const goals = initiative.supports.map((id) => model.goals.find((goal) => goal.id === id)?.title ?? id);
    (goals.length > 0 ? goals : ['no goal stated']).forEach((title, index) => add('goal', 'stroke-ink2', title, opportunities.length === 0 && index === 0));
    return { marks, bottom: y };
}

/** The titles of the opportunities that an initiative delivers. */
function opportunityTitles(model: CrmModel, initiative: Initiative): readonly string[] {
    const all = model.journeys.flatMap(({ stages }) => stages.flatMap(({ touchpoints }) => touchpoints.flatMap(({ opportunities }) => opportunities)));
    return initiative.delivers.map((id) => all.find((opportunity) => opportunity.id === id)?.title ?? id);
}

function statusOf(model: CrmModel, initiative: Initiative, columns: InitiativeColumns): Words {
    const owner = model.teams.find(({ id }) => id === initiative.owner)?.title ?? 'no owner';
    const owners = wrapText(owner, columns.statusWidth, fontOf('body'));
    const due = initiative.due === undefined ? 'no date' : dateWords(initiative.due);
    return {
        marks: [
            { type: 'text', x: columns.statusX, y: firstLine, text: initiative.status === undefined ? 'No status' : label(initiative.status), style: 'name' },
            { type: 'text', x: columns.statusX, y: firstLine + 19, text: due, style: initiative.due === undefined ? ['body', 'fill-ink3'] : 'body' },
            ...textLines(owners, columns.statusX, firstLine + 39, 16, initiative.owner === undefined ? ['body', 'fill-ink3'] : 'body'),
        ],
        bottom: firstLine + 39 + (owners.length - 1) * 16,
    };
}

function barMarks(what: 'cost' | 'benefit', amount: Amount | undefined, columns: InitiativeColumns, scales: ReadonlyMap<string, number>, y: number): Mark[] {
    if (amount === undefined) {
        return [];
    }
    const most = scales.get(amount.currency) ?? 0;
    const width = most > 0 ? (Math.max(0, Math.min(most, amount.amount)) / most) * columns.barWidth : 0;
    return [
        { type: 'rect', x: columns.barX, y, width, height: 14, radius: Math.min(2, width / 2), style: what === 'cost' ? 'fill-ink2' : 'fill-green' },
        { type: 'text', x: columns.barX + width + 6, y: y + 11, text: barWords(what, amount), style: 'small' },
    ];
}

function sumRows(counted: readonly Counted[], sums: readonly Sum[], columns: InitiativeColumns): Block[] {
    const isDrawn = counted.filter(({ initiative }) => initiative.status !== 'dropped').length > 1;
    return (isDrawn ? sums : []).map((sum, index) => {
        const title = sums.length === 1 ? 'Together' : `Together in ${sum.currency === '' ? 'no stated currency' : sum.currency}`;
        const marks: Mark[] = [
            { type: 'text', x: 0, y: firstLine, text: title, style: 'card-title' },
            { type: 'text', x: columns.cost, y: firstLine, text: roundedWords(sum.cost), anchor: 'end', style: paybackStyle },
            { type: 'text', x: columns.benefit, y: firstLine, text: roundedWords(sum.benefit), anchor: 'end', style: paybackStyle },
            {
                type: 'text',
                x: columns.payback,
                y: firstLine,
                text: sum.months === undefined ? '–' : monthWords(sum.months),
                anchor: 'end',
                style: paybackStyle,
            },
            { type: 'path', d: line(0, 40, columns.width, 40), style: index === sums.length - 1 ? 'rule' : 'hairline' },
        ];
        return { width: columns.width, height: 40, marks };
    });
}

/** What the sums leave out, in words. */
function notesBlock(counted: readonly Counted[], sums: readonly Sum[], width: number): Block {
    const text = sumNotes(counted, sums).join(' ');
    const lines = wrapText(text, width, fontOf('small'));
    return { width, height: lines.length === 0 ? 0 : 12 + lines.length * 16, marks: textLines(lines, 0, 20, 16, 'small') };
}

/** Sentences on what is not in the sums. */
function sumNotes(counted: readonly Counted[], sums: readonly Sum[]): readonly string[] {
    const dropped = counted.filter(({ initiative }) => initiative.status === 'dropped');
    const rest = counted.filter(({ initiative }) => initiative.status !== 'dropped');
    if (rest.length < 2 || sums.length === 0) {
        return [];
    }
    const without = rest.filter(({ result }) => !result.cost || !result.benefit).map(({ initiative }) => initiative.title);
    const others = rest.filter(({ result }) => result.cost?.rhythm === 'yearly' || result.benefit?.rhythm === 'once').map(({ initiative }) => initiative.title);
    return [
        ...(sums.length > 1 ? ['Different currencies are not added up; the bars of each have a scale of their own.'] : []),
        ...(dropped.length > 0 ? [`The sums leave out ${countWords(dropped.length, 'dropped initiative')}.`] : []),
        ...(without.length > 0 ? [`Cost or benefit is not stated for ${without.join(', ')}.`] : []),
        ...(others.length > 0 ? [`Yearly costs and single benefits are not in the sums: ${others.join(', ')}.`] : []),
    ];
}

function spoken({ initiative, result }: Counted): string {
    const cost = result.cost && `cost ${amountWords(result.cost, true)}${result.cost.rhythm === 'yearly' ? ' a year' : ''}`;
    const benefit = result.benefit && `benefit ${amountWords(result.benefit, true)}${result.benefit.rhythm === 'yearly' ? ' a year' : ' once'}`;
    const payback = 'months' in result.payback ? `payback ${monthWords(result.payback.months)}` : undefined;
    const parts = [initiative.status === undefined ? undefined : label(initiative.status).toLowerCase(), cost, benefit, payback].filter(
        (text) => text !== undefined,
    );
    return parts.length === 0 ? initiative.title : `${initiative.title}: ${parts.join(', ')}`;
}
