import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

test('language/generated is what the grammar gives (npm run generate)', () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'crmmap-generate-'));
    try {
        mkdirSync(path.join(copy, 'language'));
        copyFileSync('langium-config.json', path.join(copy, 'langium-config.json'));
        copyFileSync('package.json', path.join(copy, 'package.json'));
        copyFileSync('language/crmmap.langium', path.join(copy, 'language/crmmap.langium'));
        execFileSync(process.execPath, [path.resolve('node_modules/langium-cli/bin/langium.js'), 'generate'], { cwd: copy, stdio: 'pipe' });
        const committed = readdirSync('language/generated');
        expect(committed.sort()).toEqual(readdirSync(path.join(copy, 'language/generated')).sort());
        for (const file of committed) {
            expect(readFileSync(`language/generated/${file}`, 'utf8') === readFileSync(path.join(copy, 'language/generated', file), 'utf8'), file).toBe(true);
        }
    } finally {
        rmSync(copy, { recursive: true, force: true });
    }
});
