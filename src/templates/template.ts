/** A map to start from. */
export interface Template {
    /** As `crmmap init --template` takes it. */
    readonly name: string;
    readonly title: string;
    /** What it holds, in a sentence. */
    readonly summary: string;
    readonly text: string;
}
