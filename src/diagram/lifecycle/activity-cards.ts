import type { Activity, CrmModel, View } from '../../model/crm-model.ts';
import { stackBlocks } from '../block.ts';
import type { IconName } from '../icon-names.ts';
import type { Block, Mark } from '../marks.ts';
import { systemNote } from '../overlay-words.ts';
import type { StyleName } from '../style-names.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import { durationWords } from '../words/value-words.ts';
import type { StageContent } from './lifecycle-content.ts';

const textX = 32;
const small = ['small', 'fill-ink2'] as const;

/** How each mode is drawn. */
export const modeIcons: Readonly<Record<NonNullable<Activity['mode']>, readonly [IconName, StyleName]>> = {
    automated: ['automated', 'stroke-blue'],
    assisted: ['assisted', 'stroke-ink2'],
    manual: ['manual', 'stroke-ink2'],
};

/** The activities of a stage as cards below each other; nothing where it has none. */
export function activityCards(model: CrmModel, view: Pick<View, 'overlays' | 'hide'>, { stage }: StageContent, width: number): Block | undefined {
    const whose = (activity: Activity): string | undefined =>
        view.overlays.includes('owner') ? (activity.owner ?? stage.owner) : activity.owner === stage.owner ? undefined : activity.owner;
    const cards = stage.activities.map((activity) => activityCard(model, view, activity, whose(activity), width));
    return cards.length === 0 ? undefined : stackBlocks(cards, 8);
}

function activityCard(model: CrmModel, view: Pick<View, 'overlays' | 'hide'>, activity: Activity, ownerId: string | undefined, width: number): Block {
    const room = width - textX - 8;
    const title = wrapText(activity.title, room, fontOf('name'));
    const owner = model.teams.find(({ id }) => id === ownerId)?.title;
    const marks: Mark[] = textLines(title, textX, 21, 15, 'name');
    let y = 21 + (Math.max(1, title.length) - 1) * 15;
    const add = (text: string, icon: IconName | undefined): Mark[] => {
        const x = textX + (icon ? 15 : 0);
        const lines = wrapText(text, width - x - 8, fontOf(small));
        y += 17;
        const drawn: Mark[] = [
            ...(icon ? [{ type: 'icon', icon, x: textX - 1, y: y - 10, scale: 0.75, style: ['icon', 'stroke-ink3'] } as const] : []),
            ...textLines(lines, x, y, 14, small),
        ];
        y += (lines.length - 1) * 14;
        return drawn;
    };
    const systems = activity.systems.map((id) => ({ id, title: systemTitle(model, view, id) }));
    for (const { id, title: label } of systems) {
        marks.push({ type: 'group', thing: { kind: 'system', id, label }, inner: true, marks: add(label, undefined) });
    }
    if (activity.takes !== undefined && !view.hide.includes('facts')) {
        marks.push(...add(durationWords(activity.takes), 'time'));
    }
    if (owner !== undefined && !view.hide.includes('facts')) {
        marks.push(...add(owner, 'owner'));
    }
    const height = y + (y > 21 ? 11 : 13);
    const [icon, colour] = activity.mode === undefined ? [] : modeIcons[activity.mode];
    const sign: Mark =
        icon === undefined || colour === undefined
            ? { type: 'text', x: 18, y: 21, text: '–', anchor: 'middle', style: ['body', 'fill-ink3'] }
            : { type: 'icon', icon, x: 9, y: 9, style: ['icon', colour] };
    const card: Mark = { type: 'rect', x: 0, y: 0, width, height, radius: 8, style: 'card' };
    const label = [
        activity.title,
        [activity.mode, systems.length > 0 ? `in ${systems.map((system) => system.title).join(' and ')}` : undefined]
            .filter((text) => text !== undefined)
            .join(' '),
        activity.takes === undefined ? '' : `takes ${durationWords(activity.takes)}`,
        owner === undefined ? '' : `owner ${owner}`,
    ]
        .filter((text) => text !== '')
        .join(', ');
    return { width, height, marks: [{ type: 'group', thing: { kind: 'activity', id: activity.id, label }, marks: [card, sign, ...marks] }] };
}

/** With its state of life where that is no plain one, and what the overlays say of it; owners of activities stand on their cards. */
function systemTitle(model: CrmModel, { overlays }: Pick<View, 'overlays'>, id: string): string {
    const system = model.systems.find((other) => other.id === id);
    if (system === undefined) {
        return id;
    }
    const life = system.life === undefined || system.life === 'active' || overlays.includes('lifecycle') ? '' : `, ${system.life}`;
    const note = systemNote(model, { overlays: overlays.filter((overlay) => overlay !== 'owner') }, system);
    return `${system.title}${life}${note === '' ? '' : `: ${note}`}`;
}
