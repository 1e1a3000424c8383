/**
 * Writes `docs/model.schema.json` and `docs/check-result.schema.json` from the types of the model and of the result of `crmmap check`.
 * Run with `node scripts/model-schema.ts`; with `--check`, it writes nothing and exits with 1 when a schema is not fresh.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createGenerator } from 'ts-json-schema-generator';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const schemas = [
    {
        file: 'docs/model.schema.json',
        type: 'CrmModel',
        path: 'src/model/crm-model.ts',
        title: 'The model of a CRM map, as crmmap export --format json writes it',
    },
    { file: 'docs/check-result.schema.json', type: 'CheckResult', path: 'src/cli/check-result.ts', title: 'What crmmap check --format json says' },
] as const;

/** The text of a schema. */
function schemaOf({ type, path, title }: (typeof schemas)[number]): string {
    const generator = createGenerator({
        path: join(root, path),
        tsconfig: join(root, 'tsconfig.json'),
        type,
        topRef: false,
        skipTypeCheck: true,
        additionalProperties: false,
    });
    const { $schema, ...rest } = generator.createSchema(type);
    return `${JSON.stringify({ $schema, title, ...rest }, undefined, 2)}\n`;
}

const stale = schemas.filter((schema) => {
    const text = schemaOf(schema);
    const file = join(root, schema.file);
    if (process.argv.includes('--check')) return readFileSync(file, 'utf8') !== text;
    writeFileSync(file, text);
    return false;
});
if (stale.length > 0) {
    console.error(`Not fresh: ${stale.map(({ file }) => file).join(', ')}. Run: node scripts/model-schema.ts`);
    process.exitCode = 1;
}
