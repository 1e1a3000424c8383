/** What every picture says of itself, whatever its kind. */
export interface Sheet {
    /** Starts every id and selector of the picture, so that several can stand in one page: letters, digits, `_`, `-`. */
    readonly id: string;
    /** The kind of view, such as `landscape`. */
    readonly kind: string;
    /** What a screen reader calls this kind of picture, such as “system landscape”. */
    readonly role: string;
    /** Small capitals above the title: the map's title, and the kind where it is not plain. */
    readonly caption: string;
    readonly title: string;
    /** The line below the title. */
    readonly purpose?: string;
    /** What the picture shows, in sentences. */
    readonly description: string;
    readonly facts: readonly SheetFact[];
    readonly theme: 'auto' | 'light' | 'dark';
    /** Where the picture is to fill a page. */
    readonly paper?: Paper;
}

/** A page; without an orientation the picture's own proportions choose. */
export interface Paper {
    readonly size: 'a4' | 'a3';
    readonly orientation?: 'portrait' | 'landscape';
}

/** A column at the right of the title block. */
export interface SheetFact {
    readonly caption: string;
    readonly value: string;
    readonly second?: string;
}
