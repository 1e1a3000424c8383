import { nameFromTitle } from '../edits/quote.ts';
import { quoted } from '../names.ts';
import { ExpectedWords } from './expected-words.ts';
import type { Lookahead } from './lookahead.ts';
import type { Mistake } from './mistake.ts';
import { at, type Place } from './place.ts';
import type { PropertyOwners } from './property-owners.ts';
import { isEnd, isWordLike, type Token } from './tokens.ts';

/** What is told of a value that is not there, or has the wrong form. */
export class MissingWords {
    private readonly lookahead: Lookahead;
    private readonly owners: PropertyOwners;
    private readonly expected = new ExpectedWords();

    constructor(lookahead: Lookahead, owners: PropertyOwners) {
        this.lookahead = lookahead;
        this.owners = owners;
    }

    /** A value that is not there, or not as it should be. */
    mistake(place: Place, token: Token): Mistake {
        const before = at(place, -1);
        const colon = before.tokenType.name === ':' ? at(place, -2) : undefined;
        if (colon && this.owners.of(colon.image).includes(place.bodyLevel.opened.rule.type)) {
            return {
                code: 'LNG001',
                message: `No colon stands between a property and its value. Remove the : after ${quoted(colon.image)}.`,
                from: before,
                to: before,
                write: '',
            };
        }
        if (before.tokenType.name === ',' && !token.first && /^[a-z]/.test(token.image) && this.owners.begins(place, token.image))
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
        const isNext = token.tokenType.word === true && this.owners.begins(place, token.image);
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
}

/** A name or a path that stands in quotes; undefined where it is none. */
function pathIn({ image }: Token): string | undefined {
    const inside = image.slice(1, -1);
    return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(inside) ? inside : undefined;
}
