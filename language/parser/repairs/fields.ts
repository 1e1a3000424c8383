import { fieldTypes, otherTypeNames } from '../../vocabulary.ts';
import { isWordLike, missingToken, type Token } from '../tokens.ts';
import { backtickType, labelType, type Reading, type Repair } from './reading.ts';

/** `Email email` is read with the colon that it lacks. */
export const field: Repair = (place, at) => {
    const { token } = at;
    const type = at.tokens[at.index + 1];
    if (
        place.bodyLevel.opened.rule.type !== 'Entity' ||
        !place.mayEnd ||
        token.tokenType.word !== true ||
        !type ||
        type.first ||
        !(Object.hasOwn(fieldTypes, type.image) || Object.hasOwn(otherTypeNames, type.image))
    )
        return undefined;
    at.report({
        code: 'LNG004',
        message: `A colon stands between a field and its type. Write \`${token.image} : ${type.image}\`.`,
        from: token,
        to: token,
        write: `${token.image} :`,
    });
    at.tokens.splice(at.index, 1, { ...token, tokenType: labelType }, missingToken(':', ':', token));
    return place.state;
};

/** `First Name : text` and `"First Name" : text` are read as if the name stood in backticks; `field Name : text` without its first word. */
export const fieldName: Repair = (place, at) => {
    const { tokens, index } = at;
    if (place.bodyLevel.opened.rule.type !== 'Entity' || !place.mayEnd || at.words.owners.begins(place, at.token.image)) return undefined;
    if (!at.token.first && tokens[index - 1]?.tokenType.name !== '{') return undefined;
    let colon = index;
    while (tokens[colon] && isWordLike(tokens[colon] as Token) && (colon === index || !tokens[colon]?.first)) colon++;
    if (at.token.tokenType.name === 'STRING') colon = index + 1;
    const parts = tokens.slice(index, colon);
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last || tokens[colon]?.tokenType.name !== ':' || tokens[colon]?.first || (parts.length === 1 && isWordLike(first))) return undefined;
    if (parts.slice(1).some(({ image }) => Object.hasOwn(fieldTypes, image) || Object.hasOwn(otherTypeNames, image))) return undefined;
    if (parts.length === 2 && /^(?:field|column|attribute|property)$/i.test(first.image)) {
        at.report({ code: 'LNG001', message: `A field has no word before its name. Remove ${first.image}.`, from: first, to: first, write: '' });
        tokens.splice(index, 1);
        return place.state;
    }
    const name = parts.map(({ image }) => image.replaceAll(/[`"]/g, '')).join(' ');
    const write = `\`${name}\``;
    at.report({ code: 'LNG004', message: `A name with blanks stands in backticks. Write ${write}.`, from: first, to: last, write });
    tokens.splice(index, parts.length, { ...first, image: write, tokenType: backtickType, endOffset: last.endOffset, endColumn: last.endColumn });
    return place.state;
};

/** `text 80` is read as `text(80)`, and `text(80` gets its end. */
export const typeArguments: Repair = (place, at) => {
    const { tokens, index, token } = at;
    const type = tokens[index - 1];
    if (token.first || !type) return undefined;
    if (token.tokenType.name === 'NUMBER' && /^(?:text|number|string|varchar|char|decimal)$/i.test(type.image) && place.mayEnd) {
        at.report({
            code: 'LNG004',
            message: `The length of a field stands in parentheses. Write ${type.image}(${token.image}).`,
            from: type,
            to: token,
            write: `${type.image}(${token.image})`,
        });
        tokens.splice(index, 1);
        return place.state;
    }
    return undefined;
};

/** Values of a picklist that lack their quotes are left out, with those beside them. */
export function picklist(at: Reading): void {
    const { tokens, index } = at;
    if (at.token.image !== 'picklist' || tokens[index + 1]?.tokenType.name !== '(') return;
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
    at.report({
        code: 'LNG021',
        message: `The values of a picklist stand in quotes. Write picklist(${texts.join(', ')}).`,
        from: values[0] as Token,
        to: values.at(-1) as Token,
        write: texts.join(', '),
    });
    tokens.splice(from, values.length);
}
