import { filterChoices } from '../diagram/adjust/choices.ts';
import { thingsIn } from '../diagram/adjust/shown-things.ts';
import { groupFacts } from '../diagram/things/group-facts.ts';
import type { CrmModel, View } from '../model/crm-model.ts';
import { viewsOf } from '../model/views.ts';
import { type Diagram, diagramOf } from '../pipeline.ts';
import type { Answer, Question, ViewThings } from '../protocol/way.ts';
import { inSlices } from './slices.ts';

/** Answers what the page of a preview asks now and then. `drawLater` draws a diagram when there is nothing more urgent to be drawn. */
export async function answerQuestion(
    model: CrmModel,
    question: Question,
    drawLater: (diagram: Diagram, signal: AbortSignal) => Promise<string>,
    signal: AbortSignal,
): Promise<Answer> {
    switch (question.ask) {
        case 'choices':
            return { ask: 'choices', choices: filterChoices(model) };
        case 'groups':
            return { ask: 'groups', groups: groupFacts(model, question.by) };
        case 'places': {
            const places = await inSlices(placesOf(model), () => signal.aborted);
            return places ? { ask: 'places', places } : null;
        }
        case 'thumbnail': {
            const view = viewsOf(model).find(({ name }) => name === question.view);
            try {
                const diagram = view && diagramOf(model, view);
                return diagram ? { ask: 'thumbnail', svg: await drawLater(diagram, signal) } : null;
            } catch {
                // The picture itself says why it cannot be drawn; a list of views does well without.
                return null;
            }
        }
    }
}

/** The things that each view draws. */
function* placesOf(model: CrmModel): Generator<void, ViewThings[]> {
    const places: ViewThings[] = [];
    for (const view of viewsOf(model)) {
        places.push({ view: view.name, things: thingsOf(model, view) });
        yield;
    }
    return places;
}

function thingsOf(model: CrmModel, view: View): string[] {
    try {
        const diagram = diagramOf(model, view);
        return diagram ? [...thingsIn(diagram)] : [];
    } catch {
        return [];
    }
}
