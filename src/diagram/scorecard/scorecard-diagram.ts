import type { CrmModel, View } from '../../model/crm-model.ts';
import { audienceTitles } from '../audience.ts';
import { targetMet } from '../parts/bullet-bar.ts';
import type { PageDiagram } from '../parts/page.ts';
import { leastContent, part, viewSheet, wordsBlock } from '../parts/page.ts';
import type { Sheet } from '../sheet.ts';
import { reviewFact } from '../words/review-words.ts';
import { countWords, moneyWords } from '../words/value-words.ts';
import type { Counted } from './initiative-columns.ts';
import { initiativeColumns } from './initiative-columns.ts';
import { initiativeTable } from './initiative-table.ts';
import { metricColumns, metricTable } from './metric-table.ts';
import type { Sum } from './returns.ts';
import { monthWords, returnOf, sumsOf } from './returns.ts';
import type { ScorecardContent } from './scorecard-content.ts';
import { scorecardContent } from './scorecard-content.ts';
import { scorecardLegend } from './scorecard-legend.ts';

/** Metrics by goal with their bars, and initiatives with their return. */
export function scorecardDiagram(model: CrmModel, view: View): PageDiagram<'scorecard'> {
    const content = scorecardContent(model, view);
    const counted = content.initiatives.map((initiative): Counted => ({ initiative, result: returnOf(initiative, model.map.currency) }));
    const sums = sumsOf(counted.filter(({ initiative }) => initiative.status !== 'dropped').map(({ result }) => result));
    const wanted = Math.max(metricColumns(model, content.metrics, leastContent).width, initiativeColumns(model, counted, sums, leastContent).width);
    const isEmpty = content.groups.length === 0 && counted.length === 0;
    const page = { kind: 'scorecard', sheet: sheetOf(model, view, content, sums), contentWidth: wanted, showTitle: !view.hide.includes('title') } as const;
    if (isEmpty) {
        return { ...page, parts: part(wordsBlock(emptyWords(model), wanted), 24) };
    }
    const metrics =
        content.groups.length === 0
            ? wordsBlock('No metric is part of this view.', wanted)
            : metricTable(model, content, metricColumns(model, content.metrics, wanted));
    const initiatives =
        counted.length === 0
            ? wordsBlock('No initiative is part of this view.', wanted)
            : initiativeTable(model, counted, sums, initiativeColumns(model, counted, sums, wanted));
    return {
        ...page,
        parts: [
            ...part(metrics, 12),
            ...part(initiatives, 28),
            ...(view.hide.includes('legend') ? [] : part(scorecardLegend(content.metrics, counted, wanted), 16)),
        ],
    };
}

function emptyWords(model: CrmModel): string {
    return model.goals.length + model.metrics.length + model.initiatives.length === 0
        ? 'This map has no goals, metrics or initiatives yet. Write one: metric repeatRate "Repeat purchase rate" { unit percent baseline 24 current 27 target 32 }'
        : 'No goal, metric or initiative matches what this view includes and excludes.';
}

function sheetOf(model: CrmModel, view: View, content: ScorecardContent, sums: readonly Sum[]): Sheet {
    const review = reviewFact(model.map);
    const audience = audienceTitles(model, view);
    return {
        ...viewSheet(view),
        role: 'scorecard',
        caption: model.map.title,
        title: view.title ?? 'Scorecard',
        purpose: view.purpose ?? model.map.purpose,
        description: describe(content, sums),
        facts: [
            ...(audience.length > 0 ? [{ caption: 'For', value: audience.join(', ') }] : []),
            { caption: 'Shows', value: countWords(content.metrics.length, 'metric'), second: countWords(content.initiatives.length, 'initiative') },
            ...(review === undefined ? [] : [review]),
        ],
    };
}

/** `4 metrics, 2 goals and 2 initiatives. 0 of 4 targets are met. The initiatives cost EUR 52 000 and bring EUR 118 000 a year; payback 5.3 months.` */
function describe({ metrics, goals, initiatives }: ScorecardContent, sums: readonly Sum[]): string {
    const judged = metrics.flatMap((metric) => targetMet(metric) ?? []);
    const met = judged.length === 0 ? '' : ` ${judged.filter((one) => one).length} of ${countWords(judged.length, 'target')} met.`;
    const money = sums.map((sum) => {
        const words = (amount: number): string => moneyWords({ amount, ...(sum.currency === '' ? {} : { currency: sum.currency }) });
        const payback = sum.months === undefined ? '' : `; payback ${monthWords(sum.months)}`;
        return ` The initiatives cost ${words(sum.cost)} and bring ${words(sum.benefit)} a year${payback}.`;
    });
    return `${countWords(metrics.length, 'metric')}, ${countWords(goals.length, 'goal')} and ${countWords(initiatives.length, 'initiative')}.${met}${money.join('')}`;
}
