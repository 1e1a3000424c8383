import { type AstNode, AstUtils, type LangiumDocument, type ReferenceInfo } from 'langium';
import { addToBody, type Piece } from '../../edits/body.ts';
import { declareAfter } from '../../edits/lines.ts';
import * as ast from '../../generated/ast.ts';
import { builtinScheme } from '../../imports.ts';
import { kindNames, pathParts, pathSegment, quoted } from '../../names.ts';
import { viewSubjects } from '../../view-subjects.ts';
import { type Fixer, type MistakePlace, referenceAt } from './mistake-place.ts';
import type { QuickFix } from './problem.ts';

/** What a new declaration of a kind says, so that it is whole; `name` is as the text writes it. */
const simple: Readonly<Record<string, (name: string) => string>> = {
    Team: (name) => `team ${name}`,
    Goal: (name) => `goal ${name}`,
    Metric: (name) => `metric ${name}`,
    Segment: (name) => `segment ${name}`,
    Persona: (name) => `persona ${name}`,
    Channel: (name) => `channel ${name}`,
    Region: (name) => `region ${name}`,
    Capability: (name) => `capability ${name}`,
    System: (name) => `system ${name}`,
    Journey: (name) => `journey ${name}`,
    Lifecycle: (name) => `lifecycle ${name}`,
};

/** Which kind is declared where a reference may name several, by the number of parts of its path. */
const chosen: Readonly<Record<string, readonly string[]>> = {
    FlowEnd: ['System', 'Entity'],
    DataItem: ['', 'Entity', 'Field'],
    ConsentSource: ['System', 'Touchpoint'],
    Changeable: ['System'],
    Audience: ['Persona'],
    Thing: ['System', 'Entity', 'Field'],
};

/** LNG010 and LNG011: declares what is named, where such things stand. */
export const createIt: Fixer = (place) => {
    const info = referenceAt(place);
    if (!info) return [];
    const parts = pathParts(info.reference.$refText).map(pathSegment);
    return typesOf(place, info, parts.length).flatMap((type) => {
        const fix = creation(place, info, type, parts);
        return fix ? [{ ...fix, preferred: true, title: `Declare the ${kindNames[type] ?? 'thing'} ${quoted(info.reference.$refText)}` }] : [];
    });
};

/** The kinds of thing that could be declared for a reference. */
function typesOf({ services }: MistakePlace, info: ReferenceInfo, parts: number): string[] {
    const { container, property } = info;
    const type = services.shared.AstReflection.getReferenceType(info);
    if (ast.isView(container) && property === 'of') return [...(viewSubjects[container.kind ?? ''] ?? [])];
    const kinds = chosen[type];
    const kind = kinds ? kinds[parts - 1] : type;
    return kind ? [kind] : [];
}

type Creation = Omit<QuickFix, 'title'>;

function creation(place: MistakePlace, info: ReferenceInfo, type: string, parts: readonly string[]): Creation | undefined {
    const name = parts.at(-1) ?? '';
    const declare = simple[type];
    if (declare) return parts.length === 1 ? atTopLevel(place, type, declare(name)) : undefined;
    switch (type) {
        case 'Entity':
            return entity(place, info, parts);
        case 'Field':
            return field(place, info, parts);
        case 'LifecycleStage':
            return stage(place, parts);
        case 'Touchpoint':
            return touchpoint(place, info, parts);
        case 'Pain':
            return parts.length === 1 ? pain(info, name) : undefined;
        default:
            return undefined;
    }
}

/** Behind the last thing of its kind in this file; at its end, where there is none. */
function atTopLevel({ document, text }: MistakePlace, type: string, declaration: string): Creation {
    const last = document.parseResult.value.elements.findLast(({ $type }) => $type === type)?.$cstNode;
    return { edits: [{ document, change: declareAfter(text, last && { from: last.offset, to: last.end }, declaration) }] };
}

/** `crm.Contact`: in its system, which is declared as well where it is not there. */
function entity(place: MistakePlace, { container }: ReferenceInfo, parts: readonly string[]): Creation | undefined {
    const [system = '', name] = parts;
    if (parts.length > 2) return undefined;
    if (name === undefined) {
        const around = AstUtils.getContainerOfType(container, ast.isSystem);
        return around && inside(around, `entity ${system}`);
    }
    const holder = named(place, 'System', system);
    if (holder) return inside(holder, `entity ${name}`);
    return atTopLevel(place, 'System', `system ${system} { entity ${name} }`);
}

/** `crm.Contact.Email`, or a field of an end of the flow that names it. */
function field(place: MistakePlace, info: ReferenceInfo, parts: readonly string[]): Creation | undefined {
    const name = parts.at(-1) ?? '';
    const holder = parts.length === 1 ? holderOfField(info) : named(place, 'Entity', parts.slice(0, -1).join('.'));
    return holder && inside(holder, `${name} : text`, undefined);
}

function holderOfField({ container, property }: ReferenceInfo): AstNode | undefined {
    const flow = AstUtils.getContainerOfType(container, ast.isFlow);
    if (!flow) return AstUtils.getContainerOfType(container, ast.isEntity);
    const isAtEnd = (property === 'sources') === (flow.arrow === '<-');
    const ends = property === 'key' ? [flow.to, flow.from] : [isAtEnd ? flow.to : flow.from];
    return ends.map((end) => end?.ref).find(ast.isEntity);
}

function stage(place: MistakePlace, parts: readonly string[]): Creation | undefined {
    const [lifecycle = '', name] = parts;
    if (name === undefined || parts.length > 2) return undefined;
    const holder = named(place, 'Lifecycle', lifecycle);
    return holder ? inside(holder, `stage ${name}`) : atTopLevel(place, 'Lifecycle', `lifecycle ${lifecycle} { stage ${name} }`);
}

/** In the last stage of its journey. */
function touchpoint(place: MistakePlace, { container }: ReferenceInfo, parts: readonly string[]): Creation | undefined {
    const name = parts.at(-1) ?? '';
    const own = AstUtils.getContainerOfType(container, ast.isJourney);
    const journey = parts.length === 1 ? own : parts.length === 2 ? named(place, 'Journey', parts[0] ?? '') : undefined;
    if (!journey || !ast.isJourney(journey)) return undefined;
    const last = journey.stages.at(-1);
    const declaration = `touchpoint ${name}`;
    return last ? inside(last, declaration) : inside(journey, `stage first { ${declaration} }`);
}

/** Beside the opportunity that addresses it. */
function pain({ container }: ReferenceInfo, name: string): Creation | undefined {
    const holder = AstUtils.getContainerOfType(container, ast.isTouchpoint);
    const before = AstUtils.getContainerOfType(container, ast.isOpportunity)?.$cstNode?.offset;
    return holder && inside(holder, `pain ${name} "What hurts here"`, before);
}

/** At the end of what a thing holds, in whichever file it stands. */
function inside(holder: AstNode, declaration: string, before?: number): Creation | undefined {
    const document: LangiumDocument = AstUtils.getDocument(holder);
    const cst = holder.$cstNode;
    if (!cst || document.uri.scheme === builtinScheme) return undefined;
    const piece: Piece = { from: cst.offset, to: cst.end };
    return { edits: [{ document, change: addToBody(document.textDocument.getText(), piece, [declaration], before) }] };
}

/** The thing of a type that a path means in the map. */
function named({ services, document }: MistakePlace, type: string, path: string): AstNode | undefined {
    const [found] = services.references.ScopeProvider.table(document).get(type)?.get(path) ?? [];
    if (!found) return undefined;
    const holder = services.shared.workspace.LangiumDocuments.getDocument(found.documentUri);
    return found.node ?? (holder && services.workspace.AstNodeLocator.getAstNode(holder.parseResult.value, found.path));
}
