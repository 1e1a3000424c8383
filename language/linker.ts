import {
    type AstNode,
    type AstNodeDescription,
    AstUtils,
    Cancellation,
    DefaultLinker,
    interruptAndCheck,
    type LangiumDocument,
    type LinkingError,
    type Reference,
    type ReferenceInfo,
} from 'langium';
import { builtinScheme, type ImportGraph } from './imports.ts';
import { isView } from './generated/ast.ts';
import type { CrmMapServices } from './module.ts';
import { indexOf } from './map-names.ts';
import { kindNames, pathParts, quoted, withArticle } from './names.ts';
import { nearest } from './nearest.ts';
import { nodesOf, referencesOf } from './nodes.ts';
import { declarationsOf } from './statements.ts';
import { viewSubjects } from './view-subjects.ts';
import { relativePath } from './relative-path.ts';

/** A broken reference, with its code, and with what a quick fix needs. */
export interface LinkMistake extends LinkingError {
    readonly code: string;
    readonly fix?: { readonly insteadOf?: string; readonly write?: string; readonly importPath?: string };
}

export function isLinkMistake(error: LinkingError): error is LinkMistake {
    return 'code' in error;
}

const shownNames = 6;
/** So many names are compared with the broken references of one file; with more, the editor would wait for what nobody reads. */
const mostCompared = 500_000;

const referencesAtOnce = 200;

/** Links references, and says of a broken one what was probably meant. */
export class CrmMapLinker extends DefaultLinker {
    private readonly services: CrmMapServices;
    private readonly imports: ImportGraph;
    private readonly compared = new WeakMap<LangiumDocument, number>();
    private readonly linked = new WeakMap<AstNode, object>();
    private readonly references = new WeakMap<AstNode, readonly ReferenceInfo[]>();

    constructor(services: CrmMapServices) {
        super(services);
        this.services = services;
        this.imports = services.references.ImportGraph;
    }

    override unlink(document: LangiumDocument): void {
        for (const declaration of declarationsOf(document)) this.unlinkDeclaration(declaration);
        document.references = [];
    }

    /** Links those declarations of a file that are not linked yet. */
    override async link(document: LangiumDocument, cancelToken = Cancellation.CancellationToken.None): Promise<void> {
        const all: Reference[] = [];
        this.compared.delete(document);
        document.references = [];
        let count = 0;
        for (const declaration of declarationsOf(document)) {
            const found = this.referencesIn(declaration);
            for (const { reference } of found) all.push(reference as Reference);
            if (this.linked.has(declaration)) continue;
            if (count % referencesAtOnce < found.length) await interruptAndCheck(cancelToken);
            count += found.length;
            // Somebody may have asked for one before.
            this.forget(found.map(({ reference }) => reference as Reference));
            for (const info of found) this.doLink(info, document);
            this.linked.set(declaration, {});
        }
        document.references = all;
    }

    /**
     * Another object each time that a declaration is linked, undefined while it is not: as long as it is the same, all that the declaration
     * says and names is the same.
     */
    linkOf(declaration: AstNode): object | undefined {
        return this.linked.get(declaration);
    }

    /** The references in a declaration of a file, in the order of its tree. */
    referencesIn(declaration: AstNode): readonly ReferenceInfo[] {
        let found = this.references.get(declaration);
        if (!found) this.references.set(declaration, (found = nodesOf(declaration).flatMap(referencesOf)));
        return found;
    }

    /** Has a declaration linked anew with its file. */
    unlinkDeclaration(declaration: AstNode): void {
        this.linked.delete(declaration);
        this.forget(this.referencesIn(declaration).map(({ reference }) => reference as Reference));
    }

    /** Has references resolved anew when they are next asked for. */
    forget(references: readonly Reference[]): void {
        super.unlink({ references } as LangiumDocument);
    }

    protected override createLinkingError(info: ReferenceInfo, target?: AstNodeDescription): LinkMistake {
        const type = this.reflection.getReferenceType(info);
        const name = info.reference.$refText;
        const { container, property } = info;
        const subjects = isView(container) && property === 'of' ? viewSubjects[container.kind ?? ''] : undefined;
        const what = subjects?.length === 1 ? (kindNames[subjects[0] ?? ''] ?? 'thing') : (kindNames[type] ?? 'thing');
        const document = AstUtils.getDocument(info.container);
        const mistake = (code: string, message: string, fix?: LinkMistake['fix']): LinkMistake => ({ info, code, message, fix, targetDescription: target });

        const otherKind = this.services.references.ScopeProvider.anyScope(info).getElement(name);
        if (otherKind) return mistake('LNG011', `${quoted(name)} is ${withArticle(kindNames[otherKind.type] ?? 'thing')}, not ${withArticle(what)}.`);
        const compared = this.compared.get(document) ?? 0;
        if (compared > mostCompared) return mistake('LNG010', `There is no ${what} ${quoted(name)}. Declare it, or name one that is declared.`);
        const file = this.declaredElsewhere(document, type, name);
        if (file !== undefined) {
            return mistake('LNG012', `There is no ${what} ${quoted(name)} here. It is declared in ${file}: write import "${file}" at the top.`, {
                importPath: file,
            });
        }
        const names = [
            ...new Set(
                this.scopeProvider
                    .getScope(info)
                    .getAllElements()
                    .filter((element) => subjects?.includes(element.type) ?? true)
                    .map((element) => element.name),
            ),
        ];
        this.compared.set(document, compared + names.length + 1);
        const meant = nearest(name, names) ?? byLastPart(name, names);
        if (meant !== undefined)
            return mistake('LNG010', `There is no ${what} ${quoted(name)}. Did you mean ${quoted(meant)}?`, { insteadOf: name, write: meant });
        return mistake('LNG010', `There is no ${what} ${quoted(name)}. ${this.missingPart(info, name) ?? adviceFor(name, what, names)}`);
    }

    /** The file of the workspace that declares a name, as this file would import it. */
    private declaredElsewhere(document: LangiumDocument, type: string, name: string): string | undefined {
        const own = new Set(this.imports.documentsOf(document).map((part) => part.uri.toString()));
        const paths = indexOf(this.services.shared)
            .declared(name)
            .filter(
                ({ description, uri }) =>
                    this.reflection.isSubtype(description.type, type) && !own.has(uri) && description.documentUri.scheme !== builtinScheme,
            )
            .map(({ description }) => relativePath(document.uri, description.documentUri));
        // Always the same one, in whatever order the files were opened: the nearest.
        return paths.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0];
    }

    /** Of a path whose beginning is known, what its known part holds. */
    private missingPart(info: ReferenceInfo, name: string): string | undefined {
        const parts = pathParts(name);
        if (parts.length < 2) return undefined;
        const last = name.lastIndexOf('.');
        const holder = this.services.references.ScopeProvider.anyScope(info).getElement(name.slice(0, last));
        if (!holder) return undefined;
        const scope = this.scopeProvider.getScope(info).getAllElements();
        const inside = scope
            .map((element) => element.name)
            .filter((path) => path.startsWith(`${name.slice(0, last)}.`))
            .map((path) => path.slice(last + 1))
            .toArray();
        const shown = quoted(name.slice(0, last));
        return inside.length === 0
            ? `${capital(kindNames[holder.type] ?? 'thing')} ${shown} holds none.`
            : `${capital(kindNames[holder.type] ?? 'thing')} ${shown} has ${listed(inside)}.`;
    }
}

/** The one name that ends as a path does: `Contact` for `crm.Contact`, or `crm.Contact` for `Contact`. */
function byLastPart(name: string, names: readonly string[]): string | undefined {
    const last = pathParts(name).at(-1);
    const same = names.filter((known) => known !== name && pathParts(known).at(-1) === last);
    return same.length === 1 ? same[0] : undefined;
}

function adviceFor(name: string, what: string, names: readonly string[]): string {
    if (names.length === 0) return what === 'thing' || what.includes(' or ') || name.includes('.') ? 'Declare it first.' : `Declare it: ${what} ${name}.`;
    const near = names.filter((known) => !known.includes('.'));
    if (what === 'field' && near.length > 0) return `There ${near.length === 1 ? 'is' : 'are'} ${listed(near)}.`;
    if (names.length <= shownNames) return `There ${names.length === 1 ? 'is' : 'are'} ${listed(names)}.`;
    return 'Declare it, or name one that is declared.';
}

function listed(names: readonly string[]): string {
    const shown = names.slice(0, shownNames).map(quoted).join(', ');
    return names.length > shownNames ? `${shown} and ${names.length - shownNames} more` : shown;
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
