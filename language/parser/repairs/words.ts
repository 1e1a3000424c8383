import { quoted } from '../../names.ts';
import { nearest } from '../../nearest.ts';
import { meantWord, otherWord } from '../../other-words.ts';
import { meantKind, meantProperty, propertyPhrases } from '../../other-properties.ts';
import { listOf } from '../expected-words.ts';
import type { TokenState } from '../graph.ts';
import type { Level } from '../run.ts';
import { isWordLike, type Token } from '../tokens.ts';
import { severalStarts, wordForArrow } from './flows.ts';
import { asKeyword, readAs, type Reading, type Repair } from './reading.ts';

/** `table Contact { … }` in a system, and `step pay { … }` in a stage, are read as what they are. */
export const otherKind: Repair = (place, at) => {
    const { token } = at;
    const meant = place.index === place.statement ? meantKind(token.image, place.bodyLevel.opened.rule.type) : undefined;
    const name = at.tokens[at.index + 1];
    if (meant === undefined || !name || name.first || !isWordLike(name) || !at.words.keywordsAt(place).includes(meant)) return undefined;
    at.report(at.words.misspelt(place, meant));
    at.replace(asKeyword(token, meant));
    return place.state;
};

/** A word that is nearly a keyword, or that others write for it, is read as that keyword. */
export const word: Repair = (place, at) => {
    const { token } = at;
    if (token.tokenType.word !== true || token.tokenType.name === 'LABEL') return undefined;
    const keywords = at.words.keywordsAt(place);
    if (keywords.includes(token.image)) return undefined;
    const phrase = Object.hasOwn(propertyPhrases, token.image) ? propertyPhrases[token.image] : undefined;
    if (phrase !== undefined && keywords.includes(phrase.split(' ')[0] ?? '')) {
        const whole = readAs(at, token.startOffset, token.image.length, phrase);
        at.report(at.words.misspelt(place, phrase, whole));
        return place.state;
    }
    const owner = place.bodyLevel.opened.rule.type;
    const meant = meantProperty(token.image, owner, keywords) ?? nearest(token.image, keywords);
    if (meant === undefined) return undefined;
    at.report(at.words.misspelt(place, meant));
    at.replace(asKeyword(token, meant));
    return place.state;
};

/** `primary key` and `not null` are modifiers of one word here. */
export const modifierPhrase: Repair = (place, at) => {
    const { token } = at;
    const next = at.tokens[at.index + 1];
    const two = `${token.image} ${next?.image}`.toLowerCase();
    const meant = two === 'primary key' ? 'key' : two === 'not null' ? 'required' : undefined;
    if (meant === undefined || !next || next.first || !at.words.keywordsAt(place).includes(meant)) return undefined;
    const whole = readAs(at, token.startOffset, next.endOffset + 1 - token.startOffset, meant);
    at.report({ code: 'LNG002', message: `A field says ${quoted(meant)}, not ${quoted(two)}.`, from: whole, to: whole, write: meant });
    return place.state;
};

/** A declaration whose kind is nearly a known one is read as such; any other is read as a whole, and told of. */
export function declaration(at: Reading): boolean {
    if (severalStarts(at) || wordForArrow(at)) return true;
    const { token } = at;
    const kinds = at.words.owners.declarations();
    const meant = nearest(token.image, kinds);
    const name = at.tokens[at.index + 1];
    at.report(at.words.unknownDeclaration(token, meant, name));
    if (meant === undefined) {
        if (name && isWordLike(name)) at.lose(name);
        return false;
    }
    at.replace(asKeyword(token, meant));
    return true;
}

/** Where a word of a closed list has a keyword of its own, because more follows it, a word that is nearly that one is read as it. */
export function alternative(at: Reading, state: TokenState, level: Level): boolean {
    const list = state.target && listOf(level, state.target.feature);
    const { token } = at;
    const meant = list && !Object.hasOwn(list.words, token.image) ? meantWord(token.image, list.words, list.called) : undefined;
    if (!list || meant === undefined || !at.lookahead.first(state.rule.start).types.includes(meant)) return false;
    at.report({
        code: 'LNG020',
        message: `${quoted(token.image)} is no ${list.called}. Did you mean \`${meant}\`?`,
        from: token,
        to: token,
        write: meant,
    });
    at.replace(asKeyword(token, meant));
    return true;
}

const mostWords = 3;
const longest = 60;

/** A word of a closed list that is written as several, or in quotes, is read as that word. */
export function listWord(at: Reading, level: Level, feature: string): void {
    const { token } = at;
    const isText = token.tokenType.name === 'STRING';
    if (!isText && (!isWordLike(token) || token.tokenType.name === 'LABEL')) return;
    const list = listOf(level, feature);
    if (!list || Object.hasOwn(list.words, token.image)) return;
    for (const [end, joined] of isText ? [[token.endOffset + 1, plain(token.image.slice(1, -1))] as const] : joinedWords(at)) {
        const meant = Object.hasOwn(list.words, joined) ? joined : (isText ? meantWord : otherWord)(joined, list.words, list.called);
        if (meant === undefined) continue;
        // What a single word has nearly, the checks tell of.
        const written = at.text.slice(token.startOffset, end);
        const whole = readAs(at, token.startOffset, end - token.startOffset, meant);
        const message = isText
            ? `${quoted(written.slice(1, -1))} stands without quotes. Write ${quoted(meant)}.`
            : `${quoted(written)} is no ${list.called}. Did you mean ${quoted(meant)}?`;
        at.report({ code: isText ? 'LNG004' : 'LNG020', message, from: whole, to: whole, write: meant, covers: true });
        return;
    }
}

/** The words of the line from the token at hand, joined: three, then two. */
function joinedWords({ text, token }: Reading): (readonly [end: number, joined: string])[] {
    const rest = text.slice(token.startOffset, token.startOffset + longest);
    const found: (readonly [number, string])[] = [];
    for (let count = mostWords; count > 1; count--) {
        const words = new RegExp(`^[\\p{L}\\p{N}_-]+(?:(?:[ \\t]+|[ \\t]*/[ \\t]*)[\\p{L}\\p{N}._-]+){${count - 1}}(?![\\p{L}\\p{N}_:.])`, 'u').exec(rest)?.[0];
        if (words !== undefined) found.push([token.startOffset + words.length, plain(words)]);
    }
    return found;
}

function plain(words: string): string {
    return words
        .trim()
        .toLowerCase()
        .replaceAll(/[\s/_]+/g, '-');
}

/** Whether a token stands directly behind a keyword that takes no value, as `true` in `external true`. */
export const flagValue: Repair = (place, at) => {
    const before = at.tokens[at.index - 1] as Token | undefined;
    if (!place.mayEnd || !/^(?:true|yes)$/i.test(at.token.image) || at.token.first || !before) return undefined;
    if (!/^[a-z]/.test(before.tokenType.name)) return undefined;
    at.report({ code: 'LNG001', message: `${quoted(before.image)} takes no value. Remove ${at.token.image}.`, from: at.token, to: at.token, write: '' });
    at.tokens.splice(at.index, 1);
    return place.state;
};
