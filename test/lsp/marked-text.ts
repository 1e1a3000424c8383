import type { Position } from 'vscode-languageserver/node';

export interface MarkedText {
    readonly text: string;
    /** Where the markers stood, in order. */
    readonly positions: readonly Position[];
}

/** A text without its cursor markers `<|>`, and where they stood. */
export function marked(source: string): MarkedText {
    const [first = '', ...rest] = source.split('<|>');
    const positions: Position[] = [];
    let text = first;
    for (const part of rest) {
        const lines = text.split('\n');
        positions.push({ line: lines.length - 1, character: lines.at(-1)?.length ?? 0 });
        text += part;
    }
    return { text, positions };
}

/** The one place that a text marks. */
export function markedOnce(source: string): { readonly text: string; readonly position: Position } {
    const { text, positions } = marked(source);
    const [position, ...more] = positions;
    if (!position || more.length > 0) throw new Error('The text must have one marker.');
    return { text, position };
}
