import { type CommandInfo, commandInfos } from './commands.ts';

/** What `crmmap help` says. */
export function generalHelp(): string {
    const commands = commandInfos.map(({ usage, summary }) => [usage, summary] as const);
    return [
        'CRM Map: maps of customer relationship systems, checked and drawn.',
        '',
        ...columns([...commands, ['crmmap help [command]', 'Explains a command.'], ['crmmap --version', 'Says which version this is.']]),
        '',
        pathsHelp,
        statusHelp,
        '',
    ].join('\n');
}

/** What `crmmap help check` says. */
export function commandHelp(info: CommandInfo): string {
    const options = info.options
        .filter(({ later }) => !later)
        .map(({ name, short, value, help }) => [`${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`, help] as const);
    return [
        info.summary,
        '',
        `  ${info.usage} [options]`,
        '',
        ...columns(options),
        '',
        'Examples',
        ...info.examples.map((line) => `  ${line}`),
        '',
        pathsHelp,
        statusHelp,
        '',
    ].join('\n');
}

const pathsHelp = `Paths are files, folders (searched for *.crmmap, without node_modules and what git ignores) or globs.
Without a path, the working folder is searched.`;

const statusHelp = `Exit status: 0 nothing found; 1 errors, more warnings than allowed, or pictures out of date;
2 wrong usage, a file that cannot be read or written, or a fault of the program.`;

function columns(rows: readonly (readonly [string, string])[]): string[] {
    const width = Math.max(...rows.map(([left]) => left.length));
    return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
