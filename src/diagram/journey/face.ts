import type { Mark } from '../marks.ts';
import type { StyleName } from '../style-names.ts';

const faceRadius = 11;
/** With its ring of canvas. */
export const faceReach = 13.5;

const mouths: Readonly<Record<string, string>> = {
    '-2': 'M-5 6.6Q0 .4 5 6.6M-5.8 -4.8L-2.6 -6.4M5.8 -4.8L2.6 -6.4',
    '-1': 'M-4.4 5.4Q0 1.6 4.4 5.4',
    '0': 'M-4 4H4',
    '1': 'M-4.4 2.6Q0 6.6 4.4 2.6',
    '2': 'M-5.4 2.2Q0 9.4 5.4 2.2z',
};

/** The nearest of the five faces for a value. */
export function faceValue(emotion: number): -2 | -1 | 0 | 1 | 2 {
    return (Math.max(-2, Math.min(2, Math.round(emotion))) || 0) as -2 | -1 | 0 | 1 | 2;
}

/** The face of an emotion from -2 to +2, its middle at the point: ±2 solid, ±1 outlined, 0 grey; the mouth tells the value. */
export function face(emotion: number, x: number, y: number): Mark {
    const value = faceValue(emotion);
    const colour = value < 0 ? 'red' : value > 0 ? 'green' : 'ink3';
    const isSolid = Math.abs(value) === 2;
    const features = isSolid ? 'inv' : colour;
    const ground: StyleName[] = isSolid ? [`fill-${colour}`] : ['fill-card', `stroke-${colour}`, 'w2'];
    const mouth: StyleName[] = value === 2 ? [`fill-${features}`] : [`stroke-${features}`, 'w15', 'round'];
    return {
        type: 'group',
        x,
        y,
        marks: [
            { type: 'circle', x: 0, y: 0, radius: faceReach, style: 'fill-canvas' },
            { type: 'circle', x: 0, y: 0, radius: faceRadius, style: ground },
            { type: 'circle', x: -3.6, y: -2.4, radius: 1.4, style: `fill-${features}` },
            { type: 'circle', x: 3.6, y: -2.4, radius: 1.4, style: `fill-${features}` },
            { type: 'path', d: mouths[String(value)] ?? '', style: mouth },
        ],
    };
}

/** A value of the scale with its sign: `+2`, `0`, `−1`. */
export function emotionWords(value: number): string {
    return value > 0 ? `+${value}` : value < 0 ? `\u2212${Math.abs(value)}` : '0';
}
