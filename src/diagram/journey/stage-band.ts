import type { Lifecycle } from '../../model/crm-model.ts';
import type { Mark } from '../marks.ts';
import { chevron } from '../paths.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import type { JourneyBand } from './journey-parts.ts';
import type { JourneyGrid, StageSpan } from './journey-grid.ts';
import { labelText } from './journey-grid.ts';

const point = 14;

interface StageText {
    readonly title: readonly string[];
    readonly objective: readonly string[];
    readonly lifecycle: readonly string[];
}

/** The stages as chevrons: title, objective and the lifecycle stages that they lie in; each line starts at the same height. `continues`: stages of another row come before. */
export function stageBand(grid: JourneyGrid, lifecycles: readonly Lifecycle[], continues = false): JourneyBand {
    const titles = new Map(lifecycles.flatMap((lifecycle) => lifecycle.stages.map((stage) => [stage.id, stage.title] as const)));
    const texts = grid.stages.map((span, index) => stageText(span, textX(span, index === 0 && !continues), titles));
    const most = (pick: (text: StageText) => readonly string[]): number => Math.max(0, ...texts.map((text) => pick(text).length));
    const isBare = [...texts].every((text) => text.objective.length + text.lifecycle.length === 0);
    // A title alone stands in the middle.
    const titleY = isBare && most((text) => text.title) < 2 ? 35 : 25;
    const objectiveY =
        titleY +
        (Math.max(
            1,
            most((text) => text.title),
        ) -
            1) *
            19 +
        19;
    const lifecycleY = objectiveY + most((text) => text.objective) * 16 + 2;
    const lines = most((text) => text.lifecycle);
    const bottom = lines > 0 ? lifecycleY + (lines - 1) * 14 : lifecycleY - 18;
    const height = Math.max(60, Math.ceil((bottom + 14) / 4) * 4);

    const marks = grid.stages.map((span, index): Mark => {
        const text = texts[index] as StageText;
        const x = textX(span, index === 0 && !continues);
        const objective = span.stage.objective === undefined ? '' : `: ${span.stage.objective}`;
        return {
            type: 'group',
            thing: { kind: 'stage', id: span.stage.id, label: `${span.stage.title}${objective}` },
            marks: [
                {
                    type: 'path',
                    d: chevron(span.x + 4, 0, span.width - 8, height, {
                        point: Math.min(point, span.width / 6),
                        start: index === 0 && !continues ? 'square' : 'notch',
                    }),
                    style: 'sunk',
                },
                ...textLines(text.title, x, titleY, 19, 'stage-title'),
                ...textLines(text.objective, x, objectiveY, 16, 'body'),
                ...textLines(text.lifecycle, x, lifecycleY, 14, 'small'),
            ],
        };
    });
    const label: Mark[] = [
        ...textLines(['Stage'], labelText, titleY, 16, 'name'),
        ...(most((text) => text.objective) > 0 ? textLines(['Objective'], labelText, objectiveY, 16, ['small', 'fill-ink2']) : []),
        ...(lines > 0 ? textLines(['In the lifecycle'], labelText, lifecycleY, 16, 'small') : []),
    ];
    return { label: { width: 0, height, marks: label }, body: { width: grid.width, height, marks } };
}

function textX(span: StageSpan, isSquare: boolean): number {
    return span.x + (span.width < 200 ? (isSquare ? 16 : 24) : 30);
}

function stageText(span: StageSpan, x: number, lifecycleTitles: ReadonlyMap<string, string>): StageText {
    const room = span.x + span.width - 4 - point - 4 - x;
    const within = span.stage.within.flatMap((id) => lifecycleTitles.get(id) ?? []);
    return {
        title: wrapText(span.stage.title, room, fontOf('stage-title')),
        objective: wrapText(span.stage.objective ?? '', room, fontOf('body')),
        lifecycle: wrapText(within.join(', '), room, fontOf('small')),
    };
}
