import type { viewKinds } from './vocabulary.ts';

type Kind = keyof typeof viewKinds;

/** Options of a view that not every kind has a use for, as the syntax tree calls them. */
export type ViewOption = 'include' | 'exclude' | 'groupBy' | 'overlays' | 'lanes' | 'direction' | 'hide' | 'audience';

/** Of each option the words that a kind of view has a use for; `all` for any. An option that is not here is of no use to the kind. */
export type ViewUses = Readonly<Partial<Record<ViewOption, 'all' | readonly string[]>>>;

const chosen: ViewUses = { include: 'all', exclude: 'all', audience: 'all' };
const fields: ViewUses = { include: 'all', exclude: 'all', overlays: ['region', 'owner', 'lifecycle', 'personal'], hide: ['title', 'legend', 'facts'] };
const plain: ViewUses = { ...chosen, groupBy: 'all', overlays: 'all', direction: 'all', hide: 'all' };

/** What each kind of view does with the options; docs/views.md tells how. Title, purpose, theme and page are of use to every kind. */
export const viewOptions: Readonly<Record<Kind, ViewUses>> = {
    landscape: { ...plain, hide: ['title', 'legend', 'register', 'facts', 'entities', 'labels'] },
    profile: { ...chosen, groupBy: 'all', overlays: 'all', hide: ['title', 'legend', 'facts', 'entities', 'labels'] },
    mapping: fields,
    data: fields,
    journey: { ...chosen, overlays: 'all', lanes: 'all', direction: 'all', hide: ['title', 'legend', 'facts', 'labels', 'persona'] },
    blueprint: { ...chosen, overlays: 'all', lanes: 'all', direction: 'all', hide: ['title', 'legend', 'facts', 'labels', 'persona'] },
    lifecycle: { ...chosen, overlays: 'all', hide: ['title', 'legend', 'facts'] },
    trace: { ...chosen, overlays: 'all', direction: 'all', hide: ['title', 'legend', 'register', 'facts', 'entities', 'labels'] },
    scorecard: { ...chosen, hide: ['title', 'legend'] },
    matrix: { ...chosen, groupBy: 'all', overlays: 'all', hide: ['title', 'legend'] },
};

/** How each option is written. */
export const optionNames: Readonly<Record<ViewOption, string>> = {
    include: 'include',
    exclude: 'exclude',
    groupBy: 'group by',
    overlays: 'overlay',
    lanes: 'lanes',
    direction: 'direction',
    hide: 'hide',
    audience: 'for',
};
