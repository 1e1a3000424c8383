/**
 * Writes `syntaxes/crmmap.tmLanguage.json`, the colours of a map before the language server has answered.
 * Keywords are soft, so each block knows its own properties, and a property takes its value with it: in `owner owner` the second
 * word is a reference. A test compares every keyword and name of the examples with what the parser reads.
 * Run with `node scripts/textmate.ts`.
 */
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { flows, lifecyclesAndJourneys, mapAndPeople, systems, views } from './textmate/declarations.ts';
import { include } from './textmate/patterns.ts';
import { comments, values } from './textmate/values.ts';

// What stands outside of any block, in the order in which it is tried.
const everywhere: readonly string[] = [
    'comments',
    'import',
    'map',
    'team',
    'goal',
    'metric',
    'segment',
    'persona',
    'channel',
    'region',
    'capability',
    'system',
    'flow',
    'lifecycle',
    'journey',
    'initiative',
    'view',
    'string',
    'values',
    'block',
];

/** The whole grammar, as the text of its file. */
export function textMateGrammar(): string {
    const grammar = {
        name: 'CRM Map',
        scopeName: 'source.crmmap',
        fileTypes: ['crmmap'],
        patterns: include(...everywhere),
        repository: { ...comments, ...values, ...mapAndPeople, ...systems, ...flows, ...lifecyclesAndJourneys, ...views },
    };
    return `${JSON.stringify(grammar, null, 2)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    writeFileSync(join(dirname(fileURLToPath(import.meta.url)), '../syntaxes/crmmap.tmLanguage.json'), textMateGrammar());
}
