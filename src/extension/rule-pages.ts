import { type Disposable, l10n, type TextDocumentContentProvider, Uri, workspace } from 'vscode';
import { sectionOf } from './page-section.ts';

const scheme = 'crmmap-page';

/**
 * The address of a page, for the server to put a code in. It is a document and no command, as VS Code runs none from a diagnostic; the
 * package's default for `workbench.editorAssociations` has it shown rendered.
 */
export const rulePages = `${scheme}:/{code}.md`;

/** The pages of rules and errors, each as a document of its own, out of those that come with the extension. */
export class RulePages implements TextDocumentContentProvider {
    private readonly folder: Uri;

    constructor(extension: Uri) {
        this.folder = Uri.joinPath(extension, 'docs');
    }

    register(): Disposable {
        return workspace.registerTextDocumentContentProvider(scheme, this);
    }

    async provideTextDocumentContent({ path }: Uri): Promise<string> {
        const code = path.slice(1).replace(/\.md$/, '');
        const page = Uri.joinPath(this.folder, code.startsWith('LNG') ? 'errors.md' : 'rules.md');
        const text = new TextDecoder().decode(await workspace.fs.readFile(page));
        return sectionOf(text, code) ?? l10n.t('There is no page for {0}.', code);
    }
}
