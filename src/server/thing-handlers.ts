import { type LangiumDocument, URI } from 'langium';
import type { Connection, Location, WorkspaceEdit } from 'vscode-languageserver';
import type { FileEdit } from '../../language/editor/actions/problem.ts';
import { workspaceEdit } from '../../language/editor/actions/workspace-edit.ts';
import type { CrmMapLspServices } from '../../language/editor/editor-services.ts';
import type { CrmModel, SourceRange } from '../model/crm-model.ts';
import {
    findFlowTargets,
    findThingsAt,
    type FlowTarget,
    type LocateParams,
    locateDeclaration,
    locateThing,
    type ThingsAtParams,
    writeFlow,
    type WriteFlowParams,
    writeTouchpoint,
    type WriteTouchpointParams,
} from '../protocol.ts';
import { newFlow } from './editor/new-flow.ts';
import { newTouchpoint } from './editor/new-touchpoint.ts';
import { type FoundThing, findThing } from './find-thing.ts';
import type { MapModels } from './map-models.ts';
import { thingsAt } from './things-at.ts';

/** Answers what the client asks of the things of a map: where they stand in the text, and which edits write new ones beside them. */
export function addThingHandlers(connection: Connection, language: CrmMapLspServices, models: MapModels): void {
    const { WorkspaceLock, LangiumDocuments } = language.shared.workspace;
    /** Answers once no text is being read, for a map that is there. */
    const onMap = <Params, Answer>(method: string, uriOf: (params: Params) => string, none: Answer, answer: (map: LangiumDocument, params: Params) => Answer) =>
        connection.onRequest(
            method,
            (params: Params, cancelled): Promise<unknown> =>
                WorkspaceLock.read(() => {
                    const map = cancelled.isCancellationRequested ? undefined : LangiumDocuments.getDocument(URI.parse(uriOf(params)));
                    return map ? answer(map, params) : none;
                }),
        );
    const byUri = ({ uri }: { readonly uri: string }): string => uri;
    const locate = (map: LangiumDocument, { kind, id }: LocateParams, rangeOf: (thing: FoundThing) => SourceRange): Location | null => {
        const thing = findThing(models.modelOf(map), kind, id);
        const place = thing && rangeOf(thing);
        const uri = place && models.uriOf(map, place.file);
        return uri ? { uri: uri.toString(), range: { start: place.start, end: place.end } } : null;
    };
    const editOf = (edits: readonly FileEdit[]): WorkspaceEdit | null => (edits.length === 0 ? null : workspaceEdit(language, edits));

    onMap<LocateParams, Location | null>(locateThing, byUri, null, (map, params) => locate(map, params, (thing) => thing.nameSource ?? thing.source));
    onMap<LocateParams, Location | null>(locateDeclaration, byUri, null, (map, params) => locate(map, params, ({ source }) => source));
    onMap<ThingsAtParams, ReturnType<typeof thingsAt>>(
        findThingsAt,
        (params) => params.map,
        [],
        (map, { uri, position }) => thingsAt(models.modelOf(map), { file: models.nameOf(URI.parse(uri)), ...position }),
    );
    onMap<LocateParams, FlowTarget[]>(findFlowTargets, byUri, [], (map, { id }) => flowTargets(models.modelOf(map), id));
    onMap<WriteFlowParams, WorkspaceEdit | null>(writeFlow, byUri, null, (map, flow) => editOf(newFlow(language, map, flow)));
    onMap<WriteTouchpointParams, WorkspaceEdit | null>(writeTouchpoint, byUri, null, (map, { after, title }) =>
        editOf(newTouchpoint(language, map, after, title)),
    );
}

/** The systems of a map with their entities, without the system that a flow would start at. */
function flowTargets({ systems }: CrmModel, from: string): FlowTarget[] {
    return systems
        .filter(({ id, entities }) => id !== from && !entities.some((entity) => entity.id === from))
        .flatMap(({ id, title, entities }) => [{ id, title }, ...entities.map((entity) => ({ id: entity.id, title: entity.title, system: title }))]);
}
