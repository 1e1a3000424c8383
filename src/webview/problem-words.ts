import { t } from './l10n.ts';

/** What the banner says of a map with errors or warnings, as "2 errors, 3 warnings"; empty where there is none. */
export function problemWords({ errors, warnings }: { readonly errors: number; readonly warnings: number }): string {
    const counts = [
        ...(errors === 0 ? [] : [errors === 1 ? t('1 error') : t('{0} errors', errors)]),
        ...(warnings === 0 ? [] : [warnings === 1 ? t('1 warning') : t('{0} warnings', warnings)]),
    ].join(', ');
    if (counts === '') return '';
    // Warnings do not keep anything from being drawn.
    return errors === 0 ? t('{0} in this map.', counts) : t('{0} in this map: the picture shows what could be read.', counts);
}
