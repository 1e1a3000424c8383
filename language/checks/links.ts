import type { Link } from '../generated/ast.ts';
import type { Check, CheckContext, CheckTable } from './check.ts';

const openable = ['http', 'https', 'mailto'];

/** LNG026: links are drawn and clicked, so they lead to pages and mail only; relative addresses are fine. */
function safeAddress(link: Link, { report }: CheckContext): void {
    // Browsers leave out control characters and spaces before they look for the scheme.
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec((link.url ?? '').replace(/[\p{Cc}\s]/gu, ''))?.[1]?.toLowerCase();
    if (scheme === undefined || openable.includes(scheme)) return;
    report('LNG026', `A link does not lead to ${scheme}: addresses. Write one that begins with https://, http:// or mailto:, or a relative path.`, {
        node: link,
        property: 'url',
        write: `"${/^[^:]*:\/\//.test(link.url) ? link.url.replace(/^[^:]*:/, 'https:') : 'https://example.com'}"`,
    });
}

export const linkChecks: CheckTable = { Link: [safeAddress as Check] };
