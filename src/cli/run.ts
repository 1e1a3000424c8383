import { nearest } from '../../language/nearest.ts';
import { type Arguments, readArguments, sentenceList, UsageError } from './args.ts';
import { type CommandInfo, commandInfos, laterCommands } from './commands.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { ExitStatus, Host } from './host.ts';
import { printable } from './printable.ts';

/** What each command does; its code is loaded when it is needed. */
const commands: Readonly<Record<string, (args: Arguments, host: Host) => Promise<ExitStatus>>> = {
    check: async (args, host) => (await import('./check.ts')).check(args, host),
    export: async (args, host) => (await import('./export.ts')).exportMaps(args, host),
    format: async (args, host) => (await import('./format.ts')).formatMaps(args, host),
    init: async (args, host) => (await import('./init.ts')).init(args, host),
    explain: async (args, host) => (await import('./explain.ts')).explain(args, host),
    serve: async (args, host) => (await import('./serve.ts')).serve(args, host),
    lsp: async () => (await import('./lsp.ts')).lsp(),
    completion: async (args, host) => (await import('./completion.ts')).completion(args, host),
};

/** Runs a command line, without the program's own name in front. Never throws. */
export async function run(args: readonly string[], host: Host): Promise<ExitStatus> {
    try {
        return await runCommand(args, host);
    } catch (error) {
        if (error instanceof UsageError) {
            const command = commandInfos.find(({ name }) => name === args[0]);
            host.err(`crmmap: ${printable(error.message)}\nSee: crmmap help${command ? ` ${command.name}` : ''}\n`);
        } else {
            host.err(`crmmap: this is a fault of the program: ${printable(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
        }
        return 2;
    }
}

async function runCommand([name, ...rest]: readonly string[], host: Host): Promise<ExitStatus> {
    switch (name) {
        case undefined:
            host.err(generalHelp());
            return 2;
        case '--version':
            host.out(`${host.version}\n`);
            return 0;
        case 'help':
        case '--help':
        case '-h':
            host.out(rest[0] === undefined ? generalHelp() : commandHelp(commandNamed(rest[0])));
            return 0;
        default:
            return runNamed(commandNamed(name), rest, host);
    }
}

async function runNamed(info: CommandInfo, rest: readonly string[], host: Host): Promise<ExitStatus> {
    const args = readArguments(rest, info.options);
    if (args.has('help')) {
        host.out(commandHelp(info));
        return 0;
    }
    const command = commands[info.name];
    if (!command) throw new Error(`The command ${info.name} does nothing.`);
    return command(args, host);
}

function commandNamed(name: string): CommandInfo {
    const found = commandInfos.find((command) => command.name === name);
    if (found) return found;
    if (laterCommands.includes(name)) throw new UsageError(`The command ${name} is not part of this version yet.`);
    const names = [...commandInfos.map((command) => command.name), 'help'];
    const meant = nearest(name, names);
    throw new UsageError(`There is no command ${name}. ${meant === undefined ? `There are ${sentenceList(names)}.` : `Did you mean ${meant}?`}`);
}
