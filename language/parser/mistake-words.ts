import { GrammarAST } from 'langium';
import { nameFromTitle } from '../edits/quote.ts';
import { kindNames, quoted, withArticle } from '../names.ts';
import { ExpectedWords } from './expected-words.ts';
import type { ChoiceState, GrammarGraph, Rule, State } from './graph.ts';
import type { Lookahead } from './lookahead.ts';
import type { Mistake } from './mistake.ts';
import type { Level } from './run.ts';
import { isEnd, isWordLike, type Token } from './tokens.ts';

/** Where a mistake stands, and what the grammar could read there. */
export interface Place {
    readonly tokens: readonly Token[];
    readonly index: number;
    readonly state: State;
    /** The states that read a token, any of which could come next. */
    readonly expected: readonly State[];
    /** The value that is asked for: the outermost thing that would begin here. */
    readonly unit: State;
    readonly unitLevel: Level;
    readonly bodyLevel: Level;
    readonly loop: ChoiceState;
    /** Index of the first token of the statement. */
    readonly statement: number;
    /** Whether the statement could be over here. */
    readonly mayEnd: boolean;
}

/** Where a nested declaration may stand, in words. */
const homes: Readonly<Record<string, string>> = {
    entity: 'in a system',
    master: 'in a system',
    stage: 'in a lifecycle or a journey',
    activity: 'in a stage of a lifecycle',
    touchpoint: 'in a stage of a journey',
    pain: 'in a touchpoint',
    opportunity: 'in a touchpoint',
    evidence: 'in a touchpoint or a pain',
};

/** What a body holds beside its properties. */
const parts: Readonly<Record<string, string>> = { System: 'entity', Lifecycle: 'stage', Journey: 'stage', JourneyStage: 'touchpoint' };

/** Puts a mistake of the text in words: what is wrong, and what to write instead. */
export class MistakeWords {
    private readonly graph: GrammarGraph;
    private readonly lookahead: Lookahead;
    private readonly expected: ExpectedWords;
    private owners: ReadonlyMap<string, readonly string[]> | undefined;

    constructor(graph: GrammarGraph, lookahead: Lookahead) {
        this.graph = graph;
        this.lookahead = lookahead;
        this.expected = new ExpectedWords();
    }

    /** The keywords that could stand at a place. */
    keywordsAt(place: Place): string[] {
        return [...new Set(place.expected.flatMap((state) => (state.kind === 'token' && isWordKeyword(state.element) ? [state.type] : [])))];
    }

    /** Whether a word begins a property or a declaration of the body at hand. */
    begins({ loop }: Place, word: string): boolean {
        return this.lookahead.first(loop).types.includes(word);
    }

    /** The words that begin a declaration of a file. */
    declarations(): string[] {
        const element = this.graph.rules.get('Element');
        return ['import', ...(element ? this.keywordsOf(element.start) : [])];
    }

    unknownDeclaration(token: Token, meant: string | undefined, next: Token | undefined): Mistake {
        const kinds = this.declarations()
            .filter((word) => word !== 'import')
            .join(', ');
        const flow = next && !next.first && isWordLike(next) ? ` A flow is written ${token.image} -> ${next.image}.` : '';
        const advice = meant === undefined ? `Write one of ${kinds}.${flow}` : `Did you mean \`${meant}\`?`;
        return { code: 'LNG003', message: `${quoted(token.image)} is no kind of declaration. ${advice}`, from: token, to: token, write: meant };
    }

    misspelt(place: Place, meant: string, token = at(place, 0)): Mistake {
        const what = place.mayEnd ? this.noProperty(place, token) : `${quoted(token.image)} is not expected here.`;
        return { code: 'LNG002', message: `${what} Did you mean \`${meant}\`?`, from: token, to: token, write: meant };
    }

    /** The words of a title that lacks its quotes. */
    unquotedTitle(from: Token, to: Token, words: string, write = `"${words}"`): Mistake {
        return { code: 'LNG004', message: `A text stands in quotes. Write ${write}.`, from, to, write };
    }

    mistakeAt(place: Place): Mistake {
        const token = at(place, 0);
        return place.mayEnd && !isEnd(token) ? this.tooMuch(place, token) : this.missing(place, token);
    }

    /** A value that is not there, or not as it should be. */
    private missing(place: Place, token: Token): Mistake {
        const before = at(place, -1);
        const colon = before.tokenType.name === ':' ? at(place, -2) : undefined;
        if (colon && this.ownersOf(colon.image).includes(place.bodyLevel.opened.rule.type)) {
            return {
                code: 'LNG001',
                message: `No colon stands between a property and its value. Remove the : after ${quoted(colon.image)}.`,
                from: before,
                to: before,
                write: '',
            };
        }
        if (before.tokenType.name === ',' && !token.first && /^[a-z]/.test(token.image) && this.begins(place, token.image))
            return { code: 'LNG001', message: 'No comma stands before a property. Remove it.', from: before, to: before, write: '' };
        const wrong = token.startLine === before.endLine && !isEnd(token) && !['{', '}'].includes(token.tokenType.name);
        const marked = wrong ? token : before;
        const words = wrong ? this.wordsFrom(place, place.index) : [];
        const written = words.length > 0 ? words.map((word) => word.image.replaceAll('`', '')).join(' ') : undefined;
        const text = place.unit.kind === 'token' && place.unit.type === 'STRING';
        const listed = text && words.length > 0 ? this.textsFrom(place, words) : undefined;
        const to = listed?.to ?? marked;
        const named = this.namedByText(place, token);
        if (named) return named;
        const quotes = wrong && token.tokenType.name === 'STRING' && this.expected.isWord(place) ? ', without quotes' : '';
        const message = `After ${this.leading(place)}, write ${this.expected.describe(place, written)}${quotes}.`;
        const word = this.onlyWord(place);
        const write = listed?.write ?? (quotes !== '' && !this.isMethod(place) ? pathIn(token) : word && wrong ? this.withWord(word, token) : undefined);
        const behind = wrong || word === undefined || word === '->' ? undefined : word === 'per' ? ' per year' : word === ')' ? ')' : ` ${word}`;
        return {
            code: 'LNG004',
            message,
            from: marked,
            to,
            write,
            choices: this.choices(place, marked, wrong),
            behind,
            titled: quotes === '' ? undefined : this.expected.reference(place),
        };
    }

    /** The one word or arrow that can stand at a place. */
    private onlyWord({ expected, tokens, index }: Place): string | undefined {
        const token = tokens[index] as Token;
        const types = new Set(expected.map((state) => (state.kind === 'token' ? state.type : '')));
        const [only = ''] = types;
        if (types.has(')') && !isWordLike(token)) return ')';
        if (types.has('->')) return [...types].every((type) => ['->', '<-', '<->', '.'].includes(type)) ? '->' : undefined;
        return types.size === 1 && /^[a-z]+$/.test(only) ? only : undefined;
    }

    /** The words of a line that stand where a text should, up to the next property. */
    private wordsFrom({ tokens, loop }: Place, index: number): Token[] {
        const keywords = this.lookahead.first(loop).types;
        const words: Token[] = [];
        for (
            let next = tokens[index];
            next && isWordLike(next) && (words.length === 0 || (!next.first && !keywords.includes(next.tokenType.name)));
            next = tokens[index + words.length]
        ) {
            words.push(next);
        }
        return words;
    }

    /** Words where texts should stand, with further ones behind commas: all of them in quotes. */
    private textsFrom(place: Place, first: readonly Token[]): { readonly to: Token; readonly write: string } {
        const texts: string[] = [];
        let to = first.at(-1) as Token;
        let at = place.index;
        for (let words = first; words.length > 0; words = place.tokens[at]?.tokenType.name === ',' ? this.wordsFrom(place, ++at) : []) {
            texts.push(`"${words.map(({ image }) => image.replaceAll('`', '')).join(' ')}"`);
            to = words.at(-1) as Token;
            at += words.length;
            if (!(place.unit.kind === 'token' && place.unit.target?.operator === '+=')) break;
        }
        return { to, write: texts.join(', ') };
    }

    /** `system "Web shop"` lacks its name. */
    private namedByText(place: Place, token: Token): Mistake | undefined {
        const { unit } = place;
        const isName = unit.kind === 'call' && unit.called.name === 'Name' && unit.target?.feature === 'name';
        if (!isName || token.tokenType.name !== 'STRING' || token.startLine !== at(place, -1).endLine) return undefined;
        const title = place.tokens[place.index + 1]?.tokenType.name === 'STRING' ? '' : ` ${token.image}`;
        const name = nameFromTitle(token.image.slice(1, -1));
        const write = name === undefined ? undefined : `${name}${title}`;
        const message = `After ${this.leading(place)}, write a name without quotes${title === '' ? '' : ' before the title'}${write === undefined ? '' : `: ${write}`}.`;
        return { code: 'LNG004', message, from: token, to: token, write };
    }

    /** The values that could stand at a place, where they are few. */
    private choices(place: Place, marked: Token, wrong: boolean): string[] | undefined {
        const token = at(place, 0);
        const words = this.expected.fewWords(place, wrong ? token : undefined, place.tokens[place.index + 1]);
        const isBefore = token.tokenType.name === 'STRING' && this.isMethod(place);
        const isNext = token.tokenType.word === true && this.begins(place, token.image);
        return words?.map((word) => (!wrong ? `${marked.image} ${word}` : isNext || isBefore ? `${word} ${token.image}` : word));
    }

    /** Whether the kind of some evidence is asked for, which a text follows. */
    private isMethod({ unit }: Place): boolean {
        return unit.kind === 'call' && unit.target?.feature === 'method';
    }

    /** A word or an arrow before what follows it, or instead of a word that says the same. */
    private withWord(word: string, token: Token): string {
        return word === '->' && ['to', 'into', 'from'].includes(token.image) ? word : `${word} ${token.image}`;
    }

    /** Something behind a statement that could be over. */
    private tooMuch(place: Place, token: Token): Mistake {
        const type = token.tokenType.name;
        const kind = this.kindOf(place);
        const comma = place.expected.some((state) => state.kind === 'token' && state.type === ',');
        const one = (code: string, message: string, write?: string): Mistake => ({ code, message, from: token, to: token, write });
        if (comma && !token.first && (type === 'STRING' || isWordLike(token)) && this.ownersOf(token.image).length === 0) {
            return one(
                'LNG004',
                `Values of a list have commas between them. Write , before ${type === 'STRING' ? token.image : quoted(token.image)}.`,
                `, ${token.image}`,
            );
        }
        if (type === 'LABEL')
            return one(
                'LNG002',
                `${quoted(token.image)} looks like a field, and fields stand in an entity.${kind === undefined ? '' : ` This is ${withArticle(kind)}.`}`,
            );
        if (isWordLike(token)) return one('LNG002', this.unknownWord(place, token, kind), this.wordWithIts(place, token, kind));
        if (type === 'STRING') {
            const property =
                kind === undefined ? undefined : place.expected.some((state) => state.kind === 'token' && state.type === 'using') ? 'using' : 'note';
            return one('LNG001', 'This text belongs to no property. Write the name of its property before it.', property && `${property} ${token.image}`);
        }
        if (type === 'NUMBER' || type === 'DATE')
            return one('LNG001', `This ${type === 'DATE' ? 'date' : 'number'} belongs to no property. Write the name of its property before it.`);
        const path = place.bodyLevel.outer === undefined ? pathsAround(place) : undefined;
        if (['->', '<-', '<->'].includes(type) && path)
            return one('LNG001', `Write two flows: ${path.before} and ${path.after}.`, `\n${path.middle} ${token.image}`);
        if (type === '{') return one('LNG001', `No body can stand here. Remove the { and its }, or begin a declaration before it.`);
        return one('LNG001', `\`${token.image}\` is not expected here. Remove it.`, '');
    }

    private unknownWord(place: Place, token: Token, kind: string | undefined): string {
        const home = homes[token.image];
        const named = quoted(token.image);
        if (home !== undefined)
            return `${capital(withArticle(token.image === 'master' ? 'entity' : token.image))} stands ${home}, not ${kind === undefined ? 'alone' : `in ${withArticle(kind)}`}.`;
        if (kind !== undefined && this.declarations().includes(token.image))
            return `${capital(withArticle(token.image))} cannot stand in ${withArticle(kind)}. Write it outside of it.`;
        const owners = this.ownersOf(token.image).map((type) => kindNames[type] ?? type);
        const next = at(place, 1);
        const lacking = this.lackingWord(place) ?? this.lackingKind(place, token);
        if (owners.length === 0 && lacking !== undefined) return `${named} is not expected here. Is \`${lacking}\` missing before it?`;
        const way = kind === 'journey' && isWordLike(next) && !next.first ? ` A way is written ${token.image} -> ${next.image}.` : '';
        if (owners.length === 0) return `${this.noProperty(place, token)}${way}`;
        const listed = owners.length > 4 ? 'other declarations' : owners.map(withArticle).join(' or ');
        if (kind === undefined) return `${named} is a property of ${listed}. Write it between the { and } of one.`;
        return `${this.noProperty(place, token)} It belongs to ${listed}.`;
    }

    /** A word with the keyword that it lacks before it, or with the arrow of the way that it begins. */
    private wordWithIts(place: Place, token: Token, kind: string | undefined): string | undefined {
        if (homes[token.image] !== undefined || this.declarations().includes(token.image) || this.ownersOf(token.image).length > 0) return undefined;
        const lacking = this.lackingWord(place) ?? this.lackingKind(place, token);
        if (lacking !== undefined) return `${lacking} ${token.image}`;
        const next = at(place, 1);
        return kind === 'journey' && isWordLike(next) && !next.first ? `${token.image} ->` : undefined;
    }

    /** The kind of a declaration in a body, where a name with a title or a body of its own stands alone; or the word before a mapping. */
    private lackingKind(place: Place, token: Token): string | undefined {
        const next = at(place, 1);
        const owner = place.bodyLevel.opened.rule.type;
        if (place.index !== place.statement || token.tokenType.name === 'LABEL') return undefined;
        if (owner === 'Flow' && ['->', '.', ','].includes(next.tokenType.name)) return 'map';
        const body = next.tokenType.name === 'STRING' ? at(place, 2) : next;
        if (next.first || body.first || body.tokenType.name !== '{') return undefined;
        return parts[owner];
    }

    /** The one keyword that a declaration could go on with before its body. */
    private lackingWord({ expected, state, index, statement }: Place): string | undefined {
        if (index === statement) return undefined;
        const own = expected.flatMap((next) =>
            next.kind === 'token' && next.rule === state.rule && next !== next.rule.start && isWordKeyword(next.element) ? [next.type] : [],
        );
        return own.length === 1 ? own[0] : undefined;
    }

    private noProperty(place: Place, token: Token): string {
        const kind = this.kindOf(place);
        return kind === undefined ? `${quoted(token.image)} is not expected here.` : `${capital(withArticle(kind))} has no property ${quoted(token.image)}.`;
    }

    /** What the body belongs to; undefined for a whole file. */
    private kindOf({ bodyLevel }: Place): string | undefined {
        for (let level: Level | undefined = bodyLevel; level; level = level.outer) {
            const kind = kindNames[level.opened.rule.type];
            if (kind !== undefined) return kind;
        }
        return undefined;
    }

    /** The words before a missing value, as an author sees them. */
    private leading(place: Place): string {
        let from = place.index - 1;
        const isWord = (index: number): boolean => index >= place.statement && /^[a-z-]+$/.test(place.tokens[index]?.tokenType.name ?? '');
        if (!isWord(from)) {
            const before = at(place, -1);
            return before.tokenType.name === ':'
                ? quoted(`${at(place, -2).image} :`)
                : before.tokenType.name === 'STRING'
                  ? 'this text'
                  : before.tokenType.name === ','
                    ? 'the comma'
                    : quoted(before.image);
        }
        while (isWord(from - 1)) from--;
        return `\`${place.tokens
            .slice(from, place.index)
            .map((token) => token.image)
            .join(' ')}\``;
    }

    /** The kinds of declaration that have a property. */
    private ownersOf(word: string): readonly string[] {
        this.owners ??= this.collectOwners();
        return this.owners.get(word) ?? [];
    }

    private collectOwners(): Map<string, string[]> {
        const owners = new Map<string, string[]>();
        for (const rule of this.graph.rules.values()) {
            if (rule.builds !== 'node' || kindNames[rule.type] === undefined) continue;
            for (const word of bodiesOf(rule).flatMap((loop) => this.keywordsOf(loop))) {
                const kinds = owners.get(word) ?? [];
                if (!kinds.includes(rule.type)) kinds.push(rule.type);
                owners.set(word, kinds);
            }
        }
        return owners;
    }

    private keywordsOf(state: State): string[] {
        const { types, guarded } = this.lookahead.first(state);
        return [...types, ...guarded.flatMap((part) => part.types)].filter((type) => /^[a-z]/.test(type));
    }
}

/** The loops between the braces of a rule. */
function bodiesOf(rule: Rule): ChoiceState[] {
    const found: ChoiceState[] = [];
    const seen = new Set<State>();
    const open: State[] = [rule.start];
    for (let state = open.pop(); state; state = open.pop()) {
        if (seen.has(state)) continue;
        seen.add(state);
        if (state.kind === 'choice' && state.body) found.push(state);
        if (state.kind === 'choice') open.push(...state.choices);
        else if (state.kind !== 'end') open.push(state.next);
    }
    return found;
}

function at(place: Place, offset: number): Token {
    return place.tokens[Math.max(0, place.index + offset)] as Token;
}

/** The flow that is written up to an arrow, and the one that the arrow would begin. */
function pathsAround({ tokens, index, statement }: Place): { readonly before: string; readonly middle: string; readonly after: string } | undefined {
    const isPath = (token: Token | undefined): boolean => token !== undefined && (isWordLike(token) || token.tokenType.name === '.');
    const isArrow = (token: Token | undefined): boolean => ['->', '<-', '<->'].includes(token?.tokenType.name ?? '');
    const words = (from: number, to: number): string =>
        tokens
            .slice(from, to)
            .filter((token) => isPath(token))
            .map(({ image }) => image)
            .join('');
    let first = statement + 1;
    while (first < index && !isArrow(tokens[first])) first++;
    if (first >= index) return undefined;
    let from = first;
    while (from > statement && isPath(tokens[from - 1]) && !(isWordLike(tokens[from - 1] as Token) && isWordLike(tokens[from] as Token))) from--;
    let to = index + 1;
    while (isPath(tokens[to]) && !tokens[to]?.first) to++;
    const middle = words(first + 1, index);
    return { before: `${words(from, first)} ${tokens[first]?.image} ${middle}`, middle, after: `${middle} ${tokens[index]?.image} ${words(index + 1, to)}` };
}

function isWordKeyword(element: GrammarAST.AbstractElement): boolean {
    return GrammarAST.isKeyword(element) && /^[a-z]/.test(element.value);
}

/** A name or a path that stands in quotes; undefined where it is none. */
function pathIn({ image }: Token): string | undefined {
    const inside = image.slice(1, -1);
    return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(inside) ? inside : undefined;
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
