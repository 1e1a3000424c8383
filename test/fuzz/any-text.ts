import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as fc from 'fast-check';
import { Choices } from './choices.ts';
import { mutated } from './mutations.ts';
import { Writer } from './sentences.ts';

/** The maps that ship, and those of the tests. */
export const maps: readonly string[] = ['examples', 'test/maps', 'test/golden/cases']
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => path.join(folder, name)))
    .filter((file) => file.endsWith('.crmmap'))
    .sort()
    .map((file) => readFileSync(file, 'utf8'));

const numbers = (most: number): fc.Arbitrary<number[]> => fc.array(fc.nat(0x7fffffff), { minLength: Math.floor(most / 4), maxLength: most, size: 'max' });

/** Texts that the grammar can read, with names that could be anything. */
export const sentences = numbers(400).map((choices) => new Writer(new Choices(choices), { plain: false, oddGaps: (choices[0] ?? 0) % 3 === 0 }).file());

/** Texts that the grammar can read, and in which nothing is ambiguous. */
export const plainSentences = numbers(200).map((choices) => new Writer(new Choices(choices), { plain: true, oddGaps: (choices[0] ?? 0) % 2 === 0 }).file());

/** Maps, broken in some places. */
export const brokenMaps = fc
    .tuple(fc.constantFrom(...maps.filter((text) => text.length < 12_000)), numbers(40))
    .map(([text, choices]) => mutated(text, new Choices(choices)));

/** Sentences, broken in some places. */
export const brokenSentences = fc.tuple(sentences, numbers(40)).map(([text, choices]) => mutated(text, new Choices(choices)));

/** Any characters at all. */
export const anyBytes = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.array(fc.nat(0xffff), { maxLength: 400 }).map((units) => String.fromCharCode(...units)),
    fc.array(fc.constantFrom(...'{}()"`/*->:,.%\r\n a1#\\=“'), { maxLength: 300 }).map((chars) => chars.join('')),
);

export const anyText = fc.oneof(
    { weight: 3, arbitrary: sentences },
    { weight: 3, arbitrary: brokenMaps },
    { weight: 3, arbitrary: brokenSentences },
    { weight: 1, arbitrary: anyBytes },
);
