import { emotionWords } from '../../diagram/journey/face.ts';
import type { Journey, Touchpoint, View } from '../../model/crm-model.ts';
import { accessible, fileOf, frontMatter } from './head.ts';
import { quoted, SafeIds } from './text.ts';

/** The ways of a journey as a Mermaid flowchart: a subgraph for each stage, its touchpoints with their emotion, each way an arrow. */
export function waysOf(view: View, journey: Journey): string {
    const stages = new SafeIds('g');
    const touchpoints = new SafeIds('t');
    const known = new Set(journey.stages.flatMap((stage) => stage.touchpoints.map(({ id }) => id)));
    const title = view.title ?? journey.title;
    const ways = journey.ways.filter(({ from, to }) => known.has(from) && known.has(to));
    return fileOf([
        ...frontMatter(title),
        '%% The ways of the journey of the same name, which Mermaid cannot show there.',
        'flowchart LR',
        ...accessible(title, journey.scenario ?? 'The ways of a customer journey'),
        ...journey.stages
            .filter((stage) => stage.touchpoints.length > 0)
            .flatMap((stage) => [
                `    subgraph ${stages.idOf(stage.id)}[${quoted(stage.title)}]`,
                ...stage.touchpoints.map((touchpoint) => `        ${touchpoints.idOf(touchpoint.id)}[${quoted(nodeWords(touchpoint))}]`),
                '    end',
            ]),
        ...ways.map(({ from, to, when }) => `    ${touchpoints.idOf(from)} -->${when === undefined ? '' : `|${quoted(when)}|`} ${touchpoints.idOf(to)}`),
    ]);
}

function nodeWords({ title, emotion, feeling }: Touchpoint): string {
    const words = [...(emotion === undefined ? [] : [emotionWords(emotion)]), ...(feeling === undefined ? [] : [feeling])].join(' ');
    return words === '' ? title : `${title} (${words})`;
}
