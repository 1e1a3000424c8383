import { type URI, Utils } from 'vscode-uri';

/** The address of a file that another one imports, or undefined when the path is not relative, or no address. */
export function importedAddress(from: URI, path: string | undefined): URI | undefined {
    // Half a surrogate pair cannot stand in an address.
    if (!path || !path.isWellFormed() || path.startsWith('/') || path.includes('\\') || /^[a-z][a-z0-9+.-]*:/i.test(path)) return undefined;
    return Utils.joinPath(Utils.dirname(from), path);
}
