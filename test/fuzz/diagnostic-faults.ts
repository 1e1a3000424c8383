import type { LangiumDocument } from 'langium';
import type { Position } from 'vscode-languageserver-types';
import { languageCodes } from '../../language/checks/codes.ts';

const longest = 1100;
const most = 1001;

/** What is wrong with the form of the diagnostics of a document. */
export function diagnosticFaults({ diagnostics = [], textDocument }: LangiumDocument): string[] {
    const text = textDocument.getText();
    const inText = (position: Position): boolean => {
        const offset = textDocument.offsetAt(position);
        const again = textDocument.positionAt(offset);
        return again.line === position.line && again.character === position.character && offset <= text.length;
    };
    const faults = diagnostics.length > most ? [`${diagnostics.length} diagnostics are told`] : [];
    for (const { code, message, range, severity, source } of diagnostics) {
        const named = `${code}: ${String(message).slice(0, 100)}`;
        if (typeof code !== 'string' || !Object.hasOwn(languageCodes, code)) faults.push(`has no known code: ${named}`);
        if (typeof message !== 'string' || message.trim() === '' || message.length > longest) faults.push(`has no message that can be read: ${named}`);
        if (/undefined|\[object|NaN/.test(String(message)) && !/undefined|\[object|NaN/.test(text)) faults.push(`speaks of what nobody wrote: ${named}`);
        if (severity === undefined || source === undefined) faults.push(`lacks its severity or source: ${named}`);
        if (textDocument.offsetAt(range.start) > textDocument.offsetAt(range.end)) faults.push(`ends before it begins: ${named}`);
        if (!inText(range.start) || !inText(range.end)) faults.push(`stands outside of the text, at ${JSON.stringify(range)}: ${named}`);
    }
    return faults;
}
