import { type Style, styleNames } from '../../diagram/style-names.ts';
import { lightPalette, type Palette } from '../../render/palette.ts';
import { theme } from '../../render/theme.ts';

/** How a mark looks, in values that any program knows. */
export interface Look {
    readonly fill?: string;
    readonly stroke?: string;
    readonly width?: number;
    readonly dash?: string;
    readonly size?: number;
    readonly isBold: boolean;
    readonly isItalic: boolean;
    /** Whether lines end and turn round. */
    readonly isRound: boolean;
}

const order = new Map(theme.map(([name], index) => [name, index]));
const declarationsOf = new Map(theme);

/** The look of a style, in the light colours unless others are given: what stands later in the theme wins. */
export function lookOf(style: Style | undefined, palette: Palette = lightPalette): Look {
    const names = [...styleNames(style)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
    const values = new Map<string, string>();
    for (const name of names) {
        for (const [property, value] of declarationsOf.get(name) ?? []) {
            if (typeof value === 'string') values.set(property, value);
            // The hatch of what retires, and the shade beside a pinned column, have no match elsewhere.
            else if ('colour' in value) values.set(property, palette[value.colour]);
        }
    }
    const plain = (property: string): string | undefined => (values.get(property) === 'none' ? undefined : values.get(property));
    const number = (property: string): number | undefined => (values.has(property) ? Number.parseFloat(values.get(property) ?? '') : undefined);
    return {
        fill: plain('fill'),
        stroke: plain('stroke'),
        width: number('stroke-width'),
        dash: plain('stroke-dasharray'),
        size: number('font-size'),
        isBold: (number('font-weight') ?? 400) >= 600,
        isItalic: values.get('font-style') === 'italic',
        isRound: values.get('stroke-linecap') === 'round',
    };
}
