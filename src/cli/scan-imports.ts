const blank = /[\s\uFEFF]+|\/\*[\s\S]*?\*\/|\/\/[^\n\r]*/y;
const keyword = /import/y;
const plainPath = /"([^"\\\r\n]*)"/y;

/**
 * The paths that a map imports, where they can be told without parsing it: of imports that stand in front of everything else, where no
 * other name of a map follows. Undefined where only the parser can tell; it also takes a word that is nearly `import` for one.
 */
export function scanImports(text: string): readonly string[] | undefined {
    const paths: string[] = [];
    let at = 0;
    for (let rest = afterBlanks(text, at); ; rest = afterBlanks(text, at)) {
        const afterKeyword = match(keyword, text, rest);
        const path = afterKeyword && match(plainPath, text, afterBlanks(text, afterKeyword.end));
        if (!path) break;
        paths.push(path.found[1] ?? '');
        at = path.end;
    }
    const rest = text.slice(at);
    const mayImport = rest.includes('.crmmap') || (rest.includes('\\') && /\bimport\b/.test(rest));
    return mayImport ? undefined : paths;
}

function afterBlanks(text: string, from: number): number {
    let at = from;
    for (let found = match(blank, text, at); found; found = match(blank, text, at)) at = found.end;
    return at;
}

function match(pattern: RegExp, text: string, at: number): { readonly found: RegExpExecArray; readonly end: number } | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    return found ? { found, end: at + found[0].length } : undefined;
}
