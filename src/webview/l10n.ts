const texts = textsOfPage();

/**
 * A text of the page in the reader's language, with values in place of `{0}` and `{1}`. The English one stands in the code; it is also
 * what is shown where the language has none, as `vscode.l10n.t` does for the extension.
 */
export function t(english: string, ...values: readonly (string | number)[]): string {
    return (texts[english] ?? english).replace(/\{(\d)\}/g, (place, number) => String(values[Number(number)] ?? place));
}

/** The extension hands them over in the page; without one there are none. */
function textsOfPage(): Readonly<Record<string, string>> {
    const { document } = globalThis as { readonly document?: { readonly body: { readonly dataset: Readonly<Record<string, string | undefined>> } } };
    const handed = document?.body.dataset['texts'];
    return handed === undefined ? {} : (JSON.parse(handed) as Readonly<Record<string, string>>);
}
