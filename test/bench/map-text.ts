import { seeded } from './large-workspace.ts';

const timings = ['real-time', 'event', 'scheduled "*/15 * * * *"', 'scheduled "0 3 * * *"', 'near-real-time', 'manual'];

/** The text of a map of so many systems with an entity each, and so many flows between them; the same for the same numbers. */
export function mapText(systems: number, flows: number): string {
    const next = seeded(systems * 1000 + flows);
    const lines = ['map "Bench" { owner it }', '', 'team it { function it }', ''];
    for (let number = 1; number <= systems; number++) {
        lines.push(
            `system s${number} "System number ${number}" {`,
            '  category crm',
            '  lifecycle active',
            '  entity Customer {',
            '    Id    : id key',
            '    Email : email personal',
            '  }',
            '}',
            '',
        );
    }
    for (let number = 1; number <= flows; number++) {
        // A tree first, so that everything hangs together; then flows between any two.
        const to = number < systems ? number + 1 : 1 + next(systems);
        const from = number < systems ? 1 + next(number) : 1 + ((to + next(systems - 1)) % systems);
        lines.push(`flow f${number}: s${from}.Customer -> s${to}.Customer "Customers ${number}" {`, `  timing ${timings[next(timings.length)]}`, '}', '');
    }
    return `${lines.join('\n')}view all as landscape\n`;
}
