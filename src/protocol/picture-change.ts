import type { PreviewContent } from './preview.ts';

/** What is other in a text than it was: what stood between two places, counted in UTF-16 units, has given way to another text. */
export interface TextDifference {
    readonly start: number;
    readonly end: number;
    readonly text: string;
}

/** The one stretch in which two texts differ, as short as can be. */
export function differenceOf(before: string, after: string): TextDifference {
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
    let same = 0;
    while (same < shorter - start && before.charCodeAt(before.length - 1 - same) === after.charCodeAt(after.length - 1 - same)) same++;
    return { start, end: before.length - same, text: after.slice(start, after.length - same) };
}

/** The later text. */
export function withDifference(before: string, { start, end, text }: TextDifference): string {
    return before.slice(0, start) + text + before.slice(end);
}

/** The same content with its picture as what has changed since another one, where that was drawn. */
export function asChange(content: PreviewContent, before: PreviewContent | undefined): PreviewContent {
    if (content.picture.state !== 'drawn' || before?.picture.state !== 'drawn') return content;
    return { ...content, picture: { state: 'changed', since: before.version, change: differenceOf(before.picture.svg, content.picture.svg) } };
}

/** The same content with its whole picture; undefined where it says what has changed since another one than `before`. */
export function asWhole(content: PreviewContent, before: PreviewContent | undefined): PreviewContent | undefined {
    const { picture } = content;
    if (picture.state !== 'changed') return content;
    if (before?.picture.state !== 'drawn' || before.version !== picture.since) return undefined;
    return { ...content, picture: { state: 'drawn', svg: withDifference(before.picture.svg, picture.change) } };
}
