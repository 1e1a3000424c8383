import type { CrmModel, Flow, System } from '../../model/crm-model.ts';
import { spokenTiming } from '../words/timing-words.ts';
import { countWords } from '../words/value-words.ts';
import { plainWords } from '../words/vocabulary-words.ts';
import { titleOf } from './card-content.ts';

/** What a flow is called; nothing where the text gives it neither a title nor a name. */
export function flowName(flow: Flow): string | undefined {
    return flow.title === '' ? undefined : flow.title;
}

/** `I-04 Orders: Web shop to ERP via Event bus, real-time`. */
export function flowLabel(model: CrmModel, flow: Flow): string {
    const title = (id: string): string => titleOf(model.systems, id);
    const name = flowName(flow);
    const ends = flow.twoWay ? `${title(flow.from.system)} and ${title(flow.to.system)}, both ways` : `${title(flow.from.system)} to ${title(flow.to.system)}`;
    const via = flow.via.length === 0 ? '' : `${flow.twoWay ? ',' : ''} via ${flow.via.map(title).join(', ')}`;
    const timing = spokenTiming(flow);
    return `${flow.number}${name === undefined ? '' : ` ${name}`}: ${ends}${via}${timing === undefined ? '' : `, ${timing}`}`;
}

/** `Web shop, commerce; Shopify · Growth`. */
export function systemLabel(system: System, subtitle: string | undefined): string {
    const category = system.category === undefined ? '' : `, ${plainWords(system.category)}`;
    const life = system.life === undefined || system.life === 'active' ? '' : `, ${system.life}`;
    return `${system.title}${category}${life}${subtitle === undefined ? '' : `; ${subtitle}`}`;
}

/** `7 systems in 7 groups, 6 interfaces; personal data in 5 of the systems. Personal data leaves European Union in 1 interface.` */
export function describeLandscape(model: CrmModel, systems: readonly System[], flows: readonly Flow[], framedGroups: number): string {
    const groups = framedGroups === 0 ? '' : ` in ${countWords(framedGroups, 'group')}`;
    const personal = systems.filter(
        (system) =>
            system.entities.some((entity) => entity.fields.some((field) => field.personal)) ||
            flows.some((flow) => flow.personal && (flow.from.system === system.id || flow.to.system === system.id)),
    ).length;
    const where = personal === 0 ? 'no personal data stated' : `personal data in ${personal} of the systems`;
    return `${countWords(systems.length, 'system')}${groups}, ${countWords(flows.length, 'interface')}; ${where}.${departures(model, flows)}`;
}

/** ` Personal data leaves European Union in 2 interfaces.` A sentence with a space before it; empty where none crosses a border that is stated. */
export function departures(model: CrmModel, flows: readonly Flow[]): string {
    const regionOf = new Map(model.systems.map((system) => [system.id, system.region]));
    const left = new Map<string, number>();
    for (const flow of flows.filter(({ personal }) => personal)) {
        const [from, to] = [regionOf.get(flow.from.system), regionOf.get(flow.to.system)];
        if (from === undefined || to === undefined || from === to) continue;
        for (const region of flow.twoWay ? [from, to] : [from]) left.set(region, (left.get(region) ?? 0) + 1);
    }
    const parts = [...left].map(([region, count]) => `${titleOf(model.regions, region)} in ${countWords(count, 'interface')}`);
    return parts.length === 0 ? '' : ` Personal data leaves ${parts.join(', ')}.`;
}
