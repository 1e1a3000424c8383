/** Request, from the client: what a flow from a thing could lead to. Takes `LocateParams`, answers `FlowTarget[]`. */
export const findFlowTargets = 'crmmap/flowTargets';

export interface FlowTarget {
    /** Id of a system or an entity. */
    readonly id: string;
    readonly title: string;
    /** Title of the system that an entity is in. */
    readonly system?: string;
}

/** Request, from the client: the edit that writes a flow. Answers a `WorkspaceEdit`, or null where an end is not in the map. */
export const writeFlow = 'crmmap/writeFlow';

export interface WriteFlowParams {
    readonly uri: string;
    /** Ids of systems or entities. */
    readonly from: string;
    readonly to: string;
    readonly title?: string;
}

/** Request, from the client: the edit that writes a touchpoint behind another one. Answers a `WorkspaceEdit`, or null. */
export const writeTouchpoint = 'crmmap/writeTouchpoint';

export interface WriteTouchpointParams {
    readonly uri: string;
    /** Id of the touchpoint before it. */
    readonly after: string;
    readonly title: string;
}
