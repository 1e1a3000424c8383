import { type URI, UriUtils } from 'langium';

/** The path of a file as another file would import it: `./systems.crmmap`, `../shared/teams.crmmap`. */
export function relativePath(from: URI, to: URI): string {
    const path = UriUtils.relative(UriUtils.dirname(from), to);
    return path.startsWith('.') ? path : `./${path}`;
}
