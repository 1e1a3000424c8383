import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHint, InlayHintParams, Range } from 'vscode-languageserver';
import { type Document, type Entity, type Flow, isFlow, isSystem } from '../../../language/generated/ast.ts';
import type { EditorClient } from '../../../language/editor/editor-client.ts';
import type { CrmMapLspServices } from '../../../language/editor/editor-services.ts';
import { mappedFields } from '../../../language/editor/mapped-fields.ts';
import type { ImportGraph } from '../../../language/imports.ts';
import { spokenTiming } from '../../diagram/words/timing-words.ts';
import { flowNumber } from '../../model/read-flows.ts';

/** What a reader of the text would look up elsewhere: a flow's number in the register, how much of it is mapped, its timetable in words, the owner that an entity has from its system. */
export class CrmMapInlayHints implements InlayHintProvider {
    private readonly client: EditorClient;
    private readonly imports: ImportGraph;

    constructor({ editor, references }: CrmMapLspServices) {
        this.client = editor.Client;
        this.imports = references.ImportGraph;
    }

    async getInlayHints(document: LangiumDocument, { range }: InlayHintParams): Promise<InlayHint[] | undefined> {
        if (!(await this.client.isOn('inlayHints'))) return undefined;
        const { elements } = document.parseResult.value as Document;
        const shown = elements.filter((element) => touches(element, range));
        const numbers = shown.some(isFlow) ? this.numbersIn(document) : new Map<Flow, string>();
        const hints = shown.flatMap((element) => {
            if (isFlow(element)) return flowHints(element, numbers.get(element));
            return isSystem(element) ? element.entities.flatMap((entity) => ownerHint(entity, element.owner?.$refText)) : [];
        });
        return hints.filter(({ position }) => position.line >= range.start.line && position.line <= range.end.line);
    }

    /** The numbers of a file's flows in the register of its own map, that of the preview beside it; none of those with a broken end. */
    private numbersIn(document: LangiumDocument): ReadonlyMap<Flow, string> {
        const flows = this.imports.documentsOf(document).flatMap((part) => (part.parseResult.value as Document).elements.filter(isFlow));
        return new Map(flows.flatMap((flow, index) => (flow.from?.ref && flow.to?.ref ? [[flow, flowNumber(index, flows.length)] as const] : [])));
    }
}

function flowHints(flow: Flow, number: string | undefined): InlayHint[] {
    const mapped = mappedFields(flow);
    const words = flow.cron === undefined ? undefined : spokenTiming({ timing: 'scheduled', cron: flow.cron });
    const facts = [
        ...(number === undefined ? [] : [[number, 'Its number in the interface register of this map']]),
        ...(mapped === undefined
            ? []
            : [[`mapped ${mapped.mapped} of ${mapped.fields}`, 'Fields of the target that a map line fills, computed ones left out']]),
    ];
    const [label, tooltip] = [0, 1].map((at) => facts.map((fact) => fact[at]).join(at === 0 ? ' · ' : '; '));
    return [
        ...(label ? hint(flow, ['title', 'to'], label, tooltip ?? '') : []),
        ...(words === undefined || words === flow.cron ? [] : hint(flow, ['cron'], words, 'The timetable in words')),
    ];
}

/** An entity is owned by the team of its system, as long as it states no owner itself. */
function ownerHint(entity: Entity, owner: string | undefined): InlayHint[] {
    return owner === undefined || entity.owner ? [] : hint(entity, ['title', 'name'], `owner ${owner}`, 'The owner of its system');
}

/** A hint behind the first of some properties that is written. */
function hint(node: AstNode, properties: readonly string[], label: string, tooltip: string): InlayHint[] {
    const cst = properties.map((property) => GrammarUtils.findNodeForProperty(node.$cstNode, property)).find((found) => found !== undefined);
    return cst ? [{ position: cst.range.end, label, tooltip, paddingLeft: true }] : [];
}

function touches({ $cstNode }: AstNode, { start, end }: Range): boolean {
    return $cstNode !== undefined && $cstNode.range.start.line <= end.line && $cstNode.range.end.line >= start.line;
}
