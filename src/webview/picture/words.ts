import { t } from '../l10n.ts';
import { thingKind } from '../toolbar/words.ts';
import type { Direction } from './things-index.ts';

/** The words of what stands over the picture. */
export const words = {
    upstream: t('Upstream'),
    both: t('Both'),
    downstream: t('Downstream'),
    hints: {
        up: t('Only what it depends on (u)'),
        both: t('What it depends on, and what depends on it (b)'),
        down: t('Only what depends on it (d)'),
    } satisfies Record<Direction, string>,
    whatHangsOnIt: t('What hangs on it'),
    open: t('Open its own view'),
    openFirst: t('Open its own view (Enter)'),
    zoom: t('Zoom to it'),
    zoomHint: t('Zoom to what is lit up (z)'),
    text: t('Text'),
    textHint: t('Show it in the text (t)'),
    close: t('End the selection (Escape)'),
    back: t('Back (Alt+Left)'),
    forward: t('Forward (Alt+Right)'),
    overview: t('Overview: drag to move about'),
    noSelection: t('Nothing is selected.'),
} as const;

/** `1 problem`, `3 problems`. */
export function problemCount(count: number): string {
    return count === 1 ? t('1 problem') : t('{0} problems', count);
}

/** What a screen reader says once a thing is selected. */
export function selectionWords(title: string, kind: string, up: number, down: number): string {
    const upstream = up === 1 ? t('In this picture it depends on 1 thing.') : t('In this picture it depends on {0} things.', up);
    const downstream = down === 1 ? t('1 thing depends on it.') : t('{0} things depend on it.', down);
    return [t('{0}, {1}, selected.', title, thingKind(kind)), upstream, downstream].join(' ');
}

/** What the facts of a card are called most often, in the reader's language. */
const factLabels: Readonly<Record<string, string>> = {
    Category: t('Category'),
    Classification: t('Classification'),
    Cost: t('Cost'),
    Flows: t('Flows'),
    From: t('From'),
    Holds: t('Holds'),
    Limit: t('Limit'),
    Owner: t('Owner'),
    Pattern: t('Pattern'),
    'Personal data': t('Personal data'),
    Protocol: t('Protocol'),
    Provides: t('Provides'),
    Purpose: t('Purpose'),
    Region: t('Region'),
    Since: t('Since'),
    Stage: t('Stage'),
    Stages: t('Stages'),
    Status: t('Status'),
    System: t('System'),
    Systems: t('Systems'),
    Tags: t('Tags'),
    Target: t('Target'),
    Timing: t('Timing'),
    To: t('To'),
    Touchpoints: t('Touchpoints'),
    Type: t('Type'),
    Until: t('Until'),
    Users: t('Users'),
    Vendor: t('Vendor'),
    Via: t('Via'),
    Volume: t('Volume'),
};

/** The name of a fact; one that is rare stays as the server says it. */
export function factLabel(label: string): string {
    return Object.hasOwn(factLabels, label) ? (factLabels[label] ?? label) : label;
}
