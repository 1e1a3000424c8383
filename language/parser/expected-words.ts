import { AstUtils, GrammarAST } from 'langium';
import { kindNames, withArticle } from '../names.ts';
import { closedLists, type Vocabulary } from '../vocabulary.ts';
import type { State } from './graph.ts';
import type { Place } from './place.ts';
import type { Level } from './run.ts';
import { isWordLike, type Token } from './tokens.ts';

const values: Readonly<Record<string, string>> = {
    Duration: 'a length of time, such as 3 days',
    Money: 'a number, such as 96000 per year',
    Percent: 'a share, such as 6 percent',
    Share: 'a share, such as 6 percent',
    Link: 'an address in quotes, such as "https://example.com"',
    Limit: 'a limit, such as 5000 calls per day',
    Volume: 'a number, such as 2200 per day',
    STRING: 'a text in quotes',
    NUMBER: 'a number, such as 40',
    DATE: 'a date, such as 2026-09-30',
    Name: 'a name',
    Label: 'a name',
    FieldType: 'a type, such as text(80), email or date',
    ErrorStep: 'what happens: retry 3, dead-letter, alert TEAM, replay or fallback',
    Selector: 'what is meant: a name, or tag, category, owner, region, lifecycle, flows or neighbours of',
    MetricSource: 'a file in quotes',
    Evidence: 'its method and finding',
    DataUse: 'the path of an entity or a field, such as crm.Contact.Email',
    Provision: 'the name of a capability',
    ValuePair: 'two texts, such as "A" -> "B"',
    LABEL: 'a name',
    '->': 'an arrow: ->',
    ':': 'a colon',
    percent: 'percent',
    per: 'per and a unit of time, such as per day',
};

const texts: Readonly<Record<string, string>> = {
    path: 'a file in quotes, such as "./systems.crmmap"',
    url: 'an address in quotes, such as "https://example.com"',
};

const longLists = 9;

/** What an author should write at a place. */
export class ExpectedWords {
    /** `written` is a word that stands where a text is wanted. */
    describe({ unit, unitLevel, expected }: Place, written: string | undefined): string {
        const target = targetOf(unit);
        if (target?.feature === 'times') return 'how often, such as 3';
        if (target?.feature === 'emotion') return 'a number from -2 to +2, such as -1 "Unsure"';
        const reference = crossReferenceOf(unit);
        if (reference !== undefined) return referenced(reference);
        const name = unit.kind === 'call' ? unit.called.name : unit.kind === 'token' ? unit.type : undefined;
        const list = target && listOf(unitLevel, target.feature);
        if (list) return fromList(list.words, list.called);
        if (name === 'STRING' && target && Object.hasOwn(texts, target.feature)) return texts[target.feature] ?? '';
        if (name === 'STRING' && written !== undefined) return `a text in quotes: "${written}"`;
        if (name !== undefined) return values[name] ?? `\`${name}\``;
        return anyOf(expected);
    }

    /** The values that could be written, where they are few; `token` is what stands there, and `next` what follows it. */
    fewWords({ unit, unitLevel }: Place, token: Token | undefined, next: Token | undefined): string[] | undefined {
        const target = targetOf(unit);
        if (target?.feature === 'emotion') {
            const feeling =
                token &&
                (token.tokenType.name === 'STRING' ? token.image : isWordLike(token) && next?.tokenType.name !== 'STRING' ? `"${token.image}"` : undefined);
            return ['+2', '+1', '0', '-1', '-2'].map((number) => (feeling === undefined ? number : `${number} ${feeling}`));
        }
        if (target?.feature === 'times') return ['3', '5', '10'];
        const words = Object.keys((target && listOf(unitLevel, target.feature)?.words) ?? {});
        return words.length > 0 && words.length <= longLists && !words.includes('retry') ? words : undefined;
    }

    /** The type of what is to be named at a place. */
    reference({ unit }: Place): string | undefined {
        return crossReferenceOf(unit);
    }

    /** Whether a name or a word of a closed list is wanted, which stand without quotes. */
    isWord({ unit, unitLevel }: Place): boolean {
        const target = targetOf(unit);
        const name = unit.kind === 'call' ? unit.called.name : undefined;
        return crossReferenceOf(unit) !== undefined || name === 'Name' || (target !== undefined && listOf(unitLevel, target.feature) !== undefined);
    }
}

function anyOf(expected: readonly State[]): string {
    const types = [...new Set(expected.flatMap((state) => (state.kind === 'token' ? [state.type] : [])))];
    if (types.includes('->')) return 'an arrow: ->';
    const words = types.filter((type) => type !== 'LABEL' && type !== 'BACKTICK').map((type) => values[type] ?? (type === 'WORD' ? 'a name' : `\`${type}\``));
    const shown = [...new Set(words)].slice(0, 4);
    const last = shown.pop() ?? 'something else';
    return shown.length === 0 ? last : `${shown.join(', ')} or ${last}`;
}

function targetOf(unit: State): { readonly feature: string } | undefined {
    return unit.kind === 'call' || unit.kind === 'token' ? unit.target : undefined;
}

/** The type of the grammar that a value refers to. */
export function crossReferenceOf(unit: State): string | undefined {
    if (unit.kind !== 'call' && unit.kind !== 'token') return undefined;
    return AstUtils.getContainerOfType(unit.element, GrammarAST.isCrossReference)?.type.$refText;
}

function referenced(type: string): string {
    return type === 'Field' ? 'the name of a field' : `the name of ${withArticle(kindNames[type] ?? 'thing')}`;
}

/** The closed list that the words of a property come from. */
export function listOf(level: Level, feature: string): { readonly words: Vocabulary; readonly called: string } | undefined {
    let around: Level | undefined = level;
    while (around && around.opened.rule.builds !== 'node') around = around.outer;
    const type = around?.opened.rule.type;
    const found = closedLists.find(([kind, property]) => kind === type && property === feature);
    return found && { words: found[2], called: found[3] };
}

function fromList(words: Vocabulary, called: string): string {
    const all = Object.keys(words);
    return all.length <= longLists ? `one of ${all.join(', ')}` : `${withArticle(called)}, such as ${all.slice(0, 3).join(', ')}`;
}
