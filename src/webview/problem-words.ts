/** What the banner says of a map with errors; empty where there is none. Warnings do not keep anything from being drawn. */
export function problemWords({ errors }: { readonly errors: number }): string {
    if (errors === 0) return '';
    return `${errors === 1 ? '1 error' : `${errors} errors`} in this map: the picture shows what could be read.`;
}
