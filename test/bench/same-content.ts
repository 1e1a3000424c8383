import { seeded } from '../layout/generated-maps.ts';

/** The same things in the languages of several programs. */
export interface LandscapeTexts {
    readonly crmmap: string;
    readonly likec4: string;
    readonly mermaid: string;
    readonly d2: string;
}

interface System {
    readonly id: string;
    readonly title: string;
    readonly category: string;
}

interface Flow {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly title: string;
    readonly timing: string;
}

const categories = ['crm', 'commerce', 'erp', 'support', 'marketing-automation', 'middleware', 'point-of-sale', 'analytics'];
const timings = ['event', 'real-time', 'near-real-time', 'manual'];

/** Systems in groups, and flows with a name between them; each system has an entity with three fields where a language has such a thing. */
export function landscapeTexts(systemCount: number, flowCount: number, seed = 1): LandscapeTexts {
    const below = seeded(seed);
    const systems = Array.from({ length: systemCount }, (_, index) => ({
        id: `s${index}`,
        title: `System ${index} of map ${seed}`,
        category: categories[index % Math.min(categories.length, Math.max(2, Math.floor(systemCount / 6)))] ?? 'crm',
    }));
    const flows = Array.from({ length: flowCount }, (_, index) => {
        const from = below(systemCount);
        const to = (from + 1 + below(systemCount - 1)) % systemCount;
        return { id: `f${index}`, from: `s${from}`, to: `s${to}`, title: `Data of flow ${index}`, timing: timings[below(timings.length)] ?? 'event' };
    });
    const groups = new Map(
        categories.map((category) => [category, systems.filter((system) => system.category === category)] as const).filter(([, own]) => own.length > 0),
    );
    return { crmmap: crmmapText(seed, systems, flows), likec4: likec4Text(systems, flows), mermaid: flowchart(groups, flows), d2: d2Text(groups, flows) };
}

function crmmapText(seed: number, systems: readonly System[], flows: readonly Flow[]): string {
    return lines([
        `map "Map ${seed}"`,
        'team it "IT" { function it }',
        ...systems.flatMap(({ id, title, category }) => [
            `system ${id} "${title}" {`,
            `  category ${category} owner it`,
            `  entity Thing_${id} { basis contract  No : id key  Email : email personal  Total : money }`,
            '}',
        ]),
        ...flows.map(({ id, from, to, title, timing }) => `flow ${id}: ${from} -> ${to} "${title}" { timing ${timing} }`),
        'view landscape "The landscape" as landscape',
    ]);
}

function likec4Text(systems: readonly System[], flows: readonly Flow[]): string {
    return lines([
        'specification { element system  element entity }',
        'model {',
        ...systems.flatMap(({ id, title, category }) => [
            `  ${id} = system "${title}" {`,
            `    metadata { category "${category}" owner "it" }`,
            `    thing = entity "Thing_${id}" { metadata { basis "contract" No "id key" Email "email personal" Total "money" } }`,
            '  }',
        ]),
        ...flows.map(({ from, to, title, timing }) => `  ${from} -> ${to} "${title}" { metadata { timing "${timing}" } }`),
        '}',
        'views { view landscape { title "The landscape" include * } }',
    ]);
}

function flowchart(groups: ReadonlyMap<string, readonly System[]>, flows: readonly Flow[]): string {
    return lines([
        'flowchart LR',
        ...[...groups].flatMap(([category, systems]) => [`  subgraph ${category}`, ...systems.map(({ id, title }) => `    ${id}["${title}"]`), '  end']),
        ...flows.map(({ from, to, title }) => `  ${from} -- "${title}" --> ${to}`),
    ]);
}

function d2Text(groups: ReadonlyMap<string, readonly System[]>, flows: readonly Flow[]): string {
    const places = new Map([...groups].flatMap(([category, systems]) => systems.map(({ id }) => [id, `${category}.${id}`])));
    return lines([
        'direction: right',
        ...[...groups].flatMap(([category, systems]) => [`${category}: {`, ...systems.map(({ id, title }) => `  ${id}: "${title}"`), '}']),
        ...flows.map(({ from, to, title }) => `${places.get(from)} -> ${places.get(to)}: "${title}"`),
    ]);
}

/** A journey of so many stages with so many touchpoints each. */
export function journeyTexts(stageCount: number, touchpointCount: number): { readonly crmmap: string; readonly mermaid: string } {
    const below = seeded(stageCount);
    const stages = Array.from({ length: stageCount }, (_, stage) => ({
        id: `stage${stage}`,
        title: `Stage ${stage}`,
        touchpoints: Array.from({ length: touchpointCount }, (_, touchpoint) => ({
            id: `t${stage}x${touchpoint}`,
            title: `Does thing ${touchpoint} of stage ${stage}`,
            emotion: below(5) - 2,
        })),
    }));
    return {
        crmmap: lines([
            'map "Journey"',
            'persona alex "Alex"',
            'channel website "Website" online',
            'journey first "The first journey" {',
            '  persona alex',
            ...stages.flatMap(({ id, title, touchpoints }) => [
                `  stage ${id} "${title}" {`,
                ...touchpoints.map(
                    (touchpoint) =>
                        `    touchpoint ${touchpoint.id} "${touchpoint.title}" { channel website emotion ${touchpoint.emotion > 0 ? '+' : ''}${touchpoint.emotion} }`,
                ),
                '  }',
            ]),
            '}',
            'view way "The first journey" as journey of first',
        ]),
        mermaid: lines([
            'journey',
            '  title The first journey',
            ...stages.flatMap(({ title, touchpoints }) => [
                `  section ${title}`,
                ...touchpoints.map((touchpoint) => `    ${touchpoint.title}: ${touchpoint.emotion + 3}: Alex`),
            ]),
        ]),
    };
}

function lines(all: readonly string[]): string {
    return `${all.join('\n')}\n`;
}
