/** What a command may use of the process that runs it. `main.ts` makes one; nothing else prints. */
export interface Host {
    /** The working folder, absolute, symbolic links resolved. */
    readonly cwd: string;
    /** Writes to standard output. */
    out(text: string): void;
    /** Writes to standard error. */
    err(text: string): void;
    /** All of standard input. */
    input(): Promise<Buffer>;
    /** The day by the clock and the calendar of this machine now, ISO. */
    today(): string;
    /** The version of the program. */
    readonly version: string;
    /** Whether standard output shall have colours. */
    readonly colour: boolean;
}

/** 0 nothing found; 1 errors, too many warnings, or pictures out of date; 2 usage, unreadable input, cannot write, or a fault of our own. */
export type ExitStatus = 0 | 1 | 2;

/** The status of several things done one after the other. */
export function worst(...statuses: readonly ExitStatus[]): ExitStatus {
    return statuses.reduce<ExitStatus>((worse, status) => (status > worse ? status : worse), 0);
}

/** A file that could not be used, and why, as a sentence without the file's name. */
export interface Problem {
    /** As the user would name it. */
    readonly file: string;
    readonly message: string;
}
