/** What is meant by a value in the form of another notation. */
export interface Meant {
    /** How many characters it takes. */
    readonly length: number;
    readonly message: string;
    /** The value as it stands here. */
    readonly write?: string;
    /** Values that it could be, where that is for the author to say. */
    readonly choices?: readonly string[];
}
