import type { ThingFacts, ThingProblem } from '../../protocol.ts';
import { t } from '../l10n.ts';
import { make } from '../toolbar/dom.ts';
import { kindWithin, viewWords } from '../toolbar/words.ts';
import { factLabel } from './words.ts';

/** What a card is of: a thing, or a group of things, which has no view of its own. */
type Carded = Pick<ThingFacts, 'kind' | 'title' | 'facts'> & Partial<Pick<ThingFacts, 'own'>>;

const mostFacts = 10;
const mostProblems = 4;

/** What the card of a thing says: what it is, its facts, its problems, and what a double click opens. */
export function cardLines({ kind, title, facts, own = [] }: Carded, problems: readonly ThingProblem[], holder?: ThingFacts): Node[] {
    const [first] = own;
    const list = make('dl');
    for (const { label, value } of facts.slice(0, mostFacts)) list.append(make('dt', {}, factLabel(label)), make('dd', {}, value));
    const more = problems.length - mostProblems;
    return [
        make('small', {}, kindWithin(kind, holder?.title)),
        make('b', {}, title),
        ...(facts.length > 0 ? [list] : []),
        ...problems
            .slice(0, mostProblems)
            .map(({ severity, code, message }) =>
                make('p', { class: `problem ${severity}` }, make('span', { class: 'code' }, code), ' ', ...withCode(message)),
            ),
        ...(more > 0 ? [make('p', { class: 'more' }, more === 1 ? t('and 1 more problem') : t('and {0} more problems', more))] : []),
        ...(kind === 'group' ? [make('p', { class: 'hint' }, t('Click or t: open the group'))] : []),
        ...(first ? [make('p', { class: 'hint' }, t('Double-click or Enter: {0}', viewWords[first.as]))] : []),
    ];
}

/** A sentence with code between backticks. */
function withCode(message: string): (Node | string)[] {
    return message.split(/`([^`]+)`/).map((part, place) => (place % 2 === 1 ? make('code', {}, part) : part));
}
