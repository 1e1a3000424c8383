import type { ColourName, TextRole } from './style-names.ts';

export type FontWeight = 400 | 500 | 600 | 700;

/** What decides the width of a text. */
export interface Font {
    /** In px. */
    readonly size: number;
    readonly weight: FontWeight;
    /** Added behind every character, in px. */
    readonly letterSpacing?: number;
    readonly italic?: boolean;
    /** Figures of one width. */
    readonly tabular?: boolean;
}

export interface TextRoleLook extends Font {
    readonly colour: ColourName;
}

/** The type scale of every picture. */
export const textRoles: Readonly<Record<TextRole, TextRoleLook>> = {
    'view-title': { size: 26, weight: 600, letterSpacing: -0.3, colour: 'ink' },
    score: { size: 20, weight: 600, letterSpacing: -0.2, tabular: true, colour: 'ink' },
    'table-title': { size: 16, weight: 600, letterSpacing: -0.1, colour: 'ink' },
    quote: { size: 16, weight: 500, letterSpacing: -0.1, italic: true, colour: 'ink' },
    'stage-title': { size: 15, weight: 600, letterSpacing: -0.1, colour: 'ink' },
    'card-title': { size: 14, weight: 600, colour: 'ink' },
    figure: { size: 14, weight: 400, tabular: true, colour: 'ink' },
    'lifecycle-title': { size: 13, weight: 600, colour: 'ink' },
    purpose: { size: 13, weight: 400, colour: 'ink2' },
    objective: { size: 13, weight: 400, colour: 'ink' },
    fact: { size: 12.5, weight: 500, colour: 'ink' },
    name: { size: 12, weight: 600, colour: 'ink' },
    entity: { size: 12, weight: 500, colour: 'ink' },
    cell: { size: 12, weight: 400, colour: 'ink' },
    body: { size: 12, weight: 400, colour: 'ink2' },
    'thought-text': { size: 12, weight: 400, italic: true, colour: 'ink' },
    'bar-label': { size: 11.5, weight: 500, colour: 'ink' },
    small: { size: 11, weight: 400, colour: 'ink3' },
    tag: { size: 11, weight: 600, colour: 'ink2' },
    region: { size: 11, weight: 600, colour: 'ink3' },
    branch: { size: 11, weight: 500, colour: 'ink2' },
    badge: { size: 11, weight: 700, tabular: true, colour: 'inv' },
    caption: { size: 10.5, weight: 600, letterSpacing: 0.6, colour: 'ink3' },
};
