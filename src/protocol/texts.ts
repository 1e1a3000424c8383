/** Request, from the client: check and draw a text. Answers a `DrawnText`, and nothing is kept of it. */
export const drawText = 'crmmap/text/draw';

export interface TextToDraw {
    readonly text: string;
    /** The document that the text stands in: imports are relative to it, and files of the workspace alone are read. */
    readonly within?: string;
    /** Name of the view; the first one that can be drawn where it is absent. */
    readonly view?: string;
}

export interface DrawnText {
    /** The picture, as far as the text can be read. Its ids begin with the id of its root, which no text holds by chance. */
    readonly svg?: string;
    /** Why there is no picture. */
    readonly message?: string;
    /** What is wrong in the text; the first ones, in the order of the text. */
    readonly errors: readonly TextError[];
    /** How many errors there are beside those. */
    readonly moreErrors: number;
    /** Whether the picture depends on other files. */
    readonly imports: boolean;
}

export interface TextError {
    /** Counted from 0. */
    readonly line: number;
    /** The file that it stands in, as the text names it; absent for the text itself. */
    readonly file?: string;
    readonly message: string;
}
