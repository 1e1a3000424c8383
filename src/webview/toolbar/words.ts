import type { FilterName, OverlayName } from '../../protocol/way.ts';
import type { ViewKind } from '../../model/crm-model.ts';
import type { ViewSummary } from '../../protocol.ts';
import { t } from '../l10n.ts';

export const kindTitles: Readonly<Record<ViewKind, string>> = {
    landscape: t('Landscapes'),
    journey: t('Journeys'),
    blueprint: t('Blueprints'),
    lifecycle: t('Lifecycles'),
    profile: t('Profiles'),
    mapping: t('Mappings'),
    data: t('Data models'),
    trace: t('Traces'),
    scorecard: t('Scorecards'),
    matrix: t('Matrices'),
};

/** A kind of view, as a word beside a title. */
export const viewWords: Readonly<Record<ViewKind, string>> = {
    landscape: t('Systems'),
    profile: t('Profile'),
    mapping: t('Mapping'),
    data: t('Data model'),
    journey: t('Journey'),
    blueprint: t('Blueprint'),
    lifecycle: t('Lifecycle'),
    trace: t('Trace'),
    scorecard: t('Scorecard'),
    matrix: t('Matrix'),
};

export const filterTitles: Readonly<Record<FilterName, string>> = {
    persona: t('Persona'),
    segment: t('Segment'),
    owner: t('Owner'),
    tag: t('Tag'),
    category: t('Category'),
    region: t('Region'),
    timing: t('Timing'),
    personal: t('Personal data'),
};

export const overlayWords: Readonly<Record<OverlayName, readonly [title: string, help: string]>> = {
    region: [t('Region'), t('Where data stands, and which borders it crosses')],
    owner: [t('Owner'), t('Who owns it')],
    lifecycle: [t('Lifecycle'), t('What comes and goes')],
    personal: [t('Personal data'), t('Where personal data goes')],
    timing: [t('Timing'), t('How fresh the data is')],
    pain: [t('Pains'), t('Where customers hurt')],
};

/** What is counted where filters are set, by the server's word for it. */
const countedWords: Readonly<Record<string, string>> = {
    system: t('system'),
    systems: t('systems'),
    interface: t('interface'),
    interfaces: t('interfaces'),
    'map line': t('map line'),
    'map lines': t('map lines'),
    entity: t('entity'),
    entities: t('entities'),
    touchpoint: t('touchpoint'),
    touchpoints: t('touchpoints'),
    stage: t('stage'),
    stages: t('stages'),
    'metric or initiative': t('metric or initiative'),
    'metrics and initiatives': t('metrics and initiatives'),
    'row or column': t('row or column'),
    'rows and columns': t('rows and columns'),
};

export function countedWord(noun: string): string {
    return countedWords[noun] ?? noun;
}

/** What a view is called among the others: with its kind, where another one has the same title. */
export function viewTitle(views: readonly ViewSummary[], view: ViewSummary): string {
    const isAlone = views.every(({ name, title }) => title !== view.title || name === view.name);
    return isAlone ? view.title : `${view.title} (${viewWords[view.kind]})`;
}

const thingWords: Readonly<Record<string, string>> = {
    team: t('team'),
    goal: t('goal'),
    metric: t('metric'),
    segment: t('segment'),
    persona: t('persona'),
    channel: t('channel'),
    region: t('region'),
    capability: t('capability'),
    system: t('system'),
    entity: t('entity'),
    field: t('field'),
    flow: t('flow'),
    flows: t('flows'),
    group: t('group'),
    map: t('map line'),
    lifecycle: t('lifecycle'),
    'lifecycle-stage': t('lifecycle stage'),
    activity: t('activity'),
    journey: t('journey'),
    stage: t('stage'),
    touchpoint: t('touchpoint'),
    pain: t('pain'),
    opportunity: t('opportunity'),
    evidence: t('evidence'),
    way: t('way'),
    initiative: t('initiative'),
};

/** A kind of thing in words: `lifecycle-stage` is `lifecycle stage`. */
export function thingKind(kind: string): string {
    return thingWords[kind] ?? kind.replaceAll('-', ' ');
}

/** What a thing is, and what it is part of. */
export function kindWithin(kind: string, holder: string | undefined): string {
    return holder === undefined ? thingKind(kind) : t('{0} in {1}', thingKind(kind), holder);
}
