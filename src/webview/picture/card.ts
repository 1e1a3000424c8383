import type { ThingFacts, ThingProblem } from '../../protocol.ts';
import { t } from '../l10n.ts';
import { make } from '../toolbar/dom.ts';
import { kindWithin, viewWords } from '../toolbar/words.ts';

const mostFacts = 10;
const mostProblems = 4;

/** What the card of a thing says: what it is, its facts, its problems, and what a double click opens. */
export function cardLines({ kind, title, facts, own }: ThingFacts, problems: readonly ThingProblem[], holder: ThingFacts | undefined): Node[] {
    const [first] = own;
    const list = make('dl');
    for (const { label, value } of facts.slice(0, mostFacts)) list.append(make('dt', {}, label), make('dd', {}, value));
    const more = problems.length - mostProblems;
    return [
        make('small', {}, kindWithin(kind, holder?.title)),
        make('b', {}, title),
        ...(facts.length > 0 ? [list] : []),
        ...problems
            .slice(0, mostProblems)
            .map(({ severity, code, message }) => make('p', { class: `problem ${severity}` }, make('span', { class: 'code' }, code), ` ${message}`)),
        ...(more > 0 ? [make('p', { class: 'more' }, more === 1 ? t('and 1 more problem') : t('and {0} more problems', more))] : []),
        ...(first ? [make('p', { class: 'hint' }, t('Double-click or Enter: {0}', viewWords[first.as]))] : []),
    ];
}
