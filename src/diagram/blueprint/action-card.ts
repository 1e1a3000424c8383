import type { Journey, Touchpoint } from '../../model/crm-model.ts';
import { cardWidth } from '../journey/journey-grid.ts';
import type { Block, Mark } from '../marks.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import { durationWords, percentWords } from '../words/value-words.ts';

const inner = 10;
const actionIndent = 16;
const leastHeight = 56;

/** What a customer, or the company, does at a touchpoint: 116 wide, and as high as its words need. */
export function actionCard(touchpoint: Touchpoint, journey: Journey, options: { readonly labels: boolean }): Block {
    const marks: Mark[] = [];
    const room = cardWidth - 2 * inner;
    const name = wrapText(touchpoint.title, room, fontOf('name'));
    let top = 22;
    if (touchpoint.momentOfTruth) {
        marks.push({ type: 'icon', icon: 'star', x: cardWidth - 22, y: 8, scale: 1.15, style: 'fill-amber' });
        top = 34;
    }
    marks.push(...textLines(name, inner, top, 15, 'name'));
    let bottom = top + (Math.max(1, name.length) - 1) * 15;
    for (const action of touchpoint.actions) {
        const lines = wrapText(action, room - actionIndent, fontOf('small'));
        marks.push({ type: 'icon', icon: 'action', x: inner - 2, y: bottom + 7, scale: 0.8, style: ['icon', 'stroke-ink3'] });
        marks.push(...textLines(lines, inner + actionIndent, bottom + 17, 13, ['small', 'fill-ink2']));
        bottom += 17 + (lines.length - 1) * 13;
    }
    for (const fact of [...factsOf(touchpoint), ...(options.labels ? repeatsOf(journey, touchpoint) : [])]) {
        const lines = wrapText(fact, room, fontOf('small'));
        marks.push(...textLines(lines, inner, bottom + 17, 13, 'small'));
        bottom += 17 + (lines.length - 1) * 13;
    }
    const height = Math.max(leastHeight, Math.ceil((bottom + 14) / 4) * 4);
    const label = [touchpoint.title, `done by the ${touchpoint.by ?? 'customer'}`, ...(touchpoint.momentOfTruth ? ['moment of truth'] : [])].join(', ');
    const ground: Mark = {
        type: 'rect',
        x: 0,
        y: 0,
        width: cardWidth,
        height,
        radius: 8,
        style: touchpoint.momentOfTruth ? ['card', 'moment-of-truth'] : 'card',
    };
    return { width: cardWidth, height, marks: [{ type: 'group', thing: { kind: 'touchpoint', id: touchpoint.id, label }, marks: [ground, ...marks] }] };
}

function factsOf(touchpoint: Touchpoint): string[] {
    return [
        ...(touchpoint.takes ? [`takes ${durationWords(touchpoint.takes)}`] : []),
        ...(touchpoint.abandons === undefined ? [] : [`${percentWords(touchpoint.abandons)} leave here`]),
    ];
}

/** The words of ways from a touchpoint to itself stand on its card. */
function repeatsOf(journey: Journey, touchpoint: Touchpoint): string[] {
    return journey.ways.filter((way) => way.from === touchpoint.id && way.to === touchpoint.id).flatMap((way) => (way.when ? [`again: ${way.when}`] : []));
}
