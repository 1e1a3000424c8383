import { otherWord } from '../../other-words.ts';
import { timings } from '../../vocabulary.ts';
import { isWordLike, type Token } from '../tokens.ts';
import type { Repair } from './reading.ts';

/** Words that stand where a title or another text would are left out, so that what is behind them is read. */
export const title: Repair = (place, at) => {
    const canStand = place.expected.some((state) => state.kind === 'token' && state.type === 'STRING' && state.target !== undefined);
    if (!place.mayEnd || !canStand || at.token.first || at.index === place.statement || !isWordLike(at.token)) return undefined;
    const keywords = at.words.keywordsAt(place);
    let end = at.index + 1;
    for (let next = at.tokens[end]; next && !next.first && isWordLike(next) && !keywords.includes(next.tokenType.name); next = at.tokens[end]) end++;
    const words = at.tokens.splice(at.index, end - at.index);
    const [from, to] = [words[0] as Token, words.at(-1) as Token];
    const text = words.map((word) => word.image.replaceAll('`', '')).join(' ');
    const { token } = at;
    if (token.tokenType.name === 'STRING' && !token.first)
        at.report({ code: 'LNG001', message: `The text ${token.image} needs no word before it. Remove ${text}.`, from, to, write: '' });
    else {
        const cron = place.expected.some((state) => state.kind === 'token' && state.target?.feature === 'cron')
            ? otherWord(text, timings, 'timing')
            : undefined;
        at.report(at.words.unquotedTitle(from, to, text, cron?.replace(/^scheduled /, '')));
    }
    return place.state;
};
