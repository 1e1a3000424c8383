import DOMPurify from 'dompurify';
import mermaid from 'mermaid';

// Mermaid cleans labels with DOMPurify, which does nothing without a DOM. What it would clean away is judged in test/browser/mermaid.test.ts;
// here it hands texts back as they are, so that nothing hides.
if (!DOMPurify.isSupported) Object.assign(DOMPurify, { addHook: () => undefined, sanitize: (text: string) => text });

// Mermaid learns which kinds of diagrams there are with the first text that it reads.
await mermaid.parse('journey');

/** What Mermaid's own parser found in a text; texts are decoded. */
export type Judged =
    | {
          readonly type: 'flowchart-v2';
          readonly nodes: Readonly<Record<string, string>>;
          readonly edges: readonly JudgedEdge[];
          readonly groups: readonly JudgedGroup[];
      }
    | { readonly type: 'journey'; readonly title: string; readonly sections: readonly string[]; readonly tasks: readonly JudgedTask[] }
    | { readonly type: 'er'; readonly entities: readonly JudgedEntity[]; readonly relations: readonly JudgedRelation[] };

export interface JudgedEdge {
    readonly from: string;
    readonly to: string;
    readonly text: string;
    readonly stroke: string;
    readonly bothWays: boolean;
}

export interface JudgedGroup {
    readonly id: string;
    readonly title: string;
    readonly nodes: readonly string[];
}

export interface JudgedTask {
    readonly section: string;
    readonly title: string;
    readonly score: number;
    readonly actors: readonly string[];
}

export interface JudgedEntity {
    readonly id: string;
    readonly title: string;
    readonly fields: readonly { readonly type: string; readonly name: string; readonly keys: readonly string[]; readonly comment: string }[];
}

export interface JudgedRelation {
    readonly from: string;
    readonly to: string;
    readonly text: string;
}

/**
 * Reads a text with Mermaid's own parser.
 *
 * @throws what Mermaid throws for a text that it does not accept
 */
export async function judge(text: string): Promise<Judged> {
    const { type, db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    // The databases are not part of Mermaid's published types.
    const data = db as unknown as FlowData & JourneyData & ErData;
    switch (type) {
        case 'flowchart-v2':
            return {
                type,
                nodes: Object.fromEntries([...data.getVertices()].map(([id, { text: words }]) => [id, decoded(words)])),
                edges: data.getEdges().map(({ start, end, text: words, stroke, type: head }) => ({
                    from: start,
                    to: end,
                    text: decoded(words),
                    stroke,
                    bothWays: head === 'double_arrow_point',
                })),
                groups: data.getSubGraphs().map(({ id, title, nodes }) => ({ id, title: decoded(title), nodes })),
            };
        case 'journey':
            return {
                type,
                title: decoded(data.getDiagramTitle()),
                sections: data.getSections().map(decoded),
                tasks: data
                    .getTasks()
                    .map(({ section, task, score, people }) => ({ section: decoded(section), title: decoded(task), score, actors: people.map(decoded) })),
            };
        case 'er': {
            const entities = [...data.getEntities()];
            const nameOf = new Map(entities.map(([name, { id }]) => [id, name]));
            return {
                type,
                entities: entities.map(([id, { alias, attributes }]) => ({
                    id,
                    title: decoded(alias),
                    fields: attributes.map((field) => ({ ...field, comment: decoded(field.comment) })),
                })),
                relations: data
                    .getRelationships()
                    .map(({ entityA, entityB, roleA }) => ({ from: nameOf.get(entityA) ?? '', to: nameOf.get(entityB) ?? '', text: decoded(roleA) })),
            };
        }
        default:
            throw new Error(`A diagram of the kind ${type} was not expected.`);
    }
}

interface FlowData {
    getVertices(): ReadonlyMap<string, { readonly text: string }>;
    getEdges(): readonly { readonly start: string; readonly end: string; readonly text: string; readonly stroke: string; readonly type: string }[];
    getSubGraphs(): readonly { readonly id: string; readonly title: string; readonly nodes: readonly string[] }[];
}

interface JourneyData {
    getDiagramTitle(): string;
    getSections(): readonly string[];
    getTasks(): readonly { readonly section: string; readonly task: string; readonly score: number; readonly people: readonly string[] }[];
}

interface ErData {
    getEntities(): ReadonlyMap<string, { readonly id: string; readonly alias: string; readonly attributes: JudgedEntity['fields'] }>;
    getRelationships(): readonly { readonly entityA: string; readonly entityB: string; readonly roleA: string }[];
}

const named: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>' };

/** Entity codes as Mermaid keeps them until it draws. */
function decoded(text: string): string {
    return text
        .trim()
        .replace(/ﬂ°°(\d+)¶ß|ﬂ°(\w+)¶ß/g, (whole, code: string | undefined, name: string) =>
            code === undefined ? (named[name] ?? whole) : String.fromCodePoint(Number(code)),
        );
}
