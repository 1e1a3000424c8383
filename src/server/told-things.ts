import type { Diagnostic } from 'vscode-languageserver';
import { allThings } from '../diagram/things/all-things.ts';
import { dependenceOf } from '../diagram/things/dependence.ts';
import { ownViews } from '../diagram/things/own-views.ts';
import { searchWords } from '../diagram/things/search-words.ts';
import { factTeller } from '../diagram/things/thing-facts.ts';
import type { CrmModel } from '../model/crm-model.ts';
import type { PreviewThings } from '../protocol.ts';
import { problemsOfThings } from './thing-problems.ts';

/** What a preview is told of the things of a map; `files` are what is wrong in its files, by the names that the model has for them. */
export function toldThings(
    model: CrmModel,
    files: readonly { readonly file: string; readonly diagnostics: readonly Diagnostic[] }[],
): Pick<PreviewThings, 'things' | 'dependence'> {
    const things = allThings(model);
    const factsOf = factTeller(model, things);
    const problems = problemsOfThings(things, files);
    return {
        things: things.map((thing, position) => ({
            kind: thing.kind,
            id: thing.id,
            title: thing.title,
            ...(thing.within === undefined ? {} : { within: thing.within }),
            words: searchWords(thing),
            facts: factsOf(thing),
            own: ownViews(thing),
            problems: problems.get(position) ?? [],
        })),
        dependence: dependenceOf(model, things),
    };
}
