import type { Picture, PreviewContent } from '../protocol.ts';
import type { Host } from './host.ts';
import { t } from './l10n.ts';
import type { NextStep } from './message.ts';

/** What stands in place of a picture. */
export interface Instead {
    readonly words: string;
    /** A text to be written. */
    readonly example?: string;
    readonly steps: readonly NextStep[];
}

/** What a reader can do in the row above the picture. */
export interface Ways {
    clearFilters(): void;
    openViews(): void;
}

/** Why there is no picture, and what to do next. */
export function insteadOf(content: PreviewContent, picture: Extract<Picture, { readonly state: 'empty' | 'failed' }>, host: Host, ways: Ways): Instead {
    const { view, views } = content;
    const others = views.length > 1 ? [{ name: t('Choose another view'), do: () => ways.openViews() }] : [];
    const text: NextStep = { name: t('Show the text'), do: () => host.send({ type: 'text' }) };
    // What went wrong comes from the server in its own words.
    if (picture.state === 'failed') return { words: picture.message, steps: [{ name: t('Try again'), do: () => host.wish({}) }, ...others, text] };
    const { example } = picture;
    switch (picture.why) {
        case 'gone':
            return { words: t('The file is gone. Open another map to see its picture.'), steps: [] };
        case 'too-large':
            return { words: t('This file is too large to be read. A map file may have 5 MB; split it, and use import.'), steps: [text] };
        case 'empty-map': {
            const template: NextStep = { name: t('Start from a template …'), do: () => host.send({ type: 'template' }) };
            return { words: t('This map is still empty. Declare a system to see it here:'), example, steps: [template, text] };
        }
        case 'no-view':
            return { words: t('This map has no view yet. Write one:'), example, steps: [text] };
        case 'no-thing': {
            const title = views.find(({ name }) => name === view)?.title ?? view ?? '';
            return { words: t('What the view “{0}” shows is not in this map.', title), steps: [...others, text] };
        }
        case 'filtered':
            return { words: t('The filters leave nothing of this view.'), steps: [{ name: t('Clear the filters'), do: () => ways.clearFilters() }, ...others] };
    }
}
