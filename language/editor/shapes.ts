/** How a statement of several parts is written; shown while it is typed. */
export interface Shape {
    /** The parts in their order; the label is made of them. */
    readonly parts: readonly ShapePart[];
    /** Which part the words that are written so far lead to; the words are those behind the keyword, signs included. */
    readonly active: (written: readonly string[]) => number;
}

export interface ShapePart {
    readonly text: string;
    readonly meaning: string;
}

const part = (text: string, meaning: string): ShapePart => ({ text, meaning });

/** One part a word. */
const wordByWord = (written: readonly string[]): number => written.slice(written.lastIndexOf(',') + 1).length;

/** The last of some words that was written decides, else the first part. */
function byWord(parts: Readonly<Record<string, number>>): (written: readonly string[]) => number {
    return (written) => parts[written.findLast((word) => Object.hasOwn(parts, word)) ?? ''] ?? 0;
}

/** Shapes of properties, by the word that begins them. */
export const propertyShapes: Readonly<Record<string, Shape>> = {
    reviewed: {
        parts: [part('DATE', 'The day of the last review, such as 2026-09-30'), part('every N days|weeks|months|years', 'How often it is due')],
        active: (written) => Math.min(written.length, 1),
    },
    volume: {
        parts: [
            part('N', 'How many'),
            part('per UNIT', 'In which time: second, minute, hour, day …; without it, how many there are'),
            part('peak N', 'The highest volume in that time'),
            part('growing N percent per UNIT', 'How it grows'),
        ],
        active: (written) => {
            const growing = written.indexOf('growing');
            if (growing >= 0) return 3;
            if (written.includes('peak')) return 2;
            return written.length === 0 ? 0 : written.length < 3 ? 1 : 2;
        },
    },
    errors: {
        parts: [
            part('retry N|dead-letter|alert TEAM|replay|fallback', 'What happens when it fails'),
            part('then …', 'What happens when that fails, too: one of the same'),
        ],
        active: (written) => (written.length === 0 ? 0 : 1),
    },
    limit: {
        parts: [part('N', 'The most that the system takes'), part('calls|records', 'What is counted'), part('per UNIT', 'In which time: day, hour, month …')],
        active: wordByWord,
    },
    cost: {
        parts: [
            part('N', 'The amount'),
            part('CURRENCY', 'A code of ISO 4217; without it, the currency of the map'),
            part('per UNIT', 'In which time: year, month …'),
        ],
        active: (written) => (written.includes('per') ? 2 : written.length),
    },
    emotion: {
        parts: [part('-2…+2', 'How it feels: -2 is worst, 0 neutral, +2 best'), part('"LABEL"', 'The feeling in a word')],
        active: wordByWord,
    },
    evidence: {
        parts: [
            part('METHOD', 'survey, interview, analytics, complaint, observation or crm-data'),
            part('DATE', 'When, such as 2026-06-12'),
            part('sample N', 'How many were asked or counted'),
            part('"FINDING"', 'What was found'),
        ],
        active: (written) => {
            if (written.length < 2) return written.length;
            const sample = written.indexOf('sample');
            return sample < 0 || written.length < sample + 2 ? 2 : 3;
        },
    },
    source: {
        parts: [part('"FILE"', 'The file with the values'), part('column "NAME"', 'The column with the value'), part('key "TEXT"', 'What stands in the row')],
        active: byWord({ column: 1, key: 2 }),
    },
};

/** The shape of a `map` line. */
export const mappingShape: Shape = {
    parts: [
        part('source[, source]', 'Where the value comes from: one field or several'),
        part('-> target', 'The field that it fills'),
        part('using "…"', 'How the value is changed on the way'),
        part('back "…"', 'How the change is undone on the way back, in a flow both ways'),
        part('values "A" -> "B", …', 'Which value becomes which'),
    ],
    active: (written) => {
        const word = written.findLast((one) => one === 'using' || one === 'back' || one === 'values');
        if (word !== undefined) return { using: 2, back: 3, values: 4 }[word];
        const arrow = written.indexOf('->');
        if (arrow < 0) return 0;
        return written.length === arrow + 1 ? 1 : 2;
    },
};

/** Arguments of field types. */
export const typeShapes: Readonly<Record<string, Shape>> = {
    text: { parts: [part('N', 'The greatest length')], active: () => 0 },
    number: { parts: [part('P', 'Digits in all'), part('S', 'Digits behind the point')], active: (written) => (written.includes(',') ? 1 : 0) },
    picklist: { parts: [part('"A"', 'One of the values'), part('"B", …', 'Each value in quotes')], active: (written) => (written.includes(',') ? 1 : 0) },
    reference: { parts: [part('Entity', 'The entity that it points to')], active: () => 0 },
};
