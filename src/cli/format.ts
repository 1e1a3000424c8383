import { accessSync, constants, lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { EmptyFileSystem } from 'langium';
import { TextFormatter } from '../../language/format/format-text.ts';
import { createCrmMapServices } from '../../language/module.ts';
import { type Arguments, UsageError } from './args.ts';
import { failureText } from './failure-text.ts';
import { findMaps, type FoundMap } from './find-maps.ts';
import { type ExitStatus, type Host, worst } from './host.ts';
import { isInside } from './path-names.ts';
import { plural } from './plural.ts';
import { printableLine } from './printable.ts';
import { mapText, type ReadMap, readWholeMap } from './read-map.ts';
import { writeFile } from './write-file.ts';

/** `crmmap format`: formats maps in place, or says which are not formatted. */
export async function formatMaps(args: Arguments, host: Host): Promise<ExitStatus> {
    const check = args.has('check');
    const formatter = new TextFormatter(createCrmMapServices(EmptyFileSystem).language);
    let status: ExitStatus = 0;
    const fail = (failure: ExitStatus, message: string): void => {
        host.err(`crmmap: ${printableLine(message)}\n`);
        status = worst(status, failure);
    };
    if (args.has('stdin')) {
        if (args.paths.length > 0) throw new UsageError('--stdin formats standard input, and no file. Leave out the paths, or --stdin.');
        const formatted = formattedText(mapText(await host.input()), 'standard input', formatter, fail);
        if (formatted && !check) host.out(formatted.text);
        if (formatted && check && !formatted.same) fail(1, 'standard input is not formatted.');
        return status;
    }
    const { maps, problems } = await findMaps(args.paths, host.cwd);
    for (const { file, message } of problems) fail(2, `${file} ${message}`);
    const counts = { formatted: 0, same: 0 };
    for (const map of maps) {
        const formatted = formattedText(readWholeMap(map.path), map.shown, formatter, fail);
        if (!formatted) continue;
        if (formatted.same) counts.same += 1;
        else if (check) fail(1, `${map.shown} is not formatted. To mend it, run: crmmap format ${map.shown}`);
        else if (await written(map, formatted.text, host, fail)) counts.formatted += 1;
    }
    const done = check ? `${plural(counts.same, 'map')} formatted.` : `${plural(counts.formatted, 'map')} formatted, ${counts.same} unchanged.`;
    if (status === 0) host.out(`${done}\n`);
    return status;
}

type Fail = (status: ExitStatus, message: string) => void;

/** A text as it shall be; undefined, once that was told, where there is none. */
function formattedText(read: ReadMap, shown: string, formatter: TextFormatter, fail: Fail): { readonly text: string; readonly same: boolean } | undefined {
    if ('problem' in read) {
        fail(2, `${shown} ${read.problem}`);
        return undefined;
    }
    try {
        const formatted = formatter.format(read.text);
        if ('text' in formatted) return { text: formatted.text, same: formatted.text === read.text };
        const { line, column, message } = formatted.mistake;
        fail(1, `${shown}:${line}:${column} cannot be formatted, and is left as it is: ${message}`);
    } catch (error) {
        fail(2, `${shown} cannot be formatted, by a fault of the program: ${error instanceof Error ? error.message : String(error)}`);
    }
    return undefined;
}

async function written(map: FoundMap, text: string, host: Host, fail: Fail): Promise<boolean> {
    try {
        if (leadsOut(map, host.cwd)) throw new Error('it is a link that leads out of the folder. Name the file itself.');
        // A file that is written beside its place and renamed would not ask.
        accessSync(map.path, constants.W_OK);
        await writeFile(map.path, text);
    } catch (error) {
        fail(2, `${map.shown} cannot be written: ${failureText(error)}`);
        return false;
    }
    host.out(`${printableLine(map.shown)}\n`);
    return true;
}

/** Whether a map that nobody named is a link to somewhere else: who formats a folder means what stands in it. */
function leadsOut({ path, shown, named, folder }: FoundMap, cwd: string): boolean {
    const isLink = lstatSync(resolve(cwd, shown), { throwIfNoEntry: false })?.isSymbolicLink() === true;
    return !named && isLink && folder === undefined && !isInside(cwd, path);
}
