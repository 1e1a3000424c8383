import { type Diagnostic, languages, type Uri } from 'vscode';
import { languageId } from '../names.ts';
import type { Finding } from './outline-nodes.ts';
import { uriOf } from '../addresses.ts';

/** What the server finds in files, as the Problems panel shows it; hints are left out. */
export function findingsIn(files: readonly string[]): Finding[] {
    return files.flatMap((file) => {
        const uri = uriOf(file);
        return languages.getDiagnostics(uri).flatMap((diagnostic) => findingOf(diagnostic, uri));
    });
}

function findingOf({ source, severity, code, message, range }: Diagnostic, uri: Uri): Finding[] {
    if (source !== languageId || severity > 2) return [];
    const word = String(typeof code === 'object' ? code.value : (code ?? ''));
    return [{ uri: uri.toString(), severity: severity as Finding['severity'], code: word, message, start: range.start, end: range.end }];
}
