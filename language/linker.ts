import { type AstNodeDescription, AstUtils, DefaultLinker, type LinkingError, type ReferenceInfo } from 'langium';
import { builtinScheme, type ImportGraph } from './imports.ts';
import type { CrmMapServices } from './module.ts';
import { kindNames } from './names.ts';
import { nearest } from './nearest.ts';
import { relativePath } from './relative-path.ts';

/** Links references, and says of a broken one what was probably meant. */
export class CrmMapLinker extends DefaultLinker {
    private readonly services: CrmMapServices;
    private readonly imports: ImportGraph;

    constructor(services: CrmMapServices) {
        super(services);
        this.services = services;
        this.imports = services.references.ImportGraph;
    }

    protected override createLinkingError(info: ReferenceInfo, target?: AstNodeDescription): LinkingError {
        const type = this.reflection.getReferenceType(info);
        const name = info.reference.$refText;
        const what = kindNames[type] ?? 'thing';
        const elsewhere = this.declaredElsewhere(info, type, name);
        const names = [...this.scopeProvider.getScope(info).getAllElements().map((element) => element.name)];
        const meant = elsewhere ? undefined : nearest(name, names);
        const advice = elsewhere
            ? `It is declared in ${elsewhere}, which this file does not import. Write import "${elsewhere}" at the top.`
            : meant !== undefined
              ? `Did you mean \`${meant}\`?`
              : adviceFor(name, what, names);
        return { info, message: `There is no ${what} \`${name}\`. ${advice}`, targetDescription: target };
    }

    /** The file of the workspace that declares a name, as this file would import it. */
    private declaredElsewhere(info: ReferenceInfo, type: string, name: string): string | undefined {
        const document = AstUtils.getDocument(info.container);
        const own = new Set(this.imports.documentsOf(document).map((part) => part.uri.toString()));
        const found = this.services.shared.workspace.IndexManager.allElements(type).find(
            (element) => element.name === name && element.documentUri.scheme !== builtinScheme && !own.has(element.documentUri.toString()),
        );
        return found && relativePath(document.uri, found.documentUri);
    }
}

function adviceFor(name: string, what: string, names: readonly string[]): string {
    if (names.length === 0) return what.includes(' or ') ? 'Declare it first.' : `Declare one: ${what} ${name}.`;
    if (names.length <= 8) return `There ${names.length === 1 ? 'is' : 'are'} ${names.map((known) => `\`${known}\``).join(', ')}.`;
    return 'Declare it, or name one that is declared.';
}
