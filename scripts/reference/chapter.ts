/** One construct of the language: what it is for, in prose, and a map in which all of its properties are used. */
export interface Construct {
    /** The rule of the grammar. */
    readonly type: string;
    readonly title: string;
    readonly text: string;
    readonly example: string;
}

export interface Chapter {
    readonly title: string;
    readonly text: string;
    readonly constructs: readonly Construct[];
}

/** The chapters of the reference in the order in which a reader needs them; syntax and tables are made from the grammar. */
