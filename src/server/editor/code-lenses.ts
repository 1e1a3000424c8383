import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens, Command, Location, Range } from 'vscode-languageserver';
import { type Document, isEntity, isSystem } from '../../../language/generated/ast.ts';
import type { CrmMapLspServices } from '../../../language/editor/editor-services.ts';
import { counted } from '../../../language/editor/usage-words.ts';
import { type Usage, usersOf } from '../../../language/editor/usages.ts';
import type { ImportGraph } from '../../../language/imports.ts';
import { openPreviewToSide, showReferences } from '../../protocol.ts';
import { picturesIn } from './pictures.ts';

/** More places than anyone reads. */
const mostPlaces = 500;

/** Above a declaration: its picture, the flows at it, and the touchpoints that use it. */
export class CrmMapCodeLenses implements CodeLensProvider {
    private readonly editor: CrmMapLspServices['editor'];
    private readonly imports: ImportGraph;

    constructor({ editor, references }: CrmMapLspServices) {
        this.editor = editor;
        this.imports = references.ImportGraph;
    }

    async provideCodeLens(document: LangiumDocument): Promise<CodeLens[] | undefined> {
        if (!(await this.editor.Client.isOn('codeLens'))) return undefined;
        const { elements } = document.parseResult.value as Document;
        const pictureOf = this.pictures(document);
        return elements
            .flatMap((element): AstNode[] => (isSystem(element) ? [element, ...element.entities] : [element]))
            .flatMap((node) => {
                const range = nameRange(node);
                if (!range) return [];
                const picture = pictureOf(node);
                const commands = [...(picture ? [picture] : []), ...(isSystem(node) || isEntity(node) ? this.uses(node, document, range) : [])];
                return commands.map((command) => ({ range, command }));
            });
    }

    /** Opens the picture of a thing, where the map has one, in an editor that can. */
    private pictures(document: LangiumDocument): (node: AstNode) => Command | undefined {
        if (!this.editor.Client.knows(openPreviewToSide)) return () => undefined;
        const pictureOf = picturesIn(document, this.imports);
        return (node) => {
            const picture = pictureOf(node);
            return picture && { title: 'Open diagram', command: openPreviewToSide, arguments: [document.uri.toString(), picture] };
        };
    }

    private uses(node: AstNode, document: LangiumDocument, { start }: Range): Command[] {
        const { into, outOf } = this.editor.Usages.flowsAt(node);
        const places = this.editor.Usages.within(node).filter(({ user }) => user.$type === 'Touchpoint');
        const touchpoints = usersOf(places, 'Touchpoint').length;
        const show = (title: string, usages: readonly Usage[]): Command => {
            if (!this.editor.Client.knows(showReferences)) return { title, command: '' };
            return { title, command: showReferences, arguments: [document.uri.toString(), start, usages.slice(0, mostPlaces).map(locationOf)] };
        };
        const flows = [...new Set([...into, ...outOf])];
        return [
            ...(flows.length > 0 ? [show(flowWords(into.length, outOf.length), flows)] : []),
            ...(touchpoints > 0 ? [show(`used by ${counted(touchpoints, 'touchpoint')}`, places)] : []),
        ];
    }
}

/** `3 flows in, 2 out`. */
function flowWords(into: number, outOf: number): string {
    if (into === 0) return `${counted(outOf, 'flow')} out`;
    return `${counted(into, 'flow')} in${outOf === 0 ? '' : `, ${outOf} out`}`;
}

function locationOf({ document, cst }: Usage): Location {
    return { uri: document.uri.toString(), range: cst.range };
}

/** Where a lens stands: at the name, or at the word that begins the declaration. */
function nameRange(node: AstNode): Range | undefined {
    const cst = GrammarUtils.findNodeForProperty(node.$cstNode, 'name') ?? GrammarUtils.findNodeForProperty(node.$cstNode, 'title') ?? node.$cstNode;
    if (!cst) return undefined;
    const { start } = cst.range;
    return { start, end: { line: start.line, character: start.character + (cst.text.split(/\r?\n/)[0]?.length ?? 0) } };
}
