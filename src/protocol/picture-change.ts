import { changeOf, withChange } from './text-change.ts';
import type { PreviewContent } from './preview.ts';

/** The same content with its picture as what has changed since another one, where that was drawn. */
export function asChange(content: PreviewContent, before: PreviewContent | undefined): PreviewContent {
    if (content.picture.state !== 'drawn' || before?.picture.state !== 'drawn') return content;
    return { ...content, picture: { state: 'changed', since: before.version, change: changeOf(before.picture.svg, content.picture.svg) } };
}

/** The same content with its whole picture; undefined where it says what has changed since another one than `before`. */
export function asWhole(content: PreviewContent, before: PreviewContent | undefined): PreviewContent | undefined {
    const { picture } = content;
    if (picture.state !== 'changed') return content;
    if (before?.picture.state !== 'drawn' || before.version !== picture.since) return undefined;
    return { ...content, picture: { state: 'drawn', svg: withChange(before.picture.svg, picture.change) } };
}
