import { mistakesOf } from '../../../../language/editor/actions/mistakes.ts';
import type { Problem, QuickFix } from '../../../../language/editor/actions/problem.ts';
import { changed } from '../../../../language/edits/text-change.ts';
import { checkFiles, type Files } from '../../support.ts';

export interface Fixed {
    readonly title: string;
    readonly preferred: boolean;
    /** The files after the fix. */
    readonly files: Files;
}

/** What is wrong in a file of a workspace, each with its fixes. */
export async function problemsOf(files: Files, name = 'map.crmmap'): Promise<readonly Problem[]> {
    const { services, document } = await checkFiles(files);
    return mistakesOf(services)(document(name));
}

export function applied(files: Files, { edits, creates }: QuickFix): Files {
    const made = creates ? { [creates.path.replace('/maps/', '')]: '' } : {};
    const names = Object.keys(files);
    const after = names.map((name) => {
        const own = edits.filter(({ document }) => document.uri.path === `/maps/${name}`).map(({ change }) => change);
        return [name, changed(files[name] ?? '', own)] as const;
    });
    return { ...made, ...Object.fromEntries(after) };
}

/** The text after the fix with a title, or after the preferred one. */
export async function fixed(files: Files, code: string, title?: string, name = 'map.crmmap'): Promise<Files> {
    const problem = (await problemsOf(files, name)).find((one) => one.code === code);
    const fixes = problem?.fixes() ?? [];
    const fix = fixes.find((one) => (title === undefined ? one.preferred : one.title === title));
    if (!fix) throw new Error(`${code} offers ${fixes.map((one) => `${one.preferred ? '* ' : ''}${one.title}`).join(' | ') || 'nothing'}.`);
    return applied(files, fix);
}

export async function titles(text: string, code: string): Promise<string[]> {
    const problem = (await problemsOf({ 'map.crmmap': text })).find((one) => one.code === code);
    return (problem?.fixes() ?? []).map(({ title, preferred }) => `${preferred ? '* ' : ''}${title}`);
}
