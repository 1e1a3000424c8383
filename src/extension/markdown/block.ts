/** A fenced block of a Markdown document that holds a map. */
export interface Block {
    readonly text: string;
    /** The view that its first line asks for. */
    readonly view?: string;
}

/** The words behind a fence, such as `crmmap view=landscape`; undefined for a block in another language. */
export function readFence(info: string): Pick<Block, 'view'> | undefined {
    const [, rest] = /^\s*crmmap(?![\w-])(.*)$/is.exec(info) ?? [];
    if (rest === undefined) return undefined;
    const [, quoted, single, plain] = /(?:^|[\s{,])view\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s}"',]+))/.exec(rest) ?? [];
    return { view: quoted ?? single ?? plain };
}
