import type { Finding } from './findings.ts';
import type { Problem } from './host.ts';

/** What `crmmap check --format json` says; `docs/check-result.schema.json` is its schema. */
export interface CheckResult {
    readonly format: 'crmmap-check';
    readonly formatVersion: 1;
    /** The files that were checked. */
    readonly files: readonly string[];
    readonly findings: readonly Finding[];
    /** Paths and files that could not be used. */
    readonly problems: readonly Problem[];
    readonly summary: { readonly files: number; readonly errors: number; readonly warnings: number; readonly infos: number };
}
