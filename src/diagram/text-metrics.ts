import type { Style, StyleName } from './style-names.ts';
import { styleNames } from './style-names.ts';
import type { Font, FontWeight } from './text-roles.ts';
import { textRoles } from './text-roles.ts';

export type { Font, FontWeight } from './text-roles.ts';
export { graphemes, textWidth } from './text-width.ts';
export type { WrapOptions } from './wrap-text.ts';
export { linesWidth, roomForWords, wrapText } from './wrap-text.ts';

/** What a text without a role is set in. */
const plainFont: Font = { size: 12, weight: 400 };

/** The font of a style: the last text role in it, and what weights, `italic` and `tabular` change about that. */
export function fontOf(style: Style | undefined, base: Font = plainFont): Font {
    let font = base;
    for (const name of styleNames(style)) {
        if (isTextRole(name)) {
            const { size, weight, letterSpacing, italic, tabular } = textRoles[name];
            font = { size, weight, letterSpacing, italic, tabular };
        }
    }
    for (const name of styleNames(style)) {
        if (name.startsWith('weight-')) {
            font = { ...font, weight: Number(name.slice(7)) as FontWeight };
        } else if (name === 'italic') {
            font = { ...font, italic: true };
        } else if (name === 'tabular') {
            font = { ...font, tabular: true };
        }
    }
    return font;
}

function isTextRole(name: StyleName): name is keyof typeof textRoles {
    return Object.hasOwn(textRoles, name);
}
