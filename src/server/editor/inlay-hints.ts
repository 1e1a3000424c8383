import { type AstNode, GrammarUtils, type LangiumDocument } from 'langium';
import type { InlayHintProvider } from 'langium/lsp';
import type { InlayHint, InlayHintParams, Range } from 'vscode-languageserver';
import { type Document, type Entity, type Flow, isFlow, isSystem } from '../../../language/generated/ast.ts';
import type { EditorClient } from '../../../language/editor/editor-client.ts';
import { mappedFields } from '../../../language/editor/mapped-fields.ts';
import { spokenTiming } from '../../diagram/words/timing-words.ts';
import type { MapModels } from '../map-models.ts';
import { flowsIn } from './flows-in.ts';

/** What a reader of the text would look up elsewhere: a flow's number in the register, how much of it is mapped, its timetable in words, the owner that an entity has from its system. */
export class CrmMapInlayHints implements InlayHintProvider {
    private readonly client: EditorClient;
    private readonly models: () => MapModels;

    /** @param models asked for when the first hints are wanted: they need the services that these hints are a part of */
    constructor(client: EditorClient, models: () => MapModels) {
        this.client = client;
        this.models = models;
    }

    async getInlayHints(document: LangiumDocument, { range }: InlayHintParams): Promise<InlayHint[] | undefined> {
        if (!(await this.client.isOn('inlayHints'))) return undefined;
        const { elements } = document.parseResult.value as Document;
        const shown = elements.filter((element) => touches(element, range));
        const found = shown.some(isFlow) ? flowsIn(document, this.models()) : () => undefined;
        const hints = shown.flatMap((element) => {
            if (isFlow(element)) return flowHints(element, found(element)?.number);
            return isSystem(element) ? element.entities.flatMap((entity) => ownerHint(entity, element.owner?.$refText)) : [];
        });
        return hints.filter(({ position }) => position.line >= range.start.line && position.line <= range.end.line);
    }
}

function flowHints(flow: Flow, number: string | undefined): InlayHint[] {
    const mapped = mappedFields(flow);
    const words = flow.cron === undefined ? undefined : spokenTiming({ timing: 'scheduled', cron: flow.cron });
    return [
        ...(number === undefined ? [] : hint(flow, ['title', 'to'], number, 'Its number in the interface register of this map')),
        ...(mapped === undefined
            ? []
            : hint(flow, ['title', 'to'], `mapped ${mapped.mapped} of ${mapped.fields}`, 'Fields of the target that a map line fills, computed ones left out')),
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
