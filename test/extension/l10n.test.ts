import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Texts = Readonly<Record<string, string>>;

const json = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;
const manifest = json<{ readonly contributes: unknown; readonly capabilities: unknown }>('package.json');
const contributed = json<Texts>('package.nls.json');
const languages = readdirSync('.').flatMap((file) => /^package\.nls\.(\w+)\.json$/.exec(file)?.[1] ?? []);

const sources = [...sourcesIn('src/extension'), ...sourcesIn('src/webview').filter(({ file }) => !/\/(html|served)-page\//.test(file))];
const spoken = [
    ...new Set(
        sources.flatMap(({ text }) => [...text.matchAll(/\b(?:l10n\.)?t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, words = '']) => words.replaceAll("\\'", "'"))),
    ),
];

function sourcesIn(folder: string): { readonly file: string; readonly text: string }[] {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
        .map((file) => ({ file, text: withoutComments(readFileSync(file, 'utf8')) }));
}

function withoutComments(text: string): string {
    return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\w])\/\/[^\n]*/g, '');
}

/** What a text must keep in each language: places for values, links, and words of code. */
function fixedIn(text: string): string[] {
    return [...text.matchAll(/\{\d\}|\(command:[^)]*\)|`[^`]+`|\.crmmap\b/g)].map(([part]) => part).sort();
}

/** All texts below some value of package.json that a reader sees, with their paths. */
function seenIn(value: unknown, path = ''): [path: string, text: string][] {
    if (typeof value === 'string') {
        return /\.(title|shortTitle|description|label|contents|altText|displayName|name|markdownDescription)$|[dD]escriptions\.\d+$/.test(path)
            ? [[path, value]]
            : [];
    }
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, part]) => seenIn(part, `${path}.${key}`));
}

describe('texts of the package', () => {
    test('are all in package.nls.json, and nothing else is', () => {
        const seen = seenIn({ contributes: manifest.contributes, capabilities: manifest.capabilities });
        expect(seen.filter(([, text]) => text !== 'CRM Map' && !/^%[^%]+%$/.test(text))).toEqual([]);
        const keys = [...new Set([...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key))];
        expect(keys.sort()).toEqual(Object.keys(contributed).sort());
    });

    test.each(languages)('are all there in the language %s, with the same links and words of code', (language) => {
        const texts = json<Texts>(`package.nls.${language}.json`);
        expect(Object.keys(texts)).toEqual(Object.keys(contributed));
        for (const [key, text] of Object.entries(contributed)) {
            expect(texts[key]?.trim(), key).toBeTruthy();
            expect(fixedIn(texts[key] ?? ''), key).toEqual(fixedIn(text));
        }
    });

    test('German is one of the languages', () => {
        expect(languages).toContain('de');
    });
});

describe('texts of the extension and of the preview’s page', () => {
    test('are found in its code', () => {
        expect(spoken.length).toBeGreaterThan(30);
    });

    test.each(languages)('are all there in the language %s, with the same places for values, and no others', (language) => {
        const texts = json<Texts>(`l10n/bundle.l10n.${language}.json`);
        expect(Object.keys(texts).sort()).toEqual([...spoken].sort());
        for (const text of spoken) {
            expect(texts[text]?.trim(), text).toBeTruthy();
            expect(fixedIn(texts[text] ?? ''), text).toEqual(fixedIn(text));
        }
    });

    test('do not escape translation', () => {
        const escaped = sources
            .filter(({ file }) => !english.has(file))
            .flatMap(({ file, text }) =>
                [...withoutValues(text).matchAll(/'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`/g)].flatMap((match) => {
                    const words = match[1] ?? match[2] ?? '';
                    const before = match.input.slice(0, match.index);
                    // What developers read in the output channel stays as it is, as VS Code's own does.
                    const isTaken = /(\bt|\.error|\.info|\.warn|new Error)\(\s*$|\bclass: ([^,]* [?:] )?$|'preserveAspectRatio', [^,]*$/.test(before);
                    const isKey = match.input.startsWith(':', match.index + match[0].length) && /[{,]\s*$/.test(before);
                    return !isTaken && !isKey && isText(words) ? [`${file}: ${words}`] : [];
                }),
            );
        expect(escaped).toEqual([]);
    });
});

/** Pages whose markup is made without VS Code, and is in English as what the server says in them. */
const english: ReadonlySet<string> = new Set([
    'src/extension/markdown/block-html.ts',
    'src/extension/markdown/block-pictures.ts',
    'src/extension/preview-page.ts',
]);

/** The name of the extension, and an example of the language. */
const notWords: ReadonlySet<string> = new Set(['CRM Map', 'system crm { owner sales category crm tags core }']);

/** Code in which the values inside of templates are left out. */
function withoutValues(text: string): string {
    return text.replaceAll(/\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\}/g, '');
}

/** Words of letters with a space between them; code in quotes has no such. */
function isText(words: string): boolean {
    return !notWords.has(words) && /\b[A-Za-z]{2,} [A-Za-z]{2,}/.test(words.replaceAll(/<[^>]*>?/g, ''));
}
