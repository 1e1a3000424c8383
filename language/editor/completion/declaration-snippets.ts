import { type CompletionItem, CompletionItemKind, InsertTextFormat, InsertTextMode } from 'vscode-languageserver-protocol';
import snippets from '../../snippets.json' with { type: 'json' };
import { type Place, rankText } from './place.ts';
import { choice } from './snippet-text.ts';

interface Snippet {
    readonly prefix: string;
    readonly description: string;
    readonly body: readonly string[];
}

const all: readonly (readonly [title: string, snippet: Snippet])[] = Object.entries(snippets);

/** What each prefix declares: type of the grammar. */
const declares: Readonly<Record<string, string>> = {
    import: 'Import',
    team: 'Team',
    goal: 'Goal',
    metric: 'Metric',
    segment: 'Segment',
    persona: 'Persona',
    channel: 'Channel',
    region: 'Region',
    capability: 'Capability',
    system: 'System',
    entity: 'Entity',
    master: 'Entity',
    field: 'Field',
    picklist: 'Field',
    flow: 'Flow',
    lifecycle: 'Lifecycle',
    activity: 'Activity',
    journey: 'Journey',
    touchpoint: 'Touchpoint',
    pain: 'Pain',
    opportunity: 'Opportunity',
    evidence: 'Evidence',
    initiative: 'Initiative',
    view: 'View',
};

/** Words of snippets that stand for a name, and what they name. */
const stands: Readonly<Record<string, string>> = {
    team: 'Team',
    region: 'Region',
    segment: 'Segment',
    persona: 'Persona',
    channel: 'Channel',
    website: 'Channel',
    metric: 'Metric',
    goal: 'Goal',
    system: 'System',
    'system.Entity': 'Entity',
    'lifecycle.stage': 'LifecycleStage',
    'journey.opportunity': 'Opportunity',
    flow: 'Flow',
    journey: 'Journey',
    lifecycle: 'Lifecycle',
    touchpoint: 'Touchpoint',
};

const mostNames = 12;

/** Bodies with blanks for what may be declared at a place: `prefix` is a word that the grammar can read there, `type` what it would declare. */
export function declarationSnippets(prefix: string, type: string, place: Place, namesOf: (type: string) => readonly string[]): CompletionItem[] {
    return all.flatMap(([title, snippet], index) =>
        snippet.prefix === prefix && typeOf(title, snippet, type) === type ? [itemOf(title, snippet, index, place, namesOf)] : [],
    );
}

/** A snippet by its prefix, whatever it declares. */
export function commentSnippets(prefix: string, place: Pick<Place, 'range'>): CompletionItem[] {
    return all.flatMap(([title, snippet], index) => (snippet.prefix === prefix ? [itemOf(title, snippet, index, place, () => [])] : []));
}

function typeOf(title: string, { prefix }: Snippet, wanted: string): string | undefined {
    if (prefix === 'map') return title.startsWith('Mapping') ? 'Mapping' : 'MapInfo';
    if (prefix === 'stage') return wanted === 'LifecycleStage' || wanted === 'JourneyStage' ? wanted : undefined;
    return declares[prefix];
}

function itemOf(
    title: string,
    { prefix, description, body }: Snippet,
    index: number,
    { range }: Pick<Place, 'range'>,
    namesOf: (type: string) => readonly string[],
): CompletionItem {
    const text = withNames(body.join('\n'), namesOf);
    return {
        label: prefix,
        labelDetails: { description: title },
        kind: CompletionItemKind.Snippet,
        detail: description,
        documentation: { kind: 'markdown', value: `\`\`\`crmmap\n${plain(text)}\n\`\`\`` },
        sortText: `1b${prefix} ${rankText(index)}`,
        insertTextFormat: InsertTextFormat.Snippet,
        insertTextMode: InsertTextMode.adjustIndentation,
        textEdit: { range, newText: text },
    };
}

/** A snippet in which a name is chosen from those of the map, where it has some. */
function withNames(body: string, namesOf: (type: string) => readonly string[]): string {
    return body.replace(/\$\{(\d+):([\w.]+)\}/g, (whole, index: string, word: string) => {
        const type = Object.hasOwn(stands, word) ? stands[word] : undefined;
        const names = type === undefined ? [] : namesOf(type).slice(0, mostNames);
        return names.length === 0 ? whole : choice(Number(index), names);
    });
}

/** What a snippet looks like before anything is filled in. */
function plain(body: string): string {
    return body
        .replace(/\$\{\d+\|([^,|]*(?:\\,[^,|]*)*)[^|]*\|\}/g, '$1')
        .replace(/\$\{\d+:\$CURRENT_YEAR-[^}]*\}/g, 'YYYY-MM-DD')
        .replace(/\$\{\d+:([^}]*)\}/g, '$1')
        .replace(/\$\{?\d+\}?/g, '')
        .replaceAll('\\', '');
}
