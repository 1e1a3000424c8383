import type { CrmModel, Flow, Selector, System } from '../model/crm-model.ts';

/** What a view shows of the architecture, as ids. */
export interface Selection {
    readonly systems: ReadonlySet<string>;
    readonly flows: ReadonlySet<string>;
}

/**
 * The systems and flows that a view's `include` and `exclude` leave. Without any `include` it is everything.
 * A flow is shown when both its ends are. A selector that speaks of flows brings their ends, and the systems between them, along;
 * as an `exclude` it takes away flows only. One that speaks of systems holds for a flow when it holds for one of its ends.
 */
export function select(model: CrmModel, include: readonly Selector[], exclude: readonly Selector[]): Selection {
    const systems = new Set<string>();
    const wanted = new Set<string>();
    for (const system of model.systems) {
        if (include.length === 0 || include.some((selector) => holdsForSystem(model, selector, system))) {
            systems.add(system.id);
        }
    }
    for (const flow of model.flows) {
        const chosen = include.filter((selector) => holdsForFlow(model, selector, flow));
        if (include.length === 0 || chosen.length > 0) {
            wanted.add(flow.id);
        }
        if (chosen.some(speaksOfFlows)) {
            flowSystems(flow).forEach((id) => systems.add(id));
        }
    }
    for (const system of model.systems) {
        if (exclude.some((selector) => !speaksOfFlows(selector) && holdsForSystem(model, selector, system))) {
            systems.delete(system.id);
        }
    }
    const flows = model.flows.filter(
        (flow) =>
            wanted.has(flow.id) &&
            systems.has(flow.from.system) &&
            systems.has(flow.to.system) &&
            !exclude.some((selector) => speaksOfFlows(selector) && holdsForFlow(model, selector, flow)),
    );
    return { systems, flows: new Set(flows.map((flow) => flow.id)) };
}

/** Every system that a flow touches: its ends, and what it goes through. */
export function flowSystems(flow: Flow): string[] {
    return [flow.from.system, ...flow.via, flow.to.system];
}

function speaksOfFlows(selector: Selector): boolean {
    switch (selector.select) {
        case 'and':
        case 'or':
            return selector.operands.some(speaksOfFlows);
        case 'not':
            return speaksOfFlows(selector.operand);
        case 'thing':
            return selector.kind === 'flow';
        case 'timing':
        case 'personal':
            return true;
        default:
            return false;
    }
}

function holdsForSystem(model: CrmModel, selector: Selector, system: System): boolean {
    switch (selector.select) {
        case 'and':
            return selector.operands.every((operand) => holdsForSystem(model, operand, system));
        case 'or':
            return selector.operands.some((operand) => holdsForSystem(model, operand, system));
        case 'not':
            return !holdsForSystem(model, selector.operand, system);
        case 'tag':
            return system.tags.includes(selector.value);
        case 'category':
            return system.category === selector.value;
        case 'owner':
            return system.owner === selector.value;
        case 'region':
            return system.region === selector.value;
        case 'lifecycle':
            return (system.life ?? 'active') === selector.value;
        case 'timing':
        case 'personal':
            return model.flows.some((flow) => flowSystems(flow).includes(system.id) && holdsForFlow(model, selector, flow));
        case 'neighbours':
            return neighbours(model, systemsOf(model, selector.kind, selector.id)).has(system.id);
        case 'thing':
            return systemsOf(model, selector.kind, selector.id).has(system.id);
    }
}

function holdsForFlow(model: CrmModel, selector: Selector, flow: Flow): boolean {
    switch (selector.select) {
        case 'and':
            return selector.operands.every((operand) => holdsForFlow(model, operand, flow));
        case 'or':
            return selector.operands.some((operand) => holdsForFlow(model, operand, flow));
        case 'not':
            return !holdsForFlow(model, selector.operand, flow);
        case 'timing':
            return flow.timing === selector.value;
        case 'personal':
            return flow.personal;
        case 'tag':
            return flow.tags.includes(selector.value) || anEnd(model, selector, flow);
        case 'owner':
            return flow.owner === selector.value || anEnd(model, selector, flow);
        case 'thing':
            return selector.kind === 'flow' ? flow.id === selector.id : anEnd(model, selector, flow);
        default:
            return anEnd(model, selector, flow);
    }
}

function anEnd(model: CrmModel, selector: Selector, flow: Flow): boolean {
    return model.systems.some((system) => flowSystems(flow).includes(system.id) && holdsForSystem(model, selector, system));
}

/** The systems that a thing of any kind stands for: a team's, a region's, those of a flow, of a touchpoint, of an entity. */
function systemsOf(model: CrmModel, kind: string, id: string): ReadonlySet<string> {
    const where = (test: (system: System) => boolean): Set<string> => new Set(model.systems.filter(test).map((system) => system.id));
    switch (kind) {
        case 'system':
            return new Set([id]);
        case 'entity':
        case 'field':
            return where((system) => id.startsWith(`${system.id}.`));
        case 'flow':
            return new Set(model.flows.filter((flow) => flow.id === id).flatMap(flowSystems));
        case 'team':
            return where((system) => system.owner === id);
        case 'region':
            return where((system) => system.region === id);
        case 'capability':
            return where((system) => system.provides.includes(id));
        case 'channel':
            return new Set(model.channels.filter((channel) => channel.id === id).flatMap((channel) => channel.system ?? []));
        default:
            return new Set(
                model.journeys
                    .flatMap((journey) => journey.stages.flatMap((stage) => stage.touchpoints))
                    .filter((touchpoint) => [touchpoint.id, touchpoint.stage, touchpoint.journey].includes(id))
                    .flatMap((touchpoint) => [...touchpoint.frontstage, ...touchpoint.backstage, ...touchpoint.support]),
            );
    }
}

function neighbours(model: CrmModel, centre: ReadonlySet<string>): ReadonlySet<string> {
    const reached = model.flows.map(flowSystems).filter((systems) => systems.some((id) => centre.has(id)));
    return new Set([...centre, ...reached.flat()]);
}
