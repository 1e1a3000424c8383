import type { ColourName, StyleName, TextRole } from '../diagram/style-names.ts';
import { textRoles } from '../diagram/text-roles.ts';
import type { PaletteName } from './palette.ts';

/** The value of a property: a colour of the palette, a definition of the picture's own, or plain CSS. */
export type CssValue = { readonly colour: PaletteName } | { readonly def: 'hatch' | 'shade' } | string;

export type Declarations = readonly (readonly [property: string, value: CssValue])[];

export const fontFamily = '"Inter",-apple-system,BlinkMacSystemFont,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif';

const colours: readonly ColourName[] = [
    'canvas',
    'frame',
    'card',
    'sunk',
    'hair',
    'edge',
    'mark',
    'ink',
    'ink2',
    'ink3',
    'line',
    'inv',
    'blue',
    'violet',
    'red',
    'green',
    'amber',
];

const fill = (colour: PaletteName): readonly [string, CssValue] => ['fill', { colour }];
const stroke = (colour: PaletteName): readonly [string, CssValue] => ['stroke', { colour }];
const width = (value: string): readonly [string, CssValue] => ['stroke-width', value];
const dash = (value: string): readonly [string, CssValue] => ['stroke-dasharray', value];
const none: readonly [string, CssValue] = ['fill', 'none'];
const roundEnds: Declarations = [
    ['stroke-linecap', 'round'],
    ['stroke-linejoin', 'round'],
];

const shapes: readonly (readonly [StyleName, Declarations])[] = [
    ['card', [fill('card'), stroke('edge'), width('1')]],
    ['frame', [fill('frame')]],
    ['sunk', [fill('sunk')]],
    ['retiring', [['fill', { def: 'hatch' }], stroke('mark'), width('1.25'), dash('5 4')]],
    ['retired', [fill('sunk'), stroke('mark'), width('2'), dash('.1 4.5'), ['stroke-linecap', 'round']]],
    ['planned', [stroke('mark'), width('1.25'), dash('5 4')]],
    ['moment-of-truth', [stroke('amber'), width('2')]],
    ['emphasis', [stroke('ink'), width('1.5')]],
    ['tag-box', [fill('card'), stroke('mark'), width('1')]],
    ['plate', [fill('card'), stroke('edge'), width('1')]],
    ['label-plate', [fill('canvas')]],
    ['pill', [fill('ink')]],
    ['missing', [none, stroke('mark'), width('1'), dash('4 3')]],
    ['hairline', [none, stroke('hair'), width('1')]],
    ['rule', [none, stroke('ink'), width('1.5')]],
    ['dashed-line', [none, stroke('mark'), width('1.25'), dash('4 3')]],
    ['shade', [['fill', { def: 'shade' }]]],
    ['icon', [none, width('1.4'), ...roundEnds]],
    ['flow', [none, stroke('line'), width('1.75'), ['stroke-linejoin', 'round']]],
    ['flow-near-real-time', [dash('12 4 2 4')]],
    ['flow-scheduled', [dash('6 4')]],
    ['flow-manual', [dash('.1 5'), width('2.5'), ['stroke-linecap', 'round']]],
    ['flow-use', [stroke('ink3'), width('1.25')]],
    ['flow-head', [fill('line')]],
    ['hit', [none, ['stroke', '#000'], ['stroke-opacity', '0'], width('14')]],
    ['halo', [none, stroke('canvas'), width('8')]],
];

const details: readonly (readonly [StyleName, Declarations])[] = [
    ['fill-none', [none]],
    ['tint-blue', [fill('blue-tint')]],
    ['tint-red', [fill('red-tint')]],
    ['tint-green', [fill('green-tint')]],
    ['tint-amber', [fill('amber-tint')]],
    ['gap', [fill('gap')]],
    ...colours.map((colour) => [`fill-${colour}`, [fill(colour)]] as const),
    ['stroke-none', [['stroke', 'none']]],
    ...colours.map((colour) => [`stroke-${colour}`, [stroke(colour)]] as const),
    ['w1', [width('1')]],
    ['w125', [width('1.25')]],
    ['w15', [width('1.5')]],
    ['w175', [width('1.75')]],
    ['w2', [width('2')]],
    ['w25', [width('2.5')]],
    ['w3', [width('3')]],
    ['weight-400', [['font-weight', '400']]],
    ['weight-500', [['font-weight', '500']]],
    ['weight-600', [['font-weight', '600']]],
    ['weight-700', [['font-weight', '700']]],
    ['italic', [['font-style', 'italic']]],
    ['tabular', [['font-variant-numeric', 'tabular-nums']]],
    ['dash', [dash('4 3')]],
    ['round', roundEnds],
];

function roleDeclarations(role: TextRole): Declarations {
    const look = textRoles[role];
    return [
        fill(look.colour),
        ['font-size', `${look.size}px`],
        ...(look.weight === 400 ? [] : [['font-weight', String(look.weight)] as const]),
        ...(look.letterSpacing ? [['letter-spacing', `${look.letterSpacing}px`] as const] : []),
        ...(look.italic ? [['font-style', 'italic'] as const] : []),
        ...(look.tabular ? [['font-variant-numeric', 'tabular-nums'] as const] : []),
    ];
}

/** What each style name means, in the order of the rules: the later wins. */
export const theme: readonly (readonly [StyleName, Declarations])[] = [
    ...shapes,
    ...(Object.keys(textRoles) as TextRole[]).map((role) => [role, roleDeclarations(role)] as const),
    ...details,
];
