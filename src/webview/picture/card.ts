import type { ThingFacts, ThingProblem } from '../../protocol.ts';
import { make } from '../toolbar/dom.ts';
import { countWord, kindWord, viewWord } from './words.ts';

const mostFacts = 10;
const mostProblems = 4;

/** What the card of a thing says: what it is, its facts, its problems, and what a double click opens. */
export function cardLines({ kind, title, facts, own }: ThingFacts, problems: readonly ThingProblem[], holder: ThingFacts | undefined): Node[] {
    const [first] = own;
    const list = make('dl');
    for (const { label, value } of facts.slice(0, mostFacts)) list.append(make('dt', {}, label), make('dd', {}, value));
    const where = holder ? `${kindWord(kind)} in ${holder.title}` : kindWord(kind);
    const more = problems.length - mostProblems;
    return [
        make('small', {}, where),
        make('b', {}, title),
        ...(facts.length > 0 ? [list] : []),
        ...problems
            .slice(0, mostProblems)
            .map(({ severity, code, message }) => make('p', { class: `problem ${severity}` }, make('span', { class: 'code' }, code), ` ${message}`)),
        ...(more > 0 ? [make('p', { class: 'more' }, `and ${countWord(more, 'more problem')}`)] : []),
        ...(first ? [make('p', { class: 'hint' }, `Double-click or Enter: ${viewWord(first.as)}`)] : []),
    ];
}
