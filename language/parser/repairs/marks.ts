import { quoted } from '../../names.ts';
import { isWordLike, type Token } from '../tokens.ts';
import { furtherEnds } from './flows.ts';
import { asKeyword, idType, type Repair } from './reading.ts';

/** `vendor: "Salesforce"` and `shop: "Web shop"` are read without the colon. */
export const colon: Repair = (place, at) => {
    const { token } = at;
    if (token.tokenType.name !== 'LABEL') return undefined;
    const isKeyword = at.words.keywordsAt(place).includes(token.image);
    const isRule = place.loop.rule.name === 'MapProperty';
    const isName = isRule || (!place.mayEnd && place.unit.kind === 'call' && place.unit.called.name === 'Name');
    if (!isKeyword && !isName) return undefined;
    const mark = at.tokens[at.index + 1] as Token;
    const message = isKeyword
        ? `No colon stands between a property and its value. Remove the : after \`${token.image}\`.`
        : `No colon stands behind ${isRule ? 'a rule' : 'a name'}. Remove the : after ${quoted(token.image)}.`;
    at.report({ code: 'LNG001', message, from: mark, to: mark, write: '' });
    at.replace(isKeyword ? asKeyword(token, token.image) : { ...token, tokenType: idType });
    at.tokens.splice(at.index + 1, 1);
    return place.state;
};

/** `a -> b: "Label"` is read without the colon. */
export const titleColon: Repair = (place, at) => {
    const { tokens, index, token } = at;
    const before = tokens[index - 1]?.tokenType.name ?? '';
    if (token.tokenType.name !== 'LABEL' || !['->', '<-', '<->', '.'].includes(before) || tokens[index + 2]?.tokenType.name !== 'STRING') return undefined;
    const mark = tokens[index + 1] as Token;
    at.report({ code: 'LNG001', message: 'No colon stands before a title. Remove it.', from: mark, to: mark, write: '' });
    tokens.splice(index, 2, { ...token, tokenType: idType });
    return place.state;
};

/** Further values of what has one value are left out. */
const furtherValues: Repair = (place, at) => {
    const { tokens, index } = at;
    const property = tokens[index - 2]?.image ?? '';
    if (place.bodyLevel.outer === undefined || !at.words.owners.begins(place, property)) return undefined;
    let end = index;
    while (tokens[end]?.tokenType.name === ',' && isWordLike(tokens[end + 1] as Token) && !at.words.owners.begins(place, tokens[end + 1]?.image ?? ''))
        end += 2;
    if (end === index) return undefined;
    const [from, to] = [tokens[index] as Token, tokens[end - 1] as Token];
    at.report({ code: 'LNG001', message: `${quoted(property)} has one value. Remove what follows it.`, from, to, write: '' });
    tokens.splice(index, end - index);
    return place.state;
};

/** A comma in a number, between steps or between two properties is read as if it was not there. */
export const comma: Repair = (place, at) => {
    const { token } = at;
    if (!place.mayEnd || token.tokenType.name !== ',') return undefined;
    const [before, after] = [at.tokens[at.index - 1], at.tokens[at.index + 1]];
    if (before?.tokenType.name === 'NUMBER' && after?.tokenType.name === 'NUMBER' && after.startOffset === before.endOffset + 2) {
        let end = at.index;
        while (at.tokens[end]?.tokenType.name === ',' && at.tokens[end + 1]?.tokenType.name === 'NUMBER') end += 2;
        const rest = at.tokens.splice(at.index, end - at.index).filter(({ tokenType }) => tokenType.name === 'NUMBER');
        const isThousands = rest.every(({ image }) => /^\d{3}(?:\.\d+)?$/.test(image));
        const whole = [before, ...rest].map(({ image }) => image).join(isThousands ? '' : '.');
        const advice = isThousands ? 'No comma stands in a number.' : 'A number has a point before its decimals.';
        at.report({ code: 'LNG001', message: `${advice} Write ${whole}.`, from: before, to: rest.at(-1) ?? before, write: whole });
        return place.state;
    }
    if (after && !after.first && place.expected.some((state) => state.kind === 'token' && state.type === 'then')) {
        at.report({ code: 'LNG001', message: 'What is done at an error is joined by then. Write then.', from: token, to: token, write: ' then', covers: true });
        at.replace(asKeyword({ ...token, image: 'then' }, 'then'));
        return place.state;
    }
    const further = furtherEnds(place, at) ?? furtherValues(place, at);
    if (further) return further;
    at.report({ code: 'LNG001', message: 'No comma stands between properties. Remove it.', from: token, to: token, write: '' });
    at.tokens.splice(at.index, 1);
    return place.state;
};
