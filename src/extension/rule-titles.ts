import { Uri, workspace } from 'vscode';
import { titlesIn } from './page-section.ts';

/** What rules and errors are called, out of the pages that come with the extension; read when they are first asked for. */
export class RuleTitles {
    private readonly extension: Uri;
    private titles: Promise<ReadonlyMap<string, string>> | undefined;

    constructor(extension: Uri) {
        this.extension = extension;
    }

    /** The titles by code; empty where the pages cannot be read. */
    read(): Promise<ReadonlyMap<string, string>> {
        return (this.titles ??= this.load().catch(() => new Map()));
    }

    private async load(): Promise<ReadonlyMap<string, string>> {
        const pages = await Promise.all(['rules.md', 'errors.md'].map((name) => workspace.fs.readFile(Uri.joinPath(this.extension, 'docs', name))));
        return new Map(pages.flatMap((page) => [...titlesIn(new TextDecoder().decode(page))]));
    }
}
