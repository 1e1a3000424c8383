import type { CrmModel, View } from '../../model/crm-model.ts';
import { audienceTitles } from '../audience.ts';
import type { Block } from '../marks.ts';
import type { PageDiagram, PagePart } from '../parts/page.ts';
import { leastContent, part, viewSheet, wordsBlock } from '../parts/page.ts';
import type { Sheet } from '../sheet.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import { reviewFact } from '../words/review-words.ts';
import { countWords, percentWords } from '../words/value-words.ts';
import { activityCards } from './activity-cards.ts';
import { funnel } from './funnel.ts';
import { journeyRows } from './journey-rows.ts';
import type { LifecycleContent } from './lifecycle-content.ts';
import { lifecycleContent } from './lifecycle-content.ts';
import { lifecycleLegend } from './lifecycle-legend.ts';
import { reachWords } from './reach.ts';
import { stageChevrons } from './stage-chevrons.ts';
import type { StageColumns, StageSection } from './stage-columns.ts';
import { stageColumns, stageSection } from './stage-columns.ts';
import { stageMetrics } from './stage-metrics.ts';

/** The stages of a lifecycle with all that is said of them; undefined where the view names no lifecycle of the model. */
export function lifecycleDiagram(model: CrmModel, view: View): PageDiagram<'lifecycle'> | undefined {
    const lifecycle = view.of === undefined ? model.lifecycles[0] : model.lifecycles.find(({ id }) => id === view.of?.id);
    if (lifecycle === undefined) {
        return undefined;
    }
    const content = lifecycleContent(model, view, lifecycle);
    const page = { kind: 'lifecycle', sheet: sheetOf(model, view, content), showTitle: !view.hide.includes('title') } as const;
    if (content.stages.length === 0) {
        const words =
            lifecycle.stages.length === 0
                ? 'This lifecycle has no stages yet. Write one: stage attract "Attract" { converts 6 percent }'
                : 'No stage matches what this view includes and excludes.';
        return { ...page, contentWidth: leastContent, parts: part(wordsBlock(words, leastContent), 24) };
    }
    const columns = stageColumns(model, content);
    const { parts, missing, hasDashes } = sectionsOf(model, view, content, columns);
    return {
        ...page,
        contentWidth: columns.width,
        parts: [
            { block: stageChevrons(content.stages, columns), above: 20 },
            ...parts,
            ...part(wordsBelow(missing, leftOut(content), hiddenJourneys(model, view, content), columns.width), 0),
            ...(view.hide.includes('legend') ? [] : part(lifecycleLegend(model, view, content, hasDashes, columns.width), 0)),
        ],
    };
}

interface Sections {
    readonly parts: readonly PagePart[];
    /** What no stage states. */
    readonly missing: readonly string[];
    readonly hasDashes: boolean;
}

function sectionsOf(model: CrmModel, view: View, content: LifecycleContent, columns: StageColumns): Sections {
    const { stages } = content;
    const row = (caption: string, place: Pick<StageSection, 'top' | 'bottom' | 'baseline'>, cells: readonly (Block | undefined)[]): Block | undefined =>
        cells.every((cell) => cell === undefined) ? undefined : stageSection({ caption, ...place, cells }, columns);
    const sections: readonly (readonly [string, Block | undefined])[] = [
        ['conversion', stages.some(({ stage }) => stage.converts !== undefined) ? funnel(stages, columns) : undefined],
        [
            'activities',
            row(
                'Activities',
                { top: 12, bottom: 16, baseline: 21 },
                stages.map((one) => activityCards(model, view, one, columns.cellWidth)),
            ),
        ],
        [
            'metrics',
            row(
                'Metric',
                { top: 16, bottom: 14, baseline: 10 },
                stages.map((one) => stageMetrics(one.metrics, columns.cellWidth - 6, model.map.currency)),
            ),
        ],
        [
            'exit criteria',
            row(
                'Exit criteria',
                { top: 10, bottom: 14, baseline: 14 },
                stages.map(({ stage }) => textBlock(stage.exit, columns.cellWidth)),
            ),
        ],
        ['journey stages', content.journeys.length === 0 ? undefined : journeyRows(content.journeys, columns, view.overlays.includes('pain'))],
    ];
    return {
        parts: sections.flatMap(([, block]) => (block ? part(block, 0) : [])),
        missing: sections.filter(([, block]) => block === undefined).map(([name]) => name),
        hasDashes: hasDashes(content),
    };
}

function hasDashes({ stages, journeys }: LifecycleContent): boolean {
    const isMixed = (states: readonly boolean[]): boolean => states.includes(true) && states.includes(false);
    return (
        isMixed(stages.map(({ stage }) => stage.objective !== undefined)) ||
        isMixed(stages.map(({ stage }) => stage.activities.length > 0)) ||
        isMixed(stages.map(({ metrics }) => metrics.length > 0)) ||
        isMixed(stages.map(({ stage }) => stage.exit !== undefined)) ||
        stages.some(({ stage }) => stage.activities.some(({ mode }) => mode === undefined)) ||
        journeys.some((row) => row.stages.some((inside) => inside.length === 0))
    );
}

function textBlock(text: string | undefined, width: number): Block | undefined {
    const lines = wrapText(text ?? '', width, fontOf('body'));
    return lines.length === 0 ? undefined : { width, height: 18 + (lines.length - 1) * 16, marks: textLines(lines, 0, 14, 16, 'body') };
}

function leftOut({ lifecycle, stages }: LifecycleContent): readonly string[] {
    const shown = new Set(stages.map(({ stage }) => stage.id));
    return lifecycle.stages.filter(({ id }) => !shown.has(id)).map(({ title }) => title);
}

/** The journeys in these stages that are of other people than the view is for. */
function hiddenJourneys(model: CrmModel, view: View, content: LifecycleContent): readonly string[] {
    const shown = new Set(content.journeys.map(({ journey }) => journey));
    return lifecycleContent(model, { ...view, audience: [] }, content.lifecycle).journeys.flatMap(({ journey }) => (shown.has(journey) ? [] : [journey.title]));
}

/** What no stage states, and which stages and journeys the view leaves out. */
function wordsBelow(missing: readonly string[], stages: readonly string[], journeys: readonly string[], width: number): Block {
    const unstated = missing.filter((name) => name !== 'journey stages' || journeys.length === 0);
    const texts = [
        ...(unstated.length === 0 ? [] : [`Not stated for any stage: ${unstated.join(', ')}.`]),
        ...(journeys.length === 0 ? [] : [`Left out because they are of other people: ${journeys.join(', ')}.`]),
        ...(stages.length === 0 ? [] : [`Left out of this view: ${stages.join(', ')}. The numbers of those who are left count these stages, too.`]),
    ];
    const lines = texts.flatMap((text) => wrapText(text, width, fontOf('small')));
    return { width, height: lines.length === 0 ? 0 : lines.length * 16 + 10, marks: textLines(lines, 0, 12, 16, 'small') };
}

function sheetOf(model: CrmModel, view: View, content: LifecycleContent): Sheet {
    const review = reviewFact(model.map);
    const { lifecycle, stages } = content;
    const activities = stages.flatMap(({ stage }) => stage.activities);
    const owner = model.teams.find(({ id }) => id === lifecycle.owner)?.title;
    const audience = audienceTitles(model, view);
    const count = countWords(lifecycle.stages.length, 'stage');
    return {
        ...viewSheet(view),
        role: 'customer lifecycle',
        caption: `${model.map.title}  \u00b7  Lifecycle`,
        title: view.title ?? lifecycle.title,
        purpose: view.purpose ?? model.map.purpose,
        description: describe(content),
        facts: [
            ...(audience.length > 0 ? [{ caption: 'For', value: audience.join(', ') }] : []),
            ...(owner === undefined ? [] : [{ caption: 'Owner', value: owner }]),
            {
                caption: 'Shows',
                value: stages.length === lifecycle.stages.length ? count : `${stages.length} of ${count}`,
                second: countWords(activities.length, 'activity', 'activities'),
            },
            ...(review === undefined ? [] : [review]),
        ],
    };
}

/** `5 stages, 7 activities, 4 of them automated. Of 1 000 who enter Lead generation, 7 reach Support. The lowest rate is 6 %, at Lead generation.` */
function describe(content: LifecycleContent): string {
    const { stages } = content;
    const without = leftOut(content);
    const activities = stages.flatMap(({ stage }) => stage.activities);
    const automated = activities.filter(({ mode }) => mode === 'automated').length;
    const counts = `${countWords(stages.length, 'stage')}, ${countWords(activities.length, 'activity', 'activities')}${automated === 0 ? '' : `, ${automated} of them automated`}.`;
    const last = stages.filter(({ reached }) => reached !== undefined).at(-1);
    const reach =
        last?.reached === undefined || last === stages[0]
            ? ''
            : ` Of 1\u00a0000 who enter the first stage, ${reachWords(last.reached)} reach ${last.stage.title}.`;
    const rated = stages.flatMap(({ stage }) => (stage.converts === undefined ? [] : [{ title: stage.title, rate: stage.converts }]));
    const lowest = rated.reduce<(typeof rated)[number] | undefined>((least, one) => (least === undefined || one.rate < least.rate ? one : least), undefined);
    return `${counts}${reach}${lowest === undefined ? '' : ` The lowest rate is ${percentWords(lowest.rate)}, at ${lowest.title}.`}${without.length === 0 ? '' : ` The view leaves out ${without.join(', ')}.`}`;
}
