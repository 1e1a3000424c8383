import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const notices = readFileSync('THIRD-PARTY-NOTICES.md', 'utf8');

/** The packages of which a bundle that users get holds code. */
function bundledPackages(): string[] {
    const bundles = readdirSync('dist/meta').filter((file) => file.endsWith('.json'));
    const inputs = bundles.flatMap((file) => Object.keys((JSON.parse(readFileSync(`dist/meta/${file}`, 'utf8')) as { inputs: object }).inputs));
    const names = inputs.flatMap((input) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1] ?? []);
    return [...new Set(names)].sort();
}

describe('the third-party notices', () => {
    test('name every package that a bundle holds', () => {
        const missing = bundledPackages().filter((name) => !notices.includes(`## ${name}\n`));
        expect(missing).toEqual([]);
    });

    test('name no package that is not there', () => {
        const [packages = ''] = notices.split('\n## Inter\n');
        const named = [...packages.matchAll(/^## (\S+)$/gm)].map((match) => match[1] ?? '');
        expect(named.filter((name) => !bundledPackages().includes(name))).toEqual([]);
    });
});
