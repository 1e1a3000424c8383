import type { CrmModel, Journey, Touchpoint } from '../../model/crm-model.ts';
import type { CardOptions } from '../journey/touchpoint-card.ts';
import { durationFacts, repeatsOf } from '../journey/touchpoint-card.ts';
import { titleOf } from '../landscape/card-content.ts';
import type { Block, Mark } from '../marks.ts';
import { painWords } from '../overlay-words.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';

const inner = 10;
const actionIndent = 16;
const leastHeight = 56;

/** What a customer, or the company, does at a touchpoint: so many px wide, and as high as its words need. */
export function actionCard(touchpoint: Touchpoint, model: CrmModel, journey: Journey, width: number, options: CardOptions): Block {
    const marks: Mark[] = [];
    const room = width - 2 * inner;
    const starRoom = touchpoint.momentOfTruth ? 18 : 0;
    const name = wrapText(touchpoint.title, room - starRoom, fontOf('name'));
    const top = 22;
    if (touchpoint.momentOfTruth) {
        marks.push({ type: 'icon', icon: 'star', x: width - 22, y: 8, scale: 1.15, style: 'fill-amber' });
    }
    marks.push(...textLines(name, inner, top, 15, 'name'));
    let bottom = top + (Math.max(1, name.length) - 1) * 15;
    for (const action of touchpoint.actions) {
        const lines = wrapText(action, room - actionIndent, fontOf('small'));
        marks.push({ type: 'icon', icon: 'action', x: inner - 2, y: bottom + 7, scale: 0.8, style: ['icon', 'stroke-ink3'] });
        marks.push(...textLines(lines, inner + actionIndent, bottom + 17, 13, ['small', 'fill-ink2']));
        bottom += 17 + (lines.length - 1) * 13;
    }
    const pains = options.overlays.has('pain') ? painWords(touchpoint.pains) : '';
    const lines = [
        ...(options.facts ? durationFacts(touchpoint) : []),
        ...(options.labels ? repeatsOf(journey, touchpoint) : []),
        ...(options.overlays.has('owner') && touchpoint.owner !== undefined ? [`owner ${titleOf(model.teams, touchpoint.owner)}`] : []),
    ];
    for (const fact of lines) {
        const broken = wrapText(fact, room, fontOf('small'));
        marks.push(...textLines(broken, inner, bottom + 17, 13, 'small'));
        bottom += 17 + (broken.length - 1) * 13;
    }
    for (const { text, thing } of options.elsewhere?.get(touchpoint.id) ?? []) {
        const broken = wrapText(text, room, fontOf('small'));
        marks.push({ type: 'group', thing, inner: true, marks: textLines(broken, inner, bottom + 17, 13, ['small', 'fill-ink2']) });
        bottom += 17 + (broken.length - 1) * 13;
    }
    if (pains !== '') {
        const broken = wrapText(pains, room - actionIndent, fontOf('small'));
        marks.push({ type: 'icon', icon: 'pain', x: inner - 1, y: bottom + 6, scale: 0.85, style: ['icon', 'stroke-red'] });
        marks.push(...textLines(broken, inner + actionIndent, bottom + 17, 13, ['small', 'fill-ink2']));
        bottom += 17 + (broken.length - 1) * 13;
    }
    const height = Math.max(leastHeight, Math.ceil((bottom + 14) / 4) * 4);
    const label = [
        touchpoint.title,
        `done by the ${touchpoint.by ?? 'customer'}`,
        ...(touchpoint.momentOfTruth ? ['moment of truth'] : []),
        ...(pains === '' ? [] : [pains]),
    ].join(', ');
    const ground: Mark = { type: 'rect', x: 0, y: 0, width, height, radius: 8, style: touchpoint.momentOfTruth ? ['card', 'moment-of-truth'] : 'card' };
    return { width, height, marks: [{ type: 'group', thing: { kind: 'touchpoint', id: touchpoint.id, label }, marks: [ground, ...marks] }] };
}
