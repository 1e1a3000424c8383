/** Texts of maps that are large in one respect: fields mapped, entities, metrics, rows and columns, systems around one record. */

const types = ['text(80)', 'text(120)', 'email', 'phone', 'boolean', 'date', 'money', 'picklist("New", "Active")', 'integer'];
const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const lines = (count: number, line: (index: number) => string): string => numbers(count).map(line).join('\n');

/** So many `map` lines, every third to a place far from its own, with long transforms both ways; some have two sources. */
export function largeMapping(count: number): string {
    const field = (name: string) => (index: number) =>
        `${name}${index} : ${types[index % types.length]} ${index % 5 === 0 ? 'personal' : ''} ${index % 7 === 0 ? 'required' : ''}`;
    const transform = (index: number): string => {
        if (index % 4 === 3) return '';
        return index % 2 === 0
            ? 'using "to E.164" back "as it was"'
            : 'using "take the first part before the comma, trim it, and write it in the capitals that the other side expects" back "the other way round, letter by letter"';
    };
    return `system a "Source" { entity S { ${lines(count, field('Source'))} } }
        system b "Target" { master entity T { ${lines(count, field('Target_of_a_long_name_'))} } }
        flow f: a.S <-> b.T { conflict most-recent
        ${lines(count, (index) => `map Source${index}${index % 10 === 0 ? `, Source${(index + 9) % count}` : ''} -> Target_of_a_long_name_${index % 3 === 0 ? (index * 7 + 5) % count : index} ${transform(index)}`)}
        }
        view v as mapping of f`;
}

/** So many entities of one system, each with up to three references to others. */
export function largeData(count: number): string {
    const references = (index: number): string =>
        lines(index % 4, (each) => `Ref${each} : reference(E${(index * 7 + each * 11 + 3) % count}) ${each > 0 ? 'required' : ''}`);
    return `system a "Platform" { ${lines(
        count,
        (index) =>
            `${index % 2 === 0 ? 'master ' : ''}entity E${index} "Entity number ${index}" { Id : id key\n ${references(index)}\n ${lines(index % 6, (each) => `Field${each} : ${types[each]}`)} }`,
    )} }
        view v as data of a`;
}

export function largeScorecard(count: number): string {
    return `map "Large" { currency EUR }  team t "Growth team"
        ${lines(count, (index) => `metric m${index} "Metric number ${index} of the whole company" { unit ${['percent', 'count', 'money', 'score'][index % 4]} baseline ${index} current ${index * 2 + 1} target ${index * 3 + 5} ${index % 5 === 0 ? 'lower is better' : ''} updated 2026-0${1 + (index % 9)}-01 }`)}
        ${lines(count / 4, (index) => `goal g${index} "Goal number ${index}" { owner t  measured by m${3 * index}, m${3 * index + 1} }`)}
        ${lines(count / 2, (index) => `initiative i${index} "Initiative number ${index}" { supports g${index % (count / 4)}  owner t  status doing  due 2027-03-31  cost ${1000 * (index + 1)}  benefit ${700 * (index + 3)} per year }`)}
        view v as scorecard`;
}

export function largeMatrix(rows: number, columns: number): string {
    const provided = (index: number): string => [1, 7, 13, 31].map((by) => `c${(index * by + by) % rows}`).join(', ');
    return `team t "Team"
        ${lines(rows, (index) => `capability c${index} "Capability ${index}${index % 3 === 0 ? ' with a longer name' : ''}"`)}
        ${lines(columns, (index) => `system s${index} "System ${index}${index % 4 === 0 ? ' of the group' : ''}" { category ${['crm', 'erp', 'commerce'][index % 3]} ${index % 9 === 0 ? 'lifecycle planned' : ''} provides ${provided(index)} }`)}
        view v as matrix of capabilities by systems { group by category  overlay owner }
        view turned as matrix of systems by capabilities { group by category }`;
}

/** One record that so many systems fill or read, with every timing, and touchpoints. */
export function largeProfile(count: number): string {
    const timings = ['timing real-time', 'timing near-real-time', 'timing event', 'timing scheduled "0 3 * * *"', 'timing manual', ''];
    const system = (index: number): string =>
        `system s${index} "System number ${index}${index % 5 === 0 ? ' of the northern region' : ''}" { category ${['crm', 'erp', 'commerce', 'support'][index % 4]} ${index % 8 === 0 ? 'lifecycle retiring' : ''} entity E "Record ${index}" { A : text(80) personal } }`;
    const flow = (index: number): string => {
        const [timing, field] = [timings[index % timings.length] ?? '', `F${(index * 4) % 25}`];
        const own =
            index < count * 0.6
                ? `flow f${index}: s${index}.E -> hub.P "Data of number ${index}" { ${timing} map A -> ${field} }`
                : `flow f${index}: hub.P -> s${index}.E "Feed to number ${index}" { ${timing} map ${field} -> A }`;
        return index % 7 === 0 ? `${own}\nflow g${index}: s${index} -> hub "Raw ${index}" { ${timing} }` : own;
    };
    return `system hub "Hub" { category cdp master entity P "Person" { ${lines(25, (index) => `F${index} : ${types[index % types.length]} ${index % 3 === 0 ? 'personal' : ''}`)} } }
        ${lines(count, system)}
        ${lines(count, flow)}
        channel phone "Phone" offline
        journey j "Journey" { stage a { ${lines(6, (index) => `touchpoint t${index} "Touchpoint number ${index}" { channel phone  uses hub.P.F${index * 3} fresh within 1 hour  captures hub.P.F${index} }`)} } }
        view v as profile of hub.P
        view grouped as profile of hub.P { group by category  overlay owner, region, lifecycle, personal, timing, pain }`;
}
