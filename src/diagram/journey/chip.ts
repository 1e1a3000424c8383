import type { Degree } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { IconName } from '../icon-names.ts';
import type { Block, Mark, ThingRef } from '../marks.ts';
import type { Style } from '../style-names.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, textWidth, wrapText } from '../text-metrics.ts';
import { meter, meterWidth } from './meter.ts';

export interface ChipMeter {
    readonly label: string;
    readonly degree: Degree;
    readonly colour: 'red' | 'green' | 'ink2';
}

export interface ChipLine {
    readonly icon?: IconName;
    readonly text: string;
    readonly style?: Style;
    /** Makes the line a thing of its own. */
    readonly thing?: ThingRef;
}

export interface ChipContent {
    readonly thing: ThingRef;
    readonly icon: IconName;
    readonly colour: 'red' | 'green';
    readonly title: string;
    readonly meters: readonly ChipMeter[];
    readonly lines: readonly ChipLine[];
}

/** A tinted card of a pain or an opportunity; it grows in height with its words. */
export function chip(content: ChipContent, width: number): Block {
    const isWide = width >= 200;
    const titleX = isWide ? 34 : 30;
    const bodyX = isWide ? 34 : 10;
    const title = wrapText(content.title, width - titleX - 8, fontOf('name'));
    const marks: Mark[] = [
        { type: 'icon', icon: content.icon, x: isWide ? 10 : 8, y: 9, style: ['icon', `stroke-${content.colour}`] },
        ...textLines(title, titleX, 21, 15, 'name'),
    ];
    let baseline = 21 + (Math.max(1, title.length) - 1) * 15;
    const small = ['small', 'fill-ink2'] as const;
    const measure = (text: string): number => textWidth(text, fontOf('small'));

    let x = bodyX;
    content.meters.forEach((item, index) => {
        const label = Math.ceil(measure(item.label)) + 6;
        const word = Math.ceil(measure(item.degree));
        const whole = label + meterWidth + 6 + word;
        const room = width - 8;
        if (index === 0 || x + whole > room) {
            baseline += 20;
            x = bodyX;
        }
        marks.push({ type: 'text', x, y: baseline, text: item.label, style: small });
        if (x + whole > room) {
            baseline += 16;
        } else {
            x += label;
        }
        marks.push(placeBlock(meter(item.degree, item.colour), x, baseline - 11));
        marks.push({ type: 'text', x: x + meterWidth + 6, y: baseline, text: item.degree, style: small });
        x += meterWidth + 6 + word + 18;
    });
    content.lines.forEach((item, index) => {
        const textX = bodyX + (item.icon ? 16 : 0);
        const style = item.style ?? small;
        const lines = wrapText(item.text, width - textX - 8, fontOf(style));
        baseline += index === 0 ? 21 : 18;
        const drawn: Mark[] = [
            ...(item.icon ? [{ type: 'icon', icon: item.icon, x: bodyX - 1, y: baseline - 11, scale: 0.8, style: ['icon', 'stroke-ink2'] } as const] : []),
            ...textLines(lines, textX, baseline, 14, style),
        ];
        marks.push(...(item.thing ? [{ type: 'group', thing: item.thing, inner: true, marks: drawn } as const] : drawn));
        baseline += (Math.max(1, lines.length) - 1) * 14;
    });
    const height = Math.ceil((baseline + 15) / 4) * 4;
    const ground: Mark = { type: 'rect', x: 0, y: 0, width, height, radius: 8, style: content.colour === 'red' ? 'tint-red' : 'tint-green' };
    return { width, height, marks: [{ type: 'group', thing: content.thing, marks: [ground, ...marks] }] };
}
