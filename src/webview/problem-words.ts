/** What the banner says of a map with errors or warnings, as "2 errors, 3 warnings"; empty where there is none. */
export function problemWords({ errors, warnings }: { readonly errors: number; readonly warnings: number }): string {
    const counts = [...counted(errors, 'error'), ...counted(warnings, 'warning')].join(', ');
    if (counts === '') return '';
    // Warnings do not keep anything from being drawn.
    return errors === 0 ? `${counts} in this map.` : `${counts} in this map: the picture shows what could be read.`;
}

function counted(count: number, noun: string): string[] {
    return count === 0 ? [] : [`${count} ${noun}${count === 1 ? '' : 's'}`];
}
