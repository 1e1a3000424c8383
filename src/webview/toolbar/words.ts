import type { FilterName, OverlayName } from '../../protocol/way.ts';
import type { ViewKind } from '../../model/crm-model.ts';
import type { ViewSummary } from '../../protocol.ts';

export const kindTitles: Readonly<Record<ViewKind, string>> = {
    landscape: 'Landscapes',
    journey: 'Journeys',
    blueprint: 'Blueprints',
    lifecycle: 'Lifecycles',
    profile: 'Profiles',
    mapping: 'Mappings',
    data: 'Data',
    trace: 'Traces',
    scorecard: 'Scorecards',
    matrix: 'Matrices',
};

export const filterTitles: Readonly<Record<FilterName, string>> = {
    persona: 'Persona',
    segment: 'Segment',
    owner: 'Owner',
    tag: 'Tag',
    category: 'Category',
    region: 'Region',
    timing: 'Timing',
    personal: 'Personal data',
};

export const overlayWords: Readonly<Record<OverlayName, readonly [title: string, help: string]>> = {
    region: ['Region', 'Where data stands, and which borders it crosses'],
    owner: ['Owner', 'Who owns it'],
    lifecycle: ['Lifecycle', 'What comes and goes'],
    personal: ['Personal data', 'Where personal data goes'],
    timing: ['Timing', 'How fresh the data is'],
    pain: ['Pains', 'Where customers hurt'],
};

/** What a view is called among the others: with its kind, where another one has the same title. */
export function viewTitle(views: readonly ViewSummary[], view: ViewSummary): string {
    const isAlone = views.every(({ name, title }) => title !== view.title || name === view.name);
    return isAlone ? view.title : `${view.title} (${view.kind})`;
}

/** A kind of thing in words: `lifecycle-stage` is `lifecycle stage`. */
export function thingKind(kind: string): string {
    return kind.replaceAll('-', ' ');
}
