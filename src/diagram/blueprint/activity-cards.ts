import type { Activity, CrmModel } from '../../model/crm-model.ts';
import type { IconName } from '../icon-names.ts';
import type { JourneyColumn, JourneyGrid } from '../journey/journey-grid.ts';
import { cardInset } from '../journey/journey-grid.ts';
import { modeIcons } from '../lifecycle/activity-cards.ts';
import type { Block, Mark } from '../marks.ts';
import type { StyleName } from '../style-names.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import { durationWords } from '../words/value-words.ts';
import type { Activities } from './blueprint-parts.ts';
import { spineInset } from './blueprint-parts.ts';

const gap = 8;
/** Between a line that passes and a card, in px. */
const besides = 8;
const inner = 8;

/** The icon of how an activity is done, and its colour; nothing where it is not stated. */
export function modeIcon(mode: Activity['mode']): { readonly icon: IconName; readonly colour: StyleName } | undefined {
    const [icon, colour] = mode === undefined ? [] : modeIcons[mode];
    return icon === undefined || colour === undefined ? undefined : { icon, colour };
}

/** The activities of the lifecycle stages that each journey stage is in, without doubles. */
export function activitiesOf(model: CrmModel, within: readonly string[]): readonly Activity[] {
    const stages = model.lifecycles.flatMap((lifecycle) => lifecycle.stages);
    return [...new Set(within)].flatMap((id) => stages.find((stage) => stage.id === id)?.activities ?? []);
}

/**
 * The company's activities below each stage, dealt out over its columns from left to right. Where `passes` says that a line goes
 * through a column, its cards stand right of it.
 */
export function activityCards(grid: JourneyGrid, model: CrmModel, passes: (column: JourneyColumn) => boolean): Activities {
    const cards: Activities['cards'][number][] = [];
    let bottom = 0;
    for (const span of grid.stages) {
        const next = span.columns.map(() => 0);
        activitiesOf(model, span.stage.within).forEach((activity) => {
            // A column through which a line goes is narrower: it takes a card only when the others are a card ahead.
            const cost = span.columns.map((own, index) => (next[index] ?? 0) + (passes(own) ? 40 : 0));
            const at = cost.indexOf(Math.min(...cost));
            const least = next[at] ?? 0;
            const column = span.columns[at];
            if (column === undefined) {
                return;
            }
            const x = passes(column) ? column.x + cardInset + spineInset + besides : column.x + 4;
            const block = activityCard(activity, model, column.x + column.width - 4 - x);
            cards.push({ x, y: least, block });
            next[at] = least + block.height + gap;
            bottom = Math.max(bottom, least + block.height);
        });
    }
    return { cards, height: bottom };
}

/** How it is done on line one, as a touchpoint's card has its channel; then what, in which systems, and for how long. */
function activityCard(activity: Activity, model: CrmModel, width: number): Block {
    const mode = modeIcon(activity.mode);
    const room = width - 2 * inner;
    const titles = new Map(model.systems.map((system) => [system.id, system.title]));
    const systems = activity.systems.flatMap((id) => titles.get(id) ?? []);
    const words = [
        ...(systems.length > 0 ? [`in ${systems.join(', ')}`] : []),
        ...(activity.takes === undefined ? [] : [`takes ${durationWords(activity.takes)}`]),
    ];
    const name = wrapText(activity.title, room, fontOf('entity'));
    const small = words.flatMap((text) => wrapText(text, room, fontOf('small')));
    const first = mode === undefined ? 20 : 38;
    const lastName = first + (Math.max(1, name.length) - 1) * 15;
    const height = Math.max(32, Math.ceil((lastName + (small.length === 0 ? 0 : 1) + small.length * 14 + 10) / 4) * 4);
    const marks: Mark[] = [
        { type: 'rect', x: 0, y: 0, width, height, radius: 8, style: 'card' },
        ...(mode === undefined
            ? []
            : ([
                  { type: 'icon', icon: mode.icon, x: inner - 1, y: 7, scale: 0.9, style: ['icon', mode.colour] },
                  { type: 'text', x: inner + 20, y: 19, text: activity.mode ?? '', style: 'small' },
              ] as const)),
        ...textLines(name, inner, first, 15, 'entity'),
        ...textLines(small, inner, lastName + 15, 14, 'small'),
    ];
    const label = [activity.title, ...(activity.mode === undefined ? [] : [activity.mode]), ...words].join(', ');
    return { width, height, marks: [{ type: 'group', thing: { kind: 'activity', id: activity.id, label }, marks }] };
}
