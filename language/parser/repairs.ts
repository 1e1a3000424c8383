import { quoted } from '../names.ts';
import { nearest } from '../nearest.ts';
import { fieldTypes, limitCounts, otherTypeNames, rateUnits } from '../vocabulary.ts';
import { listOf } from './expected-words.ts';
import type { State, TokenState } from './graph.ts';
import { isPathBeforeArrow } from './guards.ts';
import type { Lookahead } from './lookahead.ts';
import type { Mistake } from './mistake.ts';
import type { MistakeWords, Place } from './mistake-words.ts';
import type { Level } from './run.ts';
import { isWordLike, missingToken, type Token } from './tokens.ts';

/** Where the parser reads, as far as a repair needs it. */
export interface Reading {
    readonly tokens: Token[];
    readonly index: number;
    readonly token: Token;
    replace(token: Token): void;
    /** Notes a name that stands in a part of the text that could not be understood. */
    lose(name: Token): void;
    report(mistake: Mistake): void;
}

/** Mends what is clearly meant, and tells of it: the parser then reads on as if it had been right. */
export class Repairs {
    private readonly at: Reading;
    private readonly words: MistakeWords;
    private readonly lookahead: Lookahead;

    constructor(at: Reading, words: MistakeWords, lookahead: Lookahead) {
        this.at = at;
        this.words = words;
        this.lookahead = lookahead;
    }

    /** Mends the text at a mistake; the state to go on with, or undefined where nothing helps. */
    mend(place: Place): State | undefined {
        return (
            this.field(place) ??
            this.word(place) ??
            this.colon(place) ??
            this.titleColon(place) ??
            this.digits(place) ??
            this.limit(place) ??
            this.comma(place) ??
            this.title(place)
        );
    }

    /** `Email email` is read with the colon that it lacks. */
    private field(place: Place): State | undefined {
        const { token } = this.at;
        const type = this.at.tokens[this.at.index + 1];
        if (
            place.bodyLevel.opened.rule.type !== 'Entity' ||
            !place.mayEnd ||
            token.tokenType.word !== true ||
            !type ||
            type.first ||
            !(Object.hasOwn(fieldTypes, type.image) || Object.hasOwn(otherTypeNames, type.image))
        )
            return undefined;
        this.at.report({
            code: 'LNG004',
            message: `A colon stands between a field and its type. Write \`${token.image} : ${type.image}\`.`,
            from: token,
            to: token,
            write: `${token.image} :`,
        });
        this.at.tokens.splice(this.at.index, 1, { ...token, tokenType: labelType }, missingToken(':', ':', token));
        return place.state;
    }

    /** A word that is nearly a keyword is read as that keyword. */
    private word(place: Place): State | undefined {
        const { token } = this.at;
        if (token.tokenType.word !== true || token.tokenType.name === 'LABEL') return undefined;
        const keywords = this.words.keywordsAt(place);
        const meant = keywords.includes(token.image) ? undefined : nearest(token.image, keywords);
        if (meant === undefined) return undefined;
        this.at.report(this.words.misspelt(place, meant));
        this.at.replace(asKeyword(token, meant));
        return place.state;
    }

    /** A declaration whose kind is nearly a known one is read as such; any other is read as a whole, and told of. */
    declaration(): boolean {
        const { token } = this.at;
        const kinds = this.words.declarations();
        const meant = nearest(token.image, kinds);
        const name = this.at.tokens[this.at.index + 1];
        this.at.report(this.words.unknownDeclaration(token, meant, name));
        if (meant === undefined) {
            if (name && isWordLike(name)) this.at.lose(name);
            return false;
        }
        this.at.replace(asKeyword(token, meant));
        return true;
    }

    /** Where a word of a closed list has a keyword of its own, because more follows it, a word that is nearly that one is read as it. */
    alternative(state: TokenState, level: Level): boolean {
        const list = state.target && listOf(level, state.target.feature);
        const { token } = this.at;
        const meant = list && !Object.hasOwn(list.words, token.image) ? nearest(token.image, Object.keys(list.words)) : undefined;
        if (!list || meant === undefined || !this.lookahead.first(state.rule.start).types.includes(meant)) return false;
        this.at.report({
            code: 'LNG020',
            message: `${quoted(token.image)} is no ${list.called}. Did you mean \`${meant}\`?`,
            from: token,
            to: token,
            write: meant,
        });
        this.at.replace(asKeyword(token, meant));
        return true;
    }

    /** Values of a picklist that lack their quotes are left out, with those beside them. */
    picklist(): void {
        const { tokens, index } = this.at;
        if (this.at.token.image !== 'picklist' || tokens[index + 1]?.tokenType.name !== '(') return;
        const from = index + 2;
        const isPart = (token: Token | undefined): boolean =>
            token !== undefined && (isWordLike(token) || [',', 'STRING', 'NUMBER', 'DATE'].includes(token.tokenType.name)) && token.tokenType.name !== 'LABEL';
        let end = from;
        while (isPart(tokens[end])) end++;
        if (tokens[end]?.tokenType.name !== ')') for (end = from; isPart(tokens[end]) && tokens[end]?.first === false; end++);
        const values = tokens.slice(from, end);
        if (values.every(({ tokenType }) => tokenType.name === 'STRING' || tokenType.name === ',')) return;
        const shown: string[][] = [[]];
        for (const { tokenType, image } of values) {
            if (tokenType.name === ',') shown.push([]);
            else shown.at(-1)?.push(image.replaceAll(/[`"]/g, ''));
        }
        const texts = shown.filter((words) => words.length > 0).map((words) => `"${words.join(' ')}"`);
        this.at.report({
            code: 'LNG021',
            message: `The values of a picklist stand in quotes. Write picklist(${texts.join(', ')}).`,
            from: values[0] as Token,
            to: values.at(-1) as Token,
            write: texts.join(', '),
        });
        tokens.splice(from, values.length);
    }

    /** `flow orders shop -> erp` is read with the colon that it lacks. */
    flowName(): void {
        const name = this.at.tokens[this.at.index + 1];
        if (this.at.token.tokenType.name !== 'flow' || !name || name.tokenType.word !== true || name.first || name.tokenType.name === 'LABEL') return;
        const title = this.at.tokens[this.at.index + 2]?.tokenType.name === 'STRING' ? 1 : 0;
        const end = this.at.index + 2 + title;
        const flow = this.at.token;
        const from = this.at.tokens[end];
        // In a line of its own only where it stands further to the right: else it is a flow of its own.
        if (!from || (from.first && from.startColumn <= flow.startColumn) || !isPathBeforeArrow(this.at.tokens, end)) return;
        const moved = title === 1 ? ' The title stands at the end of the line.' : '';
        this.at.report({
            code: 'LNG004',
            message: `Write : after the name ${quoted(name.image)}.${moved}`,
            from: name,
            to: name,
            write: title === 1 ? undefined : `${name.image}:`,
        });
        this.at.tokens.splice(this.at.index + 1, 1 + title, { ...name, tokenType: labelType }, missingToken(':', ':', name));
    }

    /** `vendor: "Salesforce"` is read without the colon. */
    private colon(place: Place): State | undefined {
        const { token } = this.at;
        if (token.tokenType.name !== 'LABEL' || !this.words.keywordsAt(place).includes(token.image)) return undefined;
        const colon = this.at.tokens[this.at.index + 1] as Token;
        this.at.report({
            code: 'LNG001',
            message: `No colon stands between a property and its value. Remove the : after \`${token.image}\`.`,
            from: colon,
            to: colon,
            write: '',
        });
        this.at.replace(asKeyword(token, token.image));
        this.at.tokens.splice(this.at.index + 1, 1);
        return place.state;
    }

    /** `a -> b: "Label"` is read without the colon. */
    private titleColon(place: Place): State | undefined {
        const { tokens, index, token } = this.at;
        const before = tokens[index - 1]?.tokenType.name ?? '';
        if (token.tokenType.name !== 'LABEL' || !['->', '<-', '<->', '.'].includes(before) || tokens[index + 2]?.tokenType.name !== 'STRING') return undefined;
        const colon = tokens[index + 1] as Token;
        this.at.report({ code: 'LNG001', message: 'No colon stands before a title. Remove it.', from: colon, to: colon, write: '' });
        tokens.splice(index, 2, { ...token, tokenType: idType });
        return place.state;
    }

    /** `system 365` is read as if the name stood in backticks. */
    private digits(place: Place): State | undefined {
        const { token } = this.at;
        const name = place.unit.kind === 'call' && place.unit.called.name === 'Name';
        if (!name || place.mayEnd || token.tokenType.name !== 'NUMBER' || !/^\d+$/.test(token.image)) return undefined;
        const written = `\`${token.image}\``;
        this.at.report({ code: 'LNG004', message: `A name of digits stands in backticks. Write ${written}.`, from: token, to: token, write: written });
        this.at.replace({ ...token, image: written, tokenType: backtickType });
        return place.state;
    }

    /** `limit 5 users` counts what cannot be counted, or lacks its time: it is told of once, and what is behind it is read. */
    private limit({ state, index, tokens }: Place): State | undefined {
        const counted = tokens[index - 1];
        if (state.kind !== 'token' || state.type !== 'per' || state.rule.name !== 'Limit' || !counted) return undefined;
        const known = Object.hasOwn(limitCounts, counted.image);
        if (known && Object.hasOwn(rateUnits, this.at.token.image)) return undefined;
        this.at.report({
            code: known ? 'LNG004' : 'LNG020',
            message: known
                ? `After ${quoted(counted.image)}, write per and a unit of time, such as per day.`
                : `${quoted(counted.image)} is no thing that a limit counts. Write calls or records, and per what time: 5000 calls per day.`,
            from: counted,
            to: counted,
        });
        return state.next.kind === 'call' ? state.next.next : undefined;
    }

    /** `a -> b, c` leads to one thing only; the others are left out. */
    private furtherEnds({ tokens, index, state }: Place): State | undefined {
        let arrow = index - 1;
        while (isPathPart(tokens[arrow])) arrow--;
        if (!isArrow(tokens[arrow])) return undefined;
        let end = index;
        while (tokens[end]?.tokenType.name === ',' && isPathPart(tokens[end + 1])) {
            end += 2;
            while (tokens[end]?.tokenType.name === '.' && isPathPart(tokens[end + 1])) end += 2;
        }
        if (end === index || isArrow(tokens[end])) return undefined;
        const left = tokens.slice(index, end);
        const names = left
            .map(({ image }) => image)
            .join('')
            .slice(1)
            .split(',');
        const [from, to] = [left[0] as Token, left.at(-1) as Token];
        this.at.report({ code: 'LNG001', message: `An arrow leads to one thing. Write a line of its own for ${names.map(quoted).join(', ')}.`, from, to });
        this.at.tokens.splice(index, left.length);
        return state;
    }

    /** Further values of what has one value are left out. */
    private furtherValues(place: Place): State | undefined {
        const { tokens, index } = this.at;
        const property = tokens[index - 2]?.image ?? '';
        if (place.bodyLevel.outer === undefined || !this.words.begins(place, property)) return undefined;
        let end = index;
        while (tokens[end]?.tokenType.name === ',' && isWordLike(tokens[end + 1] as Token) && !this.words.begins(place, tokens[end + 1]?.image ?? '')) end += 2;
        if (end === index) return undefined;
        const [from, to] = [tokens[index] as Token, tokens[end - 1] as Token];
        this.at.report({ code: 'LNG001', message: `${quoted(property)} has one value. Remove what follows it.`, from, to, write: '' });
        tokens.splice(index, end - index);
        return place.state;
    }

    /** A comma or a dot between two properties is read as if it was not there. */
    private comma(place: Place): State | undefined {
        const { token } = this.at;
        if (!place.mayEnd || token.tokenType.name !== ',') return undefined;
        const [before, after] = [this.at.tokens[this.at.index - 1], this.at.tokens[this.at.index + 1]];
        if (before?.tokenType.name === 'NUMBER' && after?.tokenType.name === 'NUMBER' && after.startOffset === before.endOffset + 2) {
            let end = this.at.index;
            while (this.at.tokens[end]?.tokenType.name === ',' && this.at.tokens[end + 1]?.tokenType.name === 'NUMBER') end += 2;
            const rest = this.at.tokens.splice(this.at.index, end - this.at.index).filter(({ tokenType }) => tokenType.name === 'NUMBER');
            const whole = [before, ...rest].map(({ image }) => image).join('');
            this.at.report({ code: 'LNG001', message: `No comma stands in a number. Write ${whole}.`, from: before, to: rest.at(-1) ?? before, write: whole });
            return place.state;
        }
        const further = this.furtherEnds(place) ?? this.furtherValues(place);
        if (further) return further;
        this.at.report({ code: 'LNG001', message: 'No comma stands between properties. Remove it.', from: token, to: token, write: '' });
        this.at.tokens.splice(this.at.index, 1);
        return place.state;
    }

    /** Words that stand where a title or another text would are left out, so that what is behind them is read. */
    private title(place: Place): State | undefined {
        const title = place.expected.some((state) => state.kind === 'token' && state.type === 'STRING' && state.target !== undefined);
        if (!place.mayEnd || !title || this.at.token.first || this.at.index === place.statement || !isWordLike(this.at.token)) return undefined;
        const keywords = this.words.keywordsAt(place);
        let end = this.at.index + 1;
        for (let next = this.at.tokens[end]; next && !next.first && isWordLike(next) && !keywords.includes(next.tokenType.name); next = this.at.tokens[end])
            end++;
        const words = this.at.tokens.splice(this.at.index, end - this.at.index);
        const text = words.map((word) => word.image.replaceAll('`', '')).join(' ');
        this.at.report(this.words.unquotedTitle(words[0] as Token, words.at(-1) as Token, text));
        return place.state;
    }
}

function isPathPart(token: Token | undefined): boolean {
    return token !== undefined && (isWordLike(token) || token.tokenType.name === '.');
}

function isArrow(token: Token | undefined): boolean {
    return ['->', '<-', '<->'].includes(token?.tokenType.name ?? '');
}

const labelType: Token['tokenType'] = { name: 'LABEL', PATTERN: undefined, word: true };
const idType: Token['tokenType'] = { name: 'ID', PATTERN: undefined, word: true };
const backtickType: Token['tokenType'] = { name: 'BACKTICK', PATTERN: undefined };

/** A token read as a keyword. */
export function asKeyword(token: Token, keyword: string): Token {
    return { ...token, tokenType: { ...missingToken(keyword, keyword, undefined).tokenType, word: true } };
}
