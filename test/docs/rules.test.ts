import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

test('the page of rules and the schema of crmmap.json are made from the rules as they are now', () => {
    const { status, stderr } = spawnSync(process.execPath, ['scripts/rules-docs.ts', '--check'], { encoding: 'utf8' });
    expect(stderr).toBe('');
    expect(status).toBe(0);
});
