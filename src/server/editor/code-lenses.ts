import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { CodeLensProvider } from 'langium/lsp';
import type { CodeLens, Command, Location, Range } from 'vscode-languageserver';
import { type Document, isEntity, isFlow, isMapInfo, isSystem, isView } from '../../../language/generated/ast.ts';
import type { EditorAddedServices } from '../../../language/editor/editor-services.ts';
import { counted } from '../../../language/editor/usage-words.ts';
import { type Usage, usersOf } from '../../../language/editor/usages.ts';
import { pathOf } from '../../../language/names.ts';
import { kindOf } from '../../model/kinds.ts';
import { viewsOf } from '../../model/views.ts';
import { openPreviewToSide, showReferences } from '../../protocol.ts';
import type { MapModels } from '../map-models.ts';
import { flowsIn } from './flows-in.ts';

/** More places than anyone reads. */
const mostPlaces = 500;

/** Above a declaration: its picture, the flows at it, and the touchpoints that use it. */
export class CrmMapCodeLenses implements CodeLensProvider {
    private readonly editor: EditorAddedServices['editor'];
    private readonly models: () => MapModels;

    /** @param models asked for when the first lenses are wanted: they need the services that these lenses are a part of */
    constructor(editor: EditorAddedServices['editor'], models: () => MapModels) {
        this.editor = editor;
        this.models = models;
    }

    async provideCodeLens(document: LangiumDocument): Promise<CodeLens[] | undefined> {
        if (!(await this.editor.Client.isOn('codeLens'))) return undefined;
        const { elements } = document.parseResult.value as Document;
        const pictureOf = this.editor.Client.knows(openPreviewToSide) ? this.pictures(document) : () => undefined;
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

    /** Opens the picture of a thing, where the map has one. */
    private pictures(document: LangiumDocument): (node: AstNode) => Command | undefined {
        const models = this.models();
        const flowOf = flowsIn(document, models);
        const views = viewsOf(models.modelOf(document));
        const byThing = new Map<string, string>();
        for (const { of, name } of views) if (of && !byThing.has(`${of.kind} ${of.id}`)) byThing.set(`${of.kind} ${of.id}`, name);
        const names = new Set(views.map(({ name }) => name));
        return (node) => {
            if (isMapInfo(node)) return views.length > 0 ? this.opens(document) : undefined;
            if (isView(node)) return names.has(node.name) ? this.opens(document, node.name) : undefined;
            const id = isFlow(node) ? flowOf(node)?.id : pathOf(node);
            const view = id === undefined ? undefined : byThing.get(`${kindOf(node)} ${id}`);
            return view === undefined ? undefined : this.opens(document, view);
        };
    }

    private opens({ uri }: LangiumDocument, view?: string): Command {
        return { title: 'Open diagram', command: openPreviewToSide, arguments: [uri.toString(), { view }] };
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
