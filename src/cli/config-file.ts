import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markedFolder } from './workspace-folder.ts';

const configName = 'crmmap.json';

/** The settings of a map: those of the nearest folder above it. */
export function nearestConfig(map: string): string | undefined {
    const folder = markedFolder(map);
    const path = folder === undefined ? undefined : join(folder, configName);
    return path !== undefined && existsSync(path) ? path : undefined;
}

/** Their text; undefined where there are none, or where they cannot be read. */
export function configTextOf(map: string): string | undefined {
    const path = nearestConfig(map);
    try {
        return path === undefined ? undefined : readFileSync(path, 'utf8');
    } catch {
        return undefined;
    }
}
