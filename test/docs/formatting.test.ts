import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatted } from '../language/format/support.ts';

test('the page for architects shows what formatting really does', () => {
    const section = readFileSync('docs/architects.md', 'utf8').split('\n## Formatting\n')[1] ?? '';
    const [before, after] = [...section.matchAll(/```crmmap\n([^]*?)```/g)].map((match) => match[1] ?? '');
    expect(formatted(before ?? '')).toBe(after);
});
