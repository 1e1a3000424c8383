import type { CheckResult } from '../check-result.ts';
import type { LineReader } from '../pretty.ts';

export interface ReportContext {
    /** The text of a line of a file. */
    readonly line: LineReader;
    readonly colour: boolean;
    readonly version: string;
}

/** A form in which `check` tells its result. */
export interface Report {
    /** What `--format` takes. */
    readonly word: string;
    readonly text: (result: CheckResult, context: ReportContext) => string;
}
