import type { CrmModel, Entity, Flow, System, View } from '../../src/model/crm-model.ts';

const source = { file: 'map.crmmap', start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
const declared = { tags: [], links: [], notes: [], source, nameSource: source };

/** A system with only what the test says of it. */
export function system(id: string, more: Partial<System> = {}): System {
    return { ...declared, kind: 'system', id, name: id, title: id, provides: [], limits: [], external: false, entities: [], ...more };
}

/** An entity whose only field is personal, or not. */
export function entity(systemId: string, name: string, personal = false, more: Partial<Entity> = {}): Entity {
    const id = `${systemId}.${name}`;
    const flags = {
        key: false,
        required: false,
        unique: false,
        readonly: false,
        formula: false,
        encrypted: false,
        personal,
        sensitive: false,
        deprecated: false,
    };
    const field = {
        ...declared,
        ...flags,
        kind: 'field' as const,
        id: `${id}.f`,
        name: 'f',
        title: 'f',
        entity: id,
        type: { name: 'text', numbers: [], values: [] },
    };
    return {
        ...declared,
        kind: 'entity',
        id,
        name,
        title: name,
        system: systemId,
        master: false,
        consentFrom: [],
        subjects: [],
        match: [],
        sameAs: [],
        fields: [field],
        ...more,
    };
}

/** A flow; its number follows from the place in the map. */
export function flow(id: string, from: string, to: string, more: Partial<Flow> = {}): Flow {
    return {
        ...declared,
        kind: 'flow',
        id,
        name: id,
        title: id,
        number: '',
        from: { system: from },
        to: { system: to },
        twoWay: false,
        via: [],
        errors: [],
        key: [],
        mappings: [],
        personal: false,
        ...more,
    };
}

/** A map of systems and flows. */
export function mapOf(systems: readonly System[], flows: readonly Flow[] = [], more: Partial<CrmModel> = {}): CrmModel {
    const numbered = flows.map((entry, index) => ({ ...entry, number: `I-${String(index + 1).padStart(2, '0')}` }));
    return {
        format: 'crmmap',
        formatVersion: 1,
        map: { title: 'Map', rules: {}, tags: [], links: [], notes: [] },
        teams: [],
        goals: [],
        metrics: [],
        segments: [],
        personas: [],
        channels: [],
        regions: [],
        capabilities: [],
        systems,
        flows: numbered,
        lifecycles: [],
        journeys: [],
        initiatives: [],
        views: [],
        ...more,
    };
}

/** A landscape with its defaults, but for what the test says. */
export function landscapeView(more: Partial<View> = {}): View {
    return {
        kind: 'view',
        id: 'landscape',
        name: 'landscape',
        as: 'landscape',
        include: [],
        exclude: [],
        overlays: [],
        lanes: [],
        hide: [],
        audience: [],
        ...more,
    };
}
