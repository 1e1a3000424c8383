import type { Choices } from './choices.ts';
import { noise, oddNames } from './words.ts';
import { keywords } from './sentences.ts';

const longestText = 200_000;

/** A text with some places changed: words, lines and single characters are removed, doubled, swapped and put in; or it is cut off. */
export function mutated(text: string, choices: Choices): string {
    let now = text;
    for (let count = 1 + choices.below(6); count > 0 && now.length < longestText; count--)
        now = (choices.of(mutations) ?? ((same: string) => same))(now, choices);
    return now;
}

type Mutation = (text: string, choices: Choices) => string;

const mutations: readonly Mutation[] = [
    (text, choices) => text.slice(0, choices.below(text.length + 1)),
    (text, choices) => text.slice(choices.below(text.length + 1)),
    (text, choices) => inPieces(text, words, choices, () => []),
    (text, choices) => inPieces(text, words, choices, (piece) => [piece, piece]),
    (text, choices) => inPieces(text, words, choices, () => [choices.of([...keywords, ...oddNames]) ?? 'x']),
    (text, choices) => inPieces(text, words, choices, (piece) => [piece, choices.of(noise) ?? '']),
    (text, choices) => swapped(text, words, choices),
    (text, choices) => inPieces(text, lines, choices, () => []),
    (text, choices) => inPieces(text, lines, choices, (piece) => [piece, piece]),
    (text, choices) => swapped(text, lines, choices),
    (text, choices) => at(text, choices, (before, after) => before + after.slice(1)),
    (text, choices) => at(text, choices, (before, after) => before + (choices.of(noise) ?? '') + after),
    (text, choices) => at(text, choices, (before, after) => before + String.fromCharCode(choices.below(0x10000)) + after),
    (text, choices) => at(text, choices, (before, after) => before + String.fromCharCode(choices.below(0x80)) + after.slice(1)),
    (text) => text.replaceAll(/\r?\n/g, '\r\n'),
    (text) => text.replaceAll(/\r?\n/g, '\r'),
    (text) => text.replaceAll(/\r?\n/g, ' '),
    (text) => `\uFEFF${text}`,
    (text) => text.replaceAll('}', ''),
    (text) => text.replaceAll('"', ''),
];

const words = /([\p{L}\p{N}_-]+|"[^"\n]*"|\s+|.)/su;
const lines = /(?<=\n)/;

function inPieces(text: string, by: RegExp, choices: Choices, change: (piece: string) => readonly string[]): string {
    const pieces = text.split(by);
    const index = choices.below(pieces.length);
    pieces.splice(index, 1, ...change(pieces[index] ?? ''));
    return pieces.join('');
}

function swapped(text: string, by: RegExp, choices: Choices): string {
    const pieces = text.split(by);
    const [one, other] = [choices.below(pieces.length), choices.below(pieces.length)];
    [pieces[one], pieces[other]] = [pieces[other] ?? '', pieces[one] ?? ''];
    return pieces.join('');
}

function at(text: string, choices: Choices, change: (before: string, after: string) => string): string {
    const offset = choices.below(text.length + 1);
    return change(text.slice(0, offset), text.slice(offset));
}
