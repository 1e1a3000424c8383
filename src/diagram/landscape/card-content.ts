import type { CrmModel, Flow, System, View } from '../../model/crm-model.ts';
import { cutText } from '../cut-text.ts';
import { flowSystems } from '../select.ts';
import { fontOf } from '../text-metrics.ts';
import { countWords, dateWords, limitWords, moneyWords, numberWords } from '../words/value-words.ts';
import { label, plainWords } from '../words/vocabulary-words.ts';
import type { CardContent, CardEntity, CardFact } from './system-card.ts';

/** The title of a declaration, by its id; the id where there is none. */
export function titleOf(things: readonly { readonly id: string; readonly title: string }[], id: string): string {
    return things.find((thing) => thing.id === id)?.title ?? id;
}

/** The title of a region is cut at this width, in px. */
const mostRegion = 300;

/** How a region is called where there is little room: `EU` for `eu`; a longer name as the map titles it, cut where it is too wide. */
export function regionCode(model: CrmModel, id: string): string {
    return id.length <= 4 ? id.toUpperCase() : cutText(titleOf(model.regions, id), fontOf('region'), mostRegion);
}

/** What the card of a system says in this view. */
export function cardContent(model: CrmModel, view: View, system: System, flows: readonly Flow[], withCode: boolean): CardContent {
    const hidden = new Set(view.hide);
    const owner = system.owner === undefined ? undefined : titleOf(model.teams, system.owner);
    const subtitle = [system.vendor, owner].filter((text) => text !== undefined).join(' · ');
    const { title, category, life } = system;
    return {
        system: { title, category, life },
        ...(subtitle === '' ? {} : { subtitle }),
        ...(withCode && system.region !== undefined ? { code: regionCode(model, system.region) } : {}),
        tags: tags(view, system),
        entities: hidden.has('entities') ? [] : system.entities.map(cardEntity),
        facts: [...overlayFacts(model, view, system), ...(hidden.has('facts') ? [] : facts(model, system, flows))],
        lists: hidden.has('facts') || system.provides.length === 0 ? [] : [provides(model, system)],
    };
}

function cardEntity(entity: System['entities'][number]): CardEntity {
    const personal = entity.fields.some((field) => field.personal);
    const role = entity.master ? 'system of record' : 'copy';
    return {
        thing: { kind: 'entity', id: entity.id, label: `${entity.title}, ${role}${personal ? ', personal data' : ''}` },
        title: entity.title,
        master: entity.master,
        personal,
    };
}

function tags(view: View, system: System): string[] {
    const life = system.life ?? (view.overlays.includes('lifecycle') ? 'active' : undefined);
    const quiet = life === undefined || (life === 'active' && !view.overlays.includes('lifecycle'));
    return [...(quiet ? [] : [label(life)]), ...(system.external ? ['External'] : [])];
}

function facts(model: CrmModel, system: System, flows: readonly Flow[]): CardFact[] {
    const carried = flows.filter((flow) => flow.via.includes(system.id)).map((flow) => flow.number);
    const all: (CardFact | undefined)[] = [
        fact('Carries', carried.length === 0 ? undefined : carried.join(', ')),
        fact('Users', system.users === undefined ? undefined : numberWords(system.users)),
        fact('Cost', system.cost && moneyWords(system.cost, model.map.currency)),
        fact('Benefit', system.benefit ? moneyWords(system.benefit, model.map.currency) : system.benefitText),
        system.limits.length === 0 ? undefined : { key: 'Limit', values: system.limits.map(limitWords) },
        fact('Classification', system.classification && label(system.classification)),
        fact('Environment', system.environment === 'production' ? undefined : system.environment && label(system.environment)),
        fact('Since', system.since && dateWords(system.since)),
        fact('Until', system.until && dateWords(system.until)),
    ];
    return all.filter((entry) => entry !== undefined);
}

function fact(key: string, value: string | undefined): CardFact | undefined {
    return value === undefined ? undefined : { key, values: [value] };
}

function provides(model: CrmModel, system: System): CardFact {
    const names = system.provides.map((id) => model.capabilities.find((capability) => capability.id === id)?.title ?? plainWords(id));
    return { key: 'Provides', values: names };
}

/** What a view's overlays add to each card. */
function overlayFacts(model: CrmModel, view: View, system: System): CardFact[] {
    const added: (CardFact | undefined)[] = [];
    if (view.overlays.includes('region')) {
        added.push(fact('Region', system.region === undefined ? 'not stated' : titleOf(model.regions, system.region)));
    }
    if (view.overlays.includes('owner')) {
        added.push(fact('Owner', system.owner === undefined ? 'not stated' : titleOf(model.teams, system.owner)));
    }
    if (view.overlays.includes('personal')) {
        const fields = system.entities.flatMap((entity) => entity.fields).filter((field) => field.personal).length;
        added.push(fact('Personal data', fields === 0 ? 'no field' : countWords(fields, 'field')));
    }
    if (view.overlays.includes('timing')) {
        const timings = new Set(model.flows.filter((flow) => flowSystems(flow).includes(system.id)).flatMap((flow) => flow.timing ?? []));
        added.push(timings.size === 0 ? undefined : { key: 'Timing', values: [...timings] });
    }
    if (view.overlays.includes('pain')) {
        const pains = painCount(model, system.id);
        added.push(pains === 0 ? undefined : fact('Pains', numberWords(pains)));
    }
    return added.filter((entry) => entry !== undefined);
}

function painCount(model: CrmModel, system: string): number {
    return model.journeys
        .flatMap((journey) => journey.stages.flatMap((stage) => stage.touchpoints))
        .filter((touchpoint) => [...touchpoint.frontstage, ...touchpoint.backstage, ...touchpoint.support].includes(system))
        .reduce((sum, touchpoint) => sum + touchpoint.pains.length, 0);
}
