/** A workspace made up for measuring: several maps beside each other, whose files import each other in circles and share one file. */
export interface LargeWorkspace {
    /** Names of files in the folder of the workspace, with their texts. */
    readonly files: ReadonlyMap<string, string>;
    /** How many declarations with a name all files hold. */
    readonly declarations: number;
    /** A file of about 500 lines in the circle of the largest map. */
    readonly edited: string;
}

export interface LargeWorkspaceOptions {
    readonly files?: number;
    /** How many maps stand side by side; the first one has half of the files. */
    readonly maps?: number;
    readonly seed?: number;
}

const fieldTypes = ['text(80)', 'email personal', 'phone personal', 'boolean', 'money', 'picklist("New", "Active", "Lapsed")'];
const timings = ['real-time', 'event', 'scheduled "*/15 * * * 1-5"', 'scheduled "0 3 * * *"', 'manual'];
const systemsPerFile = 12;

/** Numbers below a limit, the same in each run: a linear congruential generator (Numerical Recipes). */
export function seeded(seed: number): (limit: number) => number {
    let state = seed;
    return (limit) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * limit);
    };
}

/** The same files for the same options. About 300 declarations a file, in the shares that maps of real companies have. */
export function largeWorkspace({ files = 38, maps = 3, seed = 7 }: LargeWorkspaceOptions = {}): LargeWorkspace {
    const next = seeded(seed);
    const texts = new Map<string, string>([['common.crmmap', commonFile()]]);
    const sizes = Array.from({ length: maps }, (_, map) => (maps === 1 ? files : map === 0 ? Math.ceil(files / 2) : Math.floor(files / 2 / (maps - 1))));
    let first = 0;
    for (const [map, size] of sizes.entries()) {
        const numbers = Array.from({ length: size }, (_, index) => first + index);
        const parts = numbers.map((number, index) => {
            // Two of three files stand in one circle; the others are leaves that a file of the circle imports.
            const ring = Math.max(2, Math.ceil((size * 2) / 3));
            const seen = index < ring ? [numbers[(index + 1) % ring], numbers[index + ring]] : [];
            const imported = seen.filter((other): other is number => other !== undefined && other !== number);
            return { number, imported, reached: index < ring ? numbers : [number] };
        });
        for (const part of parts) texts.set(nameOf(part.number), file(part, next));
        texts.set(`map-${map}.crmmap`, `import "./common.crmmap"\nimport "./${nameOf(first)}"\n\nmap "Map ${map}" { currency EUR }\n`);
        first += size;
    }
    const declarations = [...texts.values()].reduce((sum, text) => sum + declaredIn(text), 0);
    return { files: texts, declarations, edited: nameOf(Math.min(3, first - 1)) };
}

function nameOf(number: number): string {
    return `area-${String(number).padStart(2, '0')}.crmmap`;
}

function commonFile(): string {
    const lines = ['team it "IT" { function it }', 'team growth "Growth" { function marketing }', 'region eu "European Union"'];
    for (const name of ['website', 'email', 'phone', 'store']) lines.push(`channel ${name} ${name === 'phone' || name === 'store' ? 'offline' : 'online'}`);
    return `${lines.join('\n')}\n`;
}

interface Part {
    readonly number: number;
    readonly imported: readonly number[];
    /** The files whose things can be named here. */
    readonly reached: readonly number[];
}

function file({ number, imported, reached }: Part, next: (limit: number) => number): string {
    const lines = ['import "./common.crmmap"', ...imported.map((other) => `import "./${nameOf(other)}"`), ''];
    lines.push(`region r${number} "Region ${number}"  system lonely${number}`, '');
    lines.push(`metric m${number} { unit percent  baseline 10  target 20 }`, `goal g${number} "Goal ${number}" { owner growth  measured by m${number} }`);
    lines.push(
        `segment g${number}a { size 4100  criteria "bought in the last 12 months" }`,
        `persona p${number} "Persona ${number}" { segment g${number}a }`,
        '',
    );
    for (let i = 0; i < systemsPerFile; i++) lines.push(...system(number, i, next));
    for (let i = 0; i < 45; i++) lines.push(...flow(number, i, reached, next));
    lines.push(...journey(number, next));
    lines.push(`view v${number} as landscape`, `view j${number} as journey of j${number}way`, `view d${number} as data of s${number}x0`);
    return `${lines.join('\n')}\n`;
}

function system(number: number, index: number, next: (limit: number) => number): string[] {
    const id = `s${number}x${index}`;
    const lines = [`/** The system ${id}: what it is for, who runs it, and since when. */`, `system ${id} "System ${number}.${index}" {`];
    lines.push(`  owner it  region eu  limit ${1000 * (1 + next(50))} calls per day`);
    for (const side of [0, 1] as const) {
        lines.push(`  ${number % 6 === 0 && side === 0 ? 'master ' : ''}entity ${entityName(number, index, side)} "Entity ${side} of ${id}" {`);
        lines.push(
            `    basis contract  purpose "Serve customers"  retention 3 years  match F1  volume ${100 + next(400)} growing 8 percent per year`,
            '    Id : id key',
        );
        for (const [field, type] of fieldTypes.entries()) lines.push(`    F${field} : ${type}`);
        lines.push('  }');
    }
    return [...lines, '}', ''];
}

/** Entities of one name are one thing in several systems: about 12 in the whole workspace. */
function entityName(number: number, index: number, side: 0 | 1): string {
    return `E${(number * 7 + index * 2 + side) % 80}`;
}

function flow(number: number, index: number, reached: readonly number[], next: (limit: number) => number): string[] {
    const other = index % 3 === 0 ? (reached[next(reached.length)] ?? number) : number;
    const from = index % systemsPerFile;
    const to = (from + 1 + next(systemsPerFile - 2)) % systemsPerFile;
    const timing = timings[next(timings.length)];
    const ends = [`s${number}x${from}.${entityName(number, from, 0)}`, `s${other}x${to}.${entityName(other, to, index % 2 === 0 ? 0 : 1)}`];
    return [
        `flow f${number}x${index}: ${ends.join(' -> ')} "Flow ${index}" {`,
        `  timing ${timing}  volume ${1 + next(90)} per day  errors retry 3  key Id${index % 2 === 0 ? '  map F0 -> F0  map F1 -> F1' : ''}`,
        '}',
    ];
}

function journey(number: number, next: (limit: number) => number): string[] {
    const lines = [`journey j${number}way "Journey ${number}" {`, `  persona p${number}`];
    for (let stage = 0; stage < 4; stage++) {
        lines.push(`  stage t${stage} "Stage ${stage}" {`);
        for (let touch = 0; touch < 3; touch++) {
            const at = next(systemsPerFile);
            lines.push(`    touchpoint p${stage}x${touch} "Touchpoint ${touch}" {`);
            const [used, captured] = [entityName(number, at, 0), entityName(number, at, 1)];
            lines.push(
                `      channel website  frontstage s${number}x${at}  uses s${number}x${at}.${used}.F0  captures s${number}x${at}.${captured}  emotion ${next(2)}`,
            );
            lines.push(...(touch === 0 ? [`      pain q${stage} "Something hurts here"`] : []), '    }');
        }
        lines.push('  }');
    }
    return [...lines, '}', ''];
}

/** Counts declarations by the words that begin their lines, fields by their colon, and the second declaration of a line. */
function declaredIn(text: string): number {
    const words =
        /^ *(?:master )?(?:team|region|channel|metric|goal|segment|persona|system|entity|flow|journey|stage|touchpoint|pain|view) \w+(?= ["{]|: | as | online| offline)/gm;
    return (text.match(words)?.length ?? 0) + (text.match(/^ +\w+ : /gm)?.length ?? 0) + (text.match(/ {2}system lonely/g)?.length ?? 0);
}
