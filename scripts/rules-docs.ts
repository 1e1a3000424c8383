/**
 * Writes `docs/rules.md`, `docs/errors.md` and `docs/crmmap.schema.json` from the rules and mistakes themselves. Run with `node scripts/rules-docs.ts`; with
 * `--check`, it writes nothing and exits with 1 when one of them is not fresh.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageCodes } from '../language/checks/codes.ts';
import { severities } from '../language/vocabulary.ts';
import { allRules, type RuleFamily, ruleFamilies } from '../src/rules/all-rules.ts';
import { pageOf } from '../src/rules/pages.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const generated = { 'docs/rules.md': rulesPage(), 'docs/errors.md': errorsPage(), 'docs/crmmap.schema.json': configSchema() };

function rulesPage(): string {
    const intro = `<!-- Made from the rules by scripts/rules-docs.ts; change a rule, and make it anew. -->
# Rules

What \`crmmap check\` and the editor look at beside the errors of the language itself. Each rule has a code and a severity: *error*,
*warning* or *info*. Things with \`lifecycle retired\` are left alone.

## Setting a rule

The nearest setting wins: a comment before the declaration, then the map, then the workspace, then the rule's own severity.

- **For one declaration**, and all that it holds: a comment before it, with the reason. Several rules are separated by commas.

  \`\`\`text
  // crmmap-ignore SYS002: bought last week, its team begins in May
  system crm
  \`\`\`

- **For a map:** \`map "Shop" { rules { SYS002 off, PII006 warning } }\`, with off, info, warning or error.
- **For a workspace:** \`crmmap.json\` in its folder, [with a schema](crmmap.schema.json).

  \`\`\`json
  { "rules": { "SYS002": "off", "PII006": "warning" } }
  \`\`\`

## All rules
`;
    return `${intro}\n${ruleFamilies.map(tableOf).join('\n')}\n${ruleFamilies.map(familyOf).join('\n')}`;
}

function tableOf({ title, rules }: RuleFamily): string {
    const rows = rules.map(({ code, severity, title: what }) => `| [${code}](#${code.toLowerCase()}) | ${severity} | ${what} |`);
    return `| ${title} | | |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

function familyOf({ title, rules }: RuleFamily): string {
    return `## ${title}\n\n${rules.map(({ code }) => pageOf(code) ?? '').join('\n')}`;
}

/** `docs/errors.md`. */
function errorsPage(): string {
    const intro = `<!-- Made from language/checks/ by scripts/rules-docs.ts; change them, and make it anew. -->
# Errors of the language

What the editor and \`crmmap check\` say of a text that cannot be meant as it stands: broken references, words that are not in their
closed list, duplicates, and forms that cannot be read. Unlike [rules](rules.md), they cannot be set or silenced. In the editor,
<kbd>Ctrl</kbd>+<kbd>.</kbd> on one offers what to write instead.

| code | means |
| --- | --- |
`;
    const codes = Object.entries(languageCodes);
    const rows = codes.map(([code, title]) => `| [${code}](#${code.toLowerCase()}) | ${title} |`);
    return `${intro}${rows.join('\n')}\n\n## All errors\n\n${codes.map(([code]) => pageOf(code) ?? '').join('\n')}`;
}

function configSchema(): string {
    const setting = { enum: Object.keys(severities) };
    const rules = Object.fromEntries(allRules.map(({ code, title, severity }) => [code, { description: `${title} (${severity} by default)`, ...setting }]));
    const schema = {
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'The settings of a CRM Map workspace, crmmap.json',
        type: 'object',
        additionalProperties: false,
        properties: {
            $schema: { type: 'string', description: 'The address of this schema, for editors.' },
            rules: { type: 'object', description: 'How severe a rule is in this workspace.', additionalProperties: false, properties: rules },
        },
    };
    return `${JSON.stringify(schema, undefined, 2)}\n`;
}

const stale = Object.entries(generated).filter(([file, text]) => {
    const path = join(root, file);
    if (process.argv.includes('--check')) return !existsSync(path) || readFileSync(path, 'utf8') !== text;
    writeFileSync(path, text);
    return false;
});
if (stale.length > 0) {
    console.error(`Not fresh: ${stale.map(([file]) => file).join(', ')}. Run: node scripts/rules-docs.ts`);
    process.exitCode = 1;
}
