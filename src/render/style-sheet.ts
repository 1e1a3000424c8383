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

/** A selector below the root, and what it sets. */
type Rule = readonly [selector: string, declarations: Declarations];

/**
 * The rules for the styles in use, each below the picture's id. With the theme `auto` every colour stands twice: as the light
 * literal, and, for programs that know `var()`, as a variable, which the dark preference of the screen and the classes `dark` and
 * `light` on the root set. The variables stand in an `@supports` of their own: programs without them (resvg, for one) pass over it,
 * where a `var()` beside the literal would make them draw black. Print is always light.
 */
export function styleSheet(options: StyleSheetOptions): string {
    const root = `#${options.id}`;
    const rules = rulesOf(options);
    const base = `${root}{fill:none;font-family:${fontFamily};font-size:12px}`;
    const plain = (palette: Palette, some: readonly Rule[] = rules): string[] =>
        some.map(([selector, declarations]) =>
            ruleText(
                root,
                selector,
                declarations.map((one) => literal(one, options.id, palette)),
            ),
        );
    switch (options.theme) {
        case 'light':
            return [base, ...plain(lightPalette)].join('\n');
        case 'dark':
            return [base, ...plain(darkPalette), '@media print{', ...plain(lightPalette, painting(rules)), '}'].join('\n');
        case 'auto': {
            const dark = variables(darkPalette, rules);
            return [
                base,
                ...plain(lightPalette),
                '@supports (fill:var(--ink)){',
                `${root}{${variables(lightPalette, rules)}}`,
                `@media screen and (prefers-color-scheme:dark){${root}:not(.light){${dark}}}`,
                `@media screen{${root}.dark{${dark}}}`,
                ...painting(rules).map(([selector, declarations]) =>
                    ruleText(
                        root,
                        selector,
                        declarations.map((one) => variable(one) ?? literal(one, options.id, lightPalette)),
                    ),
                ),
                '}',
            ].join('\n');
        }
    }
}

/** What the rules say of colours, which a second sheet must repeat whole: a later rule may take an earlier one's fill away. */
function painting(rules: readonly Rule[]): Rule[] {
    return rules
        .map(([selector, declarations]) => [selector, declarations.filter(([property]) => /^(fill|stroke|outline-color)$/.test(property))] as const)
        .filter(([, declarations]) => declarations.length > 0);
}

function rulesOf({ used, things, bidi }: StyleSheetOptions): Rule[] {
    const rules: Rule[] = [['text', [['fill', { colour: 'ink' }]]]];
    for (const [name, declarations] of theme) {
        if (used.has(name)) {
            rules.push([`.${name}`, declarations]);
        }
    }
    if (used.has('retiring')) {
        rules.push(['.hatch-ground', [['fill', { colour: 'frame' }]]]);
        rules.push([
            '.hatch-line',
            [
                ['stroke', { colour: 'hair' }],
                ['stroke-width', '1'],
            ],
        ]);
    }
    if (used.has('shade')) {
        rules.push([
            '.shade-from',
            [
                ['stop-color', '#111B2B'],
                ['stop-opacity', '.1'],
            ],
        ]);
        rules.push([
            '.shade-to',
            [
                ['stop-color', '#111B2B'],
                ['stop-opacity', '0'],
            ],
        ]);
    }
    if (bidi) {
        rules.push(['.bidi', [['unicode-bidi', 'plaintext']]]);
    }
    if (things) {
        rules.push([
            '.n',
            [
                ['cursor', 'pointer'],
                ['outline', 'none'],
            ],
        ]);
        rules.push([
            '.n:focus-visible',
            [
                ['outline', '2px solid'],
                ['outline-color', { colour: 'blue' }],
                ['outline-offset', '3px'],
            ],
        ]);
        rules.push(['.n:hover .card', [['stroke', { colour: 'blue' }]]]);
        rules.push(['.n:focus-visible .card', [['stroke', { colour: 'blue' }]]]);
        rules.push(['.n:hover .flow', [['stroke-width', '3']]]);
        rules.push(['.n:focus-visible .flow', [['stroke-width', '3']]]);
    }
    return rules;
}

function ruleText(root: string, selector: string, declarations: readonly string[]): string {
    return `${root} ${selector}{${declarations.join(';')}}`;
}

function literal([property, value]: readonly [string, CssValue], id: string, palette: Palette): string {
    if (typeof value === 'string') {
        return `${property}:${value}`;
    }
    return 'def' in value ? `${property}:url(#${id}-${value.def})` : `${property}:${palette[value.colour]}`;
}

function variable([property, value]: readonly [string, CssValue]): string | undefined {
    return typeof value !== 'string' && 'colour' in value ? `${property}:var(--${value.colour})` : undefined;
}

function variables(palette: Palette, rules: readonly Rule[]): string {
    const used = new Set<string>();
    for (const [, declarations] of rules) {
        for (const [, value] of declarations) {
            if (typeof value !== 'string' && 'colour' in value) {
                used.add(value.colour);
            }
        }
    }
    return (Object.keys(palette) as PaletteName[])
        .filter((name) => used.has(name))
        .map((name) => `--${name}:${palette[name]}`)
        .join(';');
}
