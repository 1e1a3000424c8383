import type { StyleName } from '../diagram/style-names.ts';
import type { Palette, PaletteName } from './palette.ts';
import { darkPalette, lightPalette } from './palette.ts';
import type { CssValue, Declarations } from './theme.ts';
import { fontFamily, theme } from './theme.ts';

export interface StyleSheetOptions {
    /** The id of the picture's root. */
    readonly id: string;
    readonly used: ReadonlySet<StyleName>;
    readonly theme: 'auto' | 'light' | 'dark';
    /** Whether the picture holds things that can be pointed at. */
    readonly things: boolean;
    /** Whether a text runs from right to left. */
    readonly bidi: boolean;
}

/**
 * The rules for the styles in use, each below the picture's id. Every colour stands twice, first as the literal of the light
 * palette (of the dark one where dark is forced), then as a variable, for programs that know no `var()`.
 */
export function styleSheet(options: StyleSheetOptions): string {
    const root = `#${options.id}`;
    const colours = new Set<PaletteName>(['canvas', 'ink']);
    const literal = options.theme === 'dark' ? darkPalette : lightPalette;
    const write = (declarations: Declarations): string =>
        declarations.map(([property, value]) => written(property, value, options.id, literal, colours)).join(';');

    const rules = theme.filter(([name]) => options.used.has(name)).map(([name, declarations]) => `${root} .${name}{${write(declarations)}}`);
    if (options.used.has('retiring')) {
        rules.push(`${root} .hatch-ground{${write([['fill', { colour: 'frame' }]])}}`);
        rules.push(`${root} .hatch-line{${write([['stroke', { colour: 'hair' }], ['stroke-width', '1']])}}`);
    }
    if (options.used.has('shade')) {
        rules.push(`${root} .shade-from{stop-color:#111B2B;stop-opacity:.1}`, `${root} .shade-to{stop-color:#111B2B;stop-opacity:0}`);
    }
    if (options.bidi) {
        rules.push(`${root} .bidi{unicode-bidi:plaintext}`);
    }
    if (options.things) {
        rules.push(...pointing(root, write));
    }
    const textFill = write([['fill', { colour: 'ink' }]]);
    return [
        `${root}{${variables(literal, colours)};fill:none;font-family:${fontFamily};font-size:12px}`,
        ...switches(root, options.theme, colours),
        `${root} text{${textFill}}`,
        ...rules,
    ].join('\n');
}

function pointing(root: string, write: (declarations: Declarations) => string): string[] {
    const blue = write([['stroke', { colour: 'blue' }]]);
    const outline = write([['outline', '2px solid']]);
    const outlineColour = write([['outline-color', { colour: 'blue' }]]);
    return [
        `${root} .n{cursor:pointer;outline:none}`,
        `${root} .n:focus-visible{${outline};${outlineColour};outline-offset:3px}`,
        `${root} .n:hover .card,${root} .n:focus-visible .card{${blue}}`,
        `${root} .n:hover .flow,${root} .n:focus-visible .flow{stroke-width:3}`,
    ];
}

function switches(root: string, chosen: StyleSheetOptions['theme'], colours: ReadonlySet<PaletteName>): string[] {
    const light = variables(lightPalette, colours);
    const dark = variables(darkPalette, colours);
    switch (chosen) {
        case 'light':
            return [];
        case 'dark':
            return [`@media print{${root}{${light}}}`];
        case 'auto':
            return [
                `@media screen and (prefers-color-scheme:dark){${root}:not(.light){${dark}}}`,
                `@media screen{${root}.dark{${dark}}${root}.light{${light}}}`,
            ];
    }
}

function variables(palette: Palette, colours: ReadonlySet<PaletteName>): string {
    return (Object.keys(palette) as PaletteName[])
        .filter((name) => colours.has(name))
        .map((name) => `--${name}:${palette[name]}`)
        .join(';');
}

function written(property: string, value: CssValue, id: string, literal: Palette, colours: Set<PaletteName>): string {
    if (typeof value === 'string') {
        return `${property}:${value}`;
    }
    if ('def' in value) {
        return `${property}:url(#${id}-${value.def})`;
    }
    colours.add(value.colour);
    return `${property}:${literal[value.colour]};${property}:var(--${value.colour})`;
}
