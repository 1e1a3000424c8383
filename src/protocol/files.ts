/** Request, from the server: what stands at an address. Params: `FileQuestion`; answers a `ClientFile`, or null. */
export const statFile = 'crmmap/files/stat';

/** Request, from the server: what a folder holds. Params: `FileQuestion`; answers a `ClientFolder`, or null. */
export const listFolder = 'crmmap/files/list';

/** Request, from the server: the text of a file. Params: `FileQuestion`; answers it, or null for what is missing or too large. */
export const readFile = 'crmmap/files/read';

/** In bytes. */
export const largestClientFile = 5_000_000;

export interface FileQuestion {
    readonly uri: string;
}

export interface ClientFile {
    readonly isFile: boolean;
    readonly isDirectory: boolean;
}

export type ClientFolder = readonly (ClientFile & { readonly name: string })[];

/** The first message to a server in a browser; the language server protocol follows. */
export interface WebServerStart {
    /** Address of the script that draws. */
    readonly layout: string;
}
