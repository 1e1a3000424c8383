import { env, l10n, Uri, type Webview } from 'vscode';
import { xmlAttribute } from '../render/xml.ts';

/** The files of the extension that the page may load. */
export function pageRoots(extension: Uri): Uri[] {
    return [Uri.joinPath(extension, 'dist'), Uri.joinPath(extension, 'media')];
}

/**
 * The page of a preview. Its content security policy lets the page run and style itself by these files alone, and draw pictures that
 * it has made itself; nothing is loaded from elsewhere, and no text of a map is part of it. The page's own words come with it as data.
 */
export function previewPage(webview: Webview, extension: Uri): string {
    const nonce = newNonce();
    const { bundle } = l10n;
    const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'webview.js'));
    const styles = ['preview.css', 'preview/things.css', 'preview/panels.css', 'preview/way.css'].map((file) =>
        webview.asWebviewUri(Uri.joinPath(extension, 'media', file)),
    );
    return `<!DOCTYPE html>
<html lang="${bundle ? env.language : 'en'}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src blob:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CRM Map</title>
${styles.map((style) => `<link rel="stylesheet" nonce="${nonce}" href="${style}">`).join('\n')}
</head>
<body data-texts="${xmlAttribute(JSON.stringify(bundle ?? {}))}">
<header id="toolbar" role="toolbar" aria-label="${xmlAttribute(l10n.t('Preview'))}"></header>
<p id="banner" role="status" hidden></p>
<main id="stage" tabindex="0" aria-label="${xmlAttribute(l10n.t('Picture'))}"></main>
<div id="message" role="status">${xmlAttribute(l10n.t('Drawing …'))}</div>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function newNonce(): string {
    return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(24)))).replaceAll(/[^A-Za-z0-9]/g, '');
}
