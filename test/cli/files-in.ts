import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the files below a folder hold, as hashes, by name. */
export function filesIn(folder: string): Record<string, string> {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const names = files.map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name))).sort();
    return Object.fromEntries(
        names.map((name) => [
            name,
            createHash('sha1')
                .update(readFileSync(path.join(folder, name)))
                .digest('hex'),
        ]),
    );
}
