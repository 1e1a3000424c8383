import { type Arguments, oneOfWords, UsageError } from './args.ts';
import { type CommandInfo, commandInfos } from './commands.ts';
import type { ExitStatus, Host } from './host.ts';

const scripts: Readonly<Record<string, () => string>> = { bash, zsh, fish };

/** `crmmap completion`: prints a script that lets a shell complete commands, options and map files. */
export function completion(args: Arguments, host: Host): ExitStatus {
    const [shell, ...more] = args.paths;
    const shells = Object.keys(scripts);
    if (shell === undefined || more.length > 0) throw new UsageError(`completion takes one shell: ${shells.join(', ')}.`);
    host.out(scripts[oneOfWords('shell', shell, shells)]?.() ?? '');
    return 0;
}

function optionsOf({ options }: CommandInfo): readonly string[] {
    return options.filter(({ later }) => !later).map(({ name }) => `--${name}`);
}

function bash(): string {
    const cases = commandInfos.map((info) => `        ${info.name}) words="${optionsOf(info).join(' ')}" ;;`);
    return `# bash completion of crmmap. Add to ~/.bashrc: eval "$(crmmap completion bash)"
_crmmap() {
    local current="\${COMP_WORDS[COMP_CWORD]}" words=""
    if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W "${commandInfos.map(({ name }) => name).join(' ')} help --version" -- "$current"))
        return
    fi
    case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    esac
    case "$current" in
        -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
        *) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current") $(compgen -f -X '!*.crmmap' -- "$current")) ;;
    esac
}
complete -F _crmmap crmmap
`;
}

function zsh(): string {
    const quoted = (text: string): string => text.replaceAll("'", "'\\''").replaceAll(':', '\\:');
    const commands = commandInfos.map(({ name, summary }) => `        '${name}:${quoted(summary)}'`);
    const option = ({ name, value, help }: CommandInfo['options'][number]): string => {
        const words = quoted(help).replaceAll('[', '(').replaceAll(']', ')');
        return `'--${name}[${words}]${value ? `:${value}:` : ''}'`;
    };
    const cases = commandInfos.map(
        (info) =>
            `        ${info.name}) _arguments ${info.options
                .filter(({ later }) => !later)
                .map(option)
                .join(' ')} '*:map:_files -g "*.crmmap(-.)"' ;;`,
    );
    return `#compdef crmmap
# zsh completion of crmmap. Add to ~/.zshrc, after compinit: eval "$(crmmap completion zsh)"
_crmmap() {
    local -a commands=(
${commands.join('\n')}
        'help:Explains a command.'
    )
    if (( CURRENT == 2 )); then
        _describe command commands
        return
    fi
    local command="\${words[2]}"
    shift words
    (( CURRENT-- ))
    case "$command" in
${cases.join('\n')}
    esac
}
compdef _crmmap crmmap
`;
}

function fish(): string {
    const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
    const commands = commandInfos.map(({ name, summary }) => `complete -c crmmap -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`);
    const options = commandInfos.flatMap((info) =>
        info.options
            .filter(({ later }) => !later)
            .map(({ name, short, value, help }) => {
                const words = [`-l ${name}`, ...(short ? [`-s ${short}`] : []), ...(value ? ['-r'] : []), `-d ${quoted(help)}`];
                return `complete -c crmmap -n '__fish_seen_subcommand_from ${info.name}' ${words.join(' ')}`;
            }),
    );
    return `# fish completion of crmmap. Write to ~/.config/fish/completions/crmmap.fish\n${[...commands, ...options].join('\n')}\n`;
}
