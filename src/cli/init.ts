import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { allTemplates } from '../templates/all-templates.ts';
import { type Arguments, oneOfWords, UsageError } from './args.ts';
import { failureText } from './failure-text.ts';
import type { ExitStatus, Host } from './host.ts';
import { printableLine } from './printable.ts';
import { writeFile } from './write-file.ts';

/** `crmmap init`: writes a map to start from, and says what to do next. A file that is there is never touched. */
export async function init(args: Arguments, host: Host): Promise<ExitStatus> {
    const [folder = '.', ...more] = args.paths;
    if (more.length > 0) throw new UsageError('init takes one folder.');
    const words = allTemplates.map(({ name }) => name);
    const word = oneOfWords('--template', args.value('template') ?? 'landscape', words);
    const template = allTemplates.find(({ name }) => name === word);
    const path = resolve(host.cwd, folder, `${word === 'full' ? 'map' : word}.crmmap`);
    const shown = printableLine(relative(host.cwd, path).replaceAll('\\', '/'));
    if (existsSync(path)) {
        host.err(`crmmap: ${shown} is there already, and is left as it is. Name another folder.\n`);
        return 2;
    }
    try {
        await writeFile(path, template?.text ?? '');
    } catch (error) {
        host.err(`crmmap: ${shown} cannot be written: ${failureText(error)}\n`);
        return 2;
    }
    const named = /[^\w./-]/.test(shown) ? `"${shown}"` : shown;
    host.out(`${shown}\n\nNext:\n  crmmap check ${named}\n  crmmap export ${named}\n`);
    return 0;
}
