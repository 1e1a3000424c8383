import type { ProfileItem, ProfileLink, ProfileSide, ProfileWords } from '../../diagram/profile/profile-parts.ts';

/** Between two cards, and between words and a card, in px. */
const columnGap = 32;
const wordsGap = 14;

/** Where the first card of a side stands, below its caption. */
export const firstCard = 12 + wordsGap;

/** The entries of a side below each other. */
export interface Stacked {
    readonly height: number;
    readonly items: readonly { readonly item: ProfileItem; readonly y: number }[];
    readonly words: readonly { readonly entry: ProfileWords; readonly y: number }[];
    readonly links: readonly SideLink[];
}

/** A line with the level at which it leaves its card. */
export interface SideLink {
    readonly link: ProfileLink;
    readonly y: number;
}

/** Puts the entries of a side below each other; each of them may be moved down by so many px, and what follows with it. */
export function stacked(side: ProfileSide, shifts: readonly number[] = []): Stacked {
    const items: { item: ProfileItem; y: number }[] = [];
    const words: { entry: ProfileWords; y: number }[] = [];
    let y = 0;
    side.entries.forEach((entry, index) => {
        const before = side.entries[index - 1];
        y += shifts[index] ?? 0;
        if (entry.type === 'words') {
            y += index === 0 ? 0 : entry.above;
            words.push({ entry, y });
        } else {
            // Labels may reach above their card: the first card still stands at the top.
            y += before === undefined ? 0 : before.type === 'words' ? Math.max(0, wordsGap - (index === 1 ? entry.cardY : 0)) : columnGap;
            items.push({ item: entry, y });
        }
        y += entry.type === 'words' ? entry.block.height : entry.height;
    });
    return { height: y, items, words, links: items.flatMap(({ item, y: top }) => item.links.map((link) => ({ link, y: top + link.y }))) };
}
