import { seeded } from '../layout/generated-maps.ts';

const categories = ['crm', 'commerce', 'erp', 'support', 'marketing-automation', 'middleware', 'point-of-sale', 'analytics'];
const timings = ['event', 'real-time', 'near-real-time', 'manual'];

/** The text of a map with one landscape: systems in groups, with entities, and flows between them; the same text for the same seed. */
export function mapText(systems: number, flows: number, seed = 1): string {
    const below = seeded(seed);
    const lines = [`map "Map ${seed}"`, 'team it "IT" { function it }'];
    for (let index = 0; index < systems; index += 1) {
        const category = categories[index % Math.min(categories.length, Math.max(2, Math.floor(systems / 6)))];
        lines.push(
            `system s${index} "System ${index} of map ${seed}" {`,
            `  category ${category} owner it`,
            `  entity Thing${index} { No : id key  Email : email personal  Total : money }`,
            '}',
        );
    }
    for (let index = 0; index < flows; index += 1) {
        const from = below(systems);
        const to = (from + 1 + below(systems - 1)) % systems;
        lines.push(`flow f${index}: s${from} -> s${to} "Data of flow ${index}" { timing ${timings[below(timings.length)]} }`);
    }
    lines.push('view landscape "The landscape" as landscape');
    return `${lines.join('\n')}\n`;
}
