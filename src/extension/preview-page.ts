import { Uri, type Webview } from 'vscode';

/** The files of the extension that the page may load. */
export function pageRoots(extension: Uri): Uri[] {
    return [Uri.joinPath(extension, 'dist'), Uri.joinPath(extension, 'media')];
}

/**
 * The page of a preview. Its content security policy lets the page run and style itself by these files alone, and draw pictures that
 * it has made itself; nothing is loaded from elsewhere, and no text of a map is part of it.
 */
export function previewPage(webview: Webview, extension: Uri): string {
    const nonce = newNonce();
    const script = webview.asWebviewUri(Uri.joinPath(extension, 'dist', 'webview.js'));
    const styles = ['preview.css', 'preview/things.css', 'preview/panels.css'].map((file) => webview.asWebviewUri(Uri.joinPath(extension, 'media', file)));
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'; img-src blob:; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>CRM Map preview</title>
${styles.map((style) => `<link rel="stylesheet" nonce="${nonce}" href="${style}">`).join('\n')}
</head>
<body>
<header id="toolbar" role="toolbar" aria-label="Preview">
<select id="view" aria-label="View" title="Choose the view"></select>
<span class="gap"></span>
<button id="zoom-out" title="Zoom out (-)" aria-label="Zoom out">&#8722;</button>
<button id="zoom-full" title="Show at 100 % (1)" aria-label="Show at 100 percent">100 %</button>
<button id="zoom-in" title="Zoom in (+)" aria-label="Zoom in">+</button>
<button id="fit-width" title="Fit the width (w)">Width</button>
<button id="fit-whole" title="Fit the whole picture (0)">Fit</button>
</header>
<p id="banner" role="status" hidden></p>
<main id="stage" tabindex="0" aria-label="Picture"></main>
<p id="message" role="status">Drawing&#8230;</p>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}

function newNonce(): string {
    return Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url');
}
