import { readFileSync } from 'node:fs';
import { type CrmmapConfig, parseConfig } from '../rules/config/rules-config.ts';
import { nearestConfig } from './config-file.ts';
import { failureText } from './failure-text.ts';
import type { Problem } from './host.ts';
import { shownPath } from './path-names.ts';

/** Finds and reads the settings of maps, each file once. */
export class Configs {
    readonly problems: Problem[] = [];
    private readonly read = new Map<string, CrmmapConfig>();
    private readonly cwd: string;
    private readonly given: string | undefined;

    /** @param given the settings of all maps, absolute; without it, each map has those of the nearest folder above it */
    constructor(cwd: string, given: string | undefined) {
        this.cwd = cwd;
        this.given = given;
    }

    /** The settings of a map; nothing where there are none, or where they cannot be read. */
    configOf(map: string): CrmmapConfig {
        const path = this.given ?? nearestConfig(map);
        if (path === undefined) return {};
        const known = this.read.get(path);
        if (known) return known;
        const config = this.readConfig(path);
        this.read.set(path, config);
        return config;
    }

    private readConfig(path: string): CrmmapConfig {
        const file = shownPath(this.cwd, path);
        try {
            const { config, problems } = parseConfig(readFileSync(path, 'utf8'));
            this.problems.push(...problems.map((message) => ({ file, message: `cannot be used as it is. ${message}` })));
            return config;
        } catch (error) {
            this.problems.push({ file, message: `cannot be read: ${failureText(error)}` });
            return {};
        }
    }
}
