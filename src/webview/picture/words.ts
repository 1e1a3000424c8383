import type { Direction } from './things-index.ts';

/** The words of what stands over the picture. */
export const words = {
    upstream: 'Upstream',
    both: 'Both',
    downstream: 'Downstream',
    hints: { up: 'Only what it depends on (u)', both: 'What it depends on, and what depends on it (b)', down: 'Only what depends on it (d)' } satisfies Record<
        Direction,
        string
    >,
    whatHangsOnIt: 'What hangs on it',
    open: 'Open its own view',
    zoom: 'Zoom to it',
    zoomHint: 'Zoom to what is lit up (z)',
    text: 'Text',
    textHint: 'Show it in the text (t)',
    close: 'End the selection (Escape)',
    back: 'Back (Alt+Left)',
    forward: 'Forward (Alt+Right)',
    overview: 'Overview: drag to move about',
    noSelection: 'Nothing is selected.',
} as const;

const viewWords: Readonly<Record<string, string>> = {
    landscape: 'Systems',
    profile: 'Profile',
    mapping: 'Mapping',
    data: 'Data model',
    journey: 'Journey',
    blueprint: 'Blueprint',
    lifecycle: 'Lifecycle',
    trace: 'Trace',
    scorecard: 'Scorecard',
    matrix: 'Matrix',
};

/** What a button calls a kind of view. */
export function viewWord(kind: string): string {
    return viewWords[kind] ?? kind;
}

/** A kind of thing in plain words: `lifecycle stage`. */
export function kindWord(kind: string): string {
    return kind === 'map' ? 'map line' : kind.replaceAll('-', ' ');
}

/** `1 problem`, `3 problems`. */
export function countWord(count: number, noun: string): string {
    return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** What a screen reader says once a thing is selected. */
export function selectionWords(title: string, kind: string, up: number, down: number): string {
    return `${title}, ${kindWord(kind)}, selected. In this picture it depends on ${countWord(up, 'thing')}, and ${countWord(down, 'thing')} ${down === 1 ? 'depends' : 'depend'} on it.`;
}
