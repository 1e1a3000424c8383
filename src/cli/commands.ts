import type { Option } from './args.ts';

/** What the help says of a command, and which options it takes. */
export interface CommandInfo {
    readonly name: string;
    readonly usage: string;
    readonly summary: string;
    readonly options: readonly Option[];
    readonly examples: readonly string[];
}

const help: Option = { name: 'help', short: 'h', help: 'Show this help.' };
const today: Option = { name: 'today', value: 'DATE', help: 'Compare dates with this day instead of today, such as 2026-11-01.' };

export const checkInfo: CommandInfo = {
    name: 'check',
    usage: 'crmmap check [paths]',
    summary: 'Finds mistakes in maps.',
    options: [
        { name: 'format', value: 'FORMAT', help: 'pretty (for people, the default), json (docs/check-result.schema.json), sarif, github or junit.' },
        { name: 'output', value: 'FILE', help: 'Write the result to a file instead of standard output.' },
        { name: 'max-warnings', value: 'N', help: 'Exit with 1 when there are more warnings than this.' },
        today,
        { name: 'config', value: 'FILE', help: 'Take the settings from this file instead of crmmap.json in a folder above the map.' },
        { name: 'fix', help: 'Mend first what can have one meaning only, in the files; then tell what is left.' },
        { name: 'watch', help: 'Check, and check again after every change, until Ctrl-C.' },
        help,
    ],
    examples: [
        'crmmap check',
        'crmmap check maps --max-warnings 0',
        'crmmap check maps --fix',
        'crmmap check shop.crmmap --format json --output findings.json',
    ],
};

export const exportInfo: CommandInfo = {
    name: 'export',
    usage: 'crmmap export [paths]',
    summary: 'Draws the views of maps.',
    options: [
        { name: 'out', value: 'DIR', help: 'Where the files go. The default is out.' },
        { name: 'format', value: 'FORMATS', help: 'svg (the default), png, pdf, html, mermaid, drawio, markdown, csv, json (the model); several with commas.' },
        { name: 'view', value: 'NAME', help: 'Draw this view only. May be given several times.' },
        { name: 'theme', value: 'THEME', help: 'auto (light and dark in one picture), light or dark. The default is what the view says.' },
        { name: 'scale', value: 'N', help: 'Pixels for each px of a PNG. The default is 2.' },
        {
            name: 'font',
            value: 'FILE',
            help: 'A font for the characters of a PNG or PDF that Inter does not have, such as Chinese ones. May be given several times.',
        },
        { name: 'check', help: 'Write nothing; exit with 1 when a file in DIR is missing or is not what would be written.' },
        { name: 'shard', value: 'I/N', help: 'Draw one part of the maps, such as 2/4; all parts together are all maps.' },
        today,
        { name: 'jobs', value: 'N', help: 'Draw on so many threads. The default is what the machine has and the maps are worth.' },
        { name: 'cache', value: 'DIR', help: 'Keep in this folder what was drawn, and draw only what is not there yet.' },
        { name: 'watch', help: 'Draw, and after every change draw again what depends on it, until Ctrl-C.' },
        help,
    ],
    examples: ['crmmap export shop.crmmap --out docs/maps', 'crmmap export --view landscape --theme light', 'crmmap export maps --out docs/maps --check'],
};

export const formatInfo: CommandInfo = {
    name: 'format',
    usage: 'crmmap format [paths]',
    summary: 'Formats maps, in place.',
    options: [
        { name: 'check', help: 'Write nothing; exit with 1 when a map is not formatted.' },
        { name: 'stdin', help: 'Format what comes on standard input, and write it to standard output.' },
        help,
    ],
    examples: ['crmmap format', 'crmmap format maps --check', 'crmmap format --stdin < shop.crmmap'],
};

export const explainInfo: CommandInfo = {
    name: 'explain',
    usage: 'crmmap explain [codes]',
    summary: 'Explains rules and errors by their codes; without one, lists all.',
    options: [help],
    examples: ['crmmap explain', 'crmmap explain SYS002', 'crmmap explain LNG010 FLW006'],
};

export const initInfo: CommandInfo = {
    name: 'init',
    usage: 'crmmap init [folder]',
    summary: 'Writes a map to start from.',
    options: [{ name: 'template', value: 'NAME', help: 'landscape (the default), journey, lifecycle or full (all of them in one map).' }, help],
    examples: ['crmmap init', 'crmmap init maps --template journey'],
};

export const serveInfo: CommandInfo = {
    name: 'serve',
    usage: 'crmmap serve [paths]',
    summary: 'Shows maps in a browser of this machine, and again after every change.',
    options: [{ name: 'port', value: 'N', help: 'The port of the address. The default is a free one.' }, today, help],
    examples: ['crmmap serve', 'crmmap serve maps --port 8080'],
};

export const lspInfo: CommandInfo = {
    name: 'lsp',
    usage: 'crmmap lsp',
    summary: 'Runs the language server on standard input and output, for editors.',
    options: [{ name: 'stdio', help: 'Changes nothing; some editors add it.' }, help],
    examples: ['crmmap lsp'],
};

export const completionInfo: CommandInfo = {
    name: 'completion',
    usage: 'crmmap completion <shell>',
    summary: 'Prints a script by which bash, zsh or fish complete this program.',
    options: [help],
    examples: ['eval "$(crmmap completion bash)"', 'crmmap completion fish > ~/.config/fish/completions/crmmap.fish'],
};

export const commandInfos: readonly CommandInfo[] = [checkInfo, exportInfo, formatInfo, initInfo, explainInfo, serveInfo, lspInfo, completionInfo];

/** Commands of the contract that are not part of this version. */
export const laterCommands: readonly string[] = ['diff', 'import'];
