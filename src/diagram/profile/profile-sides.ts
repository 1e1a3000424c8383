import type { CrmModel, Entity, FlowEnd } from '../../model/crm-model.ts';
import { categoryIcon, channelIcon } from '../icon-names.ts';
import { regionCode, titleOf } from '../landscape/card-content.ts';
import { flowLabel, flowName, systemLabel } from '../landscape/flow-words.ts';
import { flowTiming } from '../landscape/legend-groups.ts';
import type { Mark } from '../marks.ts';
import { captionText, textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import { painWords } from '../overlay-words.ts';
import { timingWords } from '../words/timing-words.ts';
import { durationWords } from '../words/value-words.ts';
import { label } from '../words/vocabulary-words.ts';
import type { Concept, ConceptFlow, ConceptUse } from './concept.ts';
import { twinOf } from './concept.ts';
import { flowLinkLabel, useLinkLabel } from './link-label.ts';
import type { OuterEntity, OuterSystem } from './outer-card.ts';
import { leastOuterWidth, outerCard, outerCardWidth, touchpointCard } from './outer-card.ts';
import type { ProfileLook } from './profile-look.ts';
import { overlayFacts, sections } from './profile-look.ts';
import type { LinkLabel, ProfileEntry, ProfileItem, ProfileLink, ProfileSide, ProfileWords } from './profile-parts.ts';

const narrowest = 176;
const widest = { left: 204, right: 192 };
/** Least free px between the labels of two lines of one card, and from a corner of a card to a line. */
const labelGap = 8;
const cornerRoom = 16;

/** Where the data comes from: systems, then touchpoints that capture it, then the same record without an interface. */
export function sourceSide(model: CrmModel, concept: Concept, look: ProfileLook): ProfileSide {
    const groups = groupsOf(concept.incoming);
    const linked = new Set([...concept.incoming, ...concept.outgoing].flatMap(({ other }) => other.system));
    const apart = concept.twins.filter((twin) => !linked.has(twin.system));
    const systems = [
        ...groups.map((group) => outerSystem(model, concept, group, look)),
        ...apart.map((twin) => outerSystem(model, concept, { system: twin.system, flows: [] }, look)),
    ];
    const width = sideWidth(systems, widest.left);
    return {
        width,
        entries: [
            heading('Comes from', groups.length === 0 ? ['No interface brings data here.'] : [], width),
            ...grouped(model, look, groups, width, (group) => systemItem(model, concept, group, 'in', width, look)),
            ...touchpointEntries(model, concept, concept.captures, 'Captured at touchpoints', 'in', width, look),
            ...(apart.length === 0 ? [] : [heading('The same record', ['No interface between'], width)]),
            ...apart.map((twin) => systemItem(model, concept, { system: twin.system, flows: [] }, 'in', width, look)),
        ],
    };
}

/** Where the data goes: systems, then touchpoints that use it. */
export function consumerSide(model: CrmModel, concept: Concept, look: ProfileLook): ProfileSide {
    const groups = groupsOf(concept.outgoing);
    const width = sideWidth(
        groups.map((group) => outerSystem(model, concept, group, look)),
        widest.right,
    );
    const touchpoints = touchpointEntries(model, concept, concept.uses, 'Used at touchpoints', 'out', width, look);
    return {
        width,
        entries: [
            ...(groups.length === 0 && touchpoints.length > 0
                ? []
                : [heading('Goes to', groups.length === 0 ? ['No interface reads it, and no touchpoint uses it.'] : [], width)]),
            ...grouped(model, look, groups, width, (group) => systemItem(model, concept, group, 'out', width, look)),
            ...touchpoints,
        ],
    };
}

interface FlowGroup {
    readonly system: string;
    readonly flows: readonly ConceptFlow[];
}

/** A card for each system; those that reach the entity first, those that only reach its system last. */
function groupsOf(flows: readonly ConceptFlow[]): FlowGroup[] {
    const systems = [...new Set(flows.map(({ other }) => other.system))];
    const groups = systems.map((system) => {
        const own = flows.filter(({ other }) => other.system === system);
        return { system, flows: [...own.filter((each) => !each.systemOnly), ...own.filter((each) => each.systemOnly)] };
    });
    const onlySystem = (group: FlowGroup): boolean => group.flows.every((each) => each.systemOnly);
    return [...groups.filter((group) => !onlySystem(group)), ...groups.filter(onlySystem)];
}

/** The cards of each group of systems below the group's name. */
function grouped(model: CrmModel, look: ProfileLook, groups: readonly FlowGroup[], width: number, card: (group: FlowGroup) => ProfileItem): ProfileEntry[] {
    return sections(model, look, groups).flatMap(({ title, members }) => [...(title === undefined ? [] : [groupHeading(title, width)]), ...members.map(card)]);
}

function sideWidth(systems: readonly OuterSystem[], most: number): number {
    const wanted = Math.min(most, Math.max(narrowest, ...systems.map(outerCardWidth)));
    return Math.ceil(Math.max(wanted, ...systems.map(leastOuterWidth)) / 4) * 4;
}

function heading(caption: string, words: readonly string[], width: number): ProfileWords {
    const captions = wrapText(captionText(caption), width, fontOf('caption'));
    const lines = words.flatMap((text) => wrapText(text, width, fontOf('body')));
    const marks: Mark[] = [...textLines(captions, 0, 12, 14, 'caption'), ...textLines(lines, 0, 30 + (captions.length - 1) * 14, 16, 'body')];
    return {
        type: 'words',
        above: 28,
        block: { width, height: 12 + (captions.length - 1) * 14 + (lines.length === 0 ? 0 : 18 + (lines.length - 1) * 16), marks },
    };
}

function outerSystem(model: CrmModel, concept: Concept, group: FlowGroup, look: ProfileLook): OuterSystem {
    const system = model.systems.find((candidate) => candidate.id === group.system);
    const home = model.systems.find((candidate) => candidate.id === concept.entity.system);
    // What an overlay or the group says, the line below the title does not say again.
    const isSaid = (what: 'owner' | 'region'): boolean => look.overlays.has(what) || look.groupBy === what;
    const owner = system?.owner === undefined || isSaid('owner') ? undefined : titleOf(model.teams, system.owner);
    const region = system?.region === undefined || isSaid('region') || system.region === home?.region ? undefined : regionCode(model, system.region);
    const life = look.overlays.has('lifecycle') ? (system?.life ?? 'active') : system?.life === 'active' ? undefined : system?.life;
    const named = new Set(group.flows.flatMap(({ other }) => other.entity ?? []));
    const twins = new Set(concept.twins.map((twin) => twin.id));
    const elsewhere = new Set([...concept.incoming, ...concept.outgoing].flatMap(({ other }) => other.entity ?? []));
    const entities = (system?.entities ?? []).filter((entity) => named.has(entity.id) || (twins.has(entity.id) && !elsewhere.has(entity.id)));
    return {
        icon: categoryIcon(system?.category),
        title: system?.title ?? group.system,
        subtitle: [system?.vendor === system?.title ? undefined : system?.vendor, owner, region].filter((text) => text !== undefined).join(' \u00b7 '),
        life: system?.life,
        tags: [...(life === undefined ? [] : [label(life)]), ...(system?.external ? ['External'] : [])],
        entities: look.hidden.has('entities') ? [] : entities.map((entity) => outerEntity(model, concept, entity, twins.has(entity.id))),
        facts:
            system === undefined
                ? []
                : overlayFacts(
                      model,
                      look,
                      system,
                      group.flows.map(({ flow }) => flow),
                  ),
    };
}

function outerEntity(model: CrmModel, concept: Concept, entity: Entity, isTwin: boolean): OuterEntity {
    const personal = entity.fields.some((field) => field.personal);
    const name = (end: FlowEnd): string => titleOf(model.systems, end.system);
    const others = isTwin
        ? model.flows.filter((flow) => !concept.incoming.some((each) => each.flow === flow) && !concept.outgoing.some((each) => each.flow === flow))
        : [];
    const notes = [
        ...(isTwin ? [`same as ${concept.entity.title}`] : []),
        ...others.filter((flow) => flow.to.entity === entity.id).map((flow) => `${flow.number} ${flow.twoWay ? 'with' : 'from'} ${name(flow.from)}`),
        ...others.filter((flow) => flow.from.entity === entity.id).map((flow) => `${flow.number} ${flow.twoWay ? 'with' : 'to'} ${name(flow.to)}`),
    ];
    const role = entity.master ? 'system of record' : 'copy';
    return {
        thing: { kind: 'entity', id: entity.id, label: [entity.title, role, ...(personal ? ['personal data'] : []), ...notes].join(', ') },
        title: entity.title,
        master: entity.master,
        personal,
        notes,
    };
}

interface LinkDraft {
    readonly link: Omit<ProfileLink, 'y' | 'label'>;
    readonly label?: LinkLabel;
}

function systemItem(model: CrmModel, concept: Concept, group: FlowGroup, way: 'in' | 'out', width: number, look: ProfileLook): ProfileItem {
    const content = outerSystem(model, concept, group, look);
    const statesTiming = [...concept.incoming, ...concept.outgoing].some(({ flow }) => flowTiming(flow) !== undefined);
    const drafts = group.flows.map(({ flow, systemOnly }): LinkDraft => {
        const below = [
            timingWords(flow) ?? (statesTiming ? 'timing not stated' : undefined),
            flow.via.length === 0 ? undefined : `via ${flow.via.map((id) => titleOf(model.systems, id)).join(', ')}`,
        ];
        const timing = flowTiming(flow);
        return {
            link: {
                id: flow.id,
                thing: { kind: 'flow', id: flow.id, label: flowLabel(model, flow) },
                ...(timing === undefined ? {} : { timing }),
                heads: flow.twoWay ? 'both' : way === 'in' ? 'end' : 'start',
                look: 'flow',
                lands: { at: systemOnly ? 'system' : 'entity' },
            },
            label: flowLinkLabel({
                number: flow.number,
                name: look.hidden.has('labels') ? undefined : flowName(flow),
                personal: flow.personal,
                below: below.filter((text) => text !== undefined),
            }),
        };
    });
    const system = model.systems.find((candidate) => candidate.id === group.system);
    const name = system === undefined ? content.title : systemLabel(system, content.subtitle === '' ? undefined : content.subtitle);
    return item({ kind: 'system', id: group.system, label: name }, (least) => outerCard(content, width, least), drafts);
}

function touchpointEntries(
    model: CrmModel,
    concept: Concept,
    uses: readonly ConceptUse[],
    caption: string,
    way: 'in' | 'out',
    width: number,
    look: ProfileLook,
): ProfileEntry[] {
    const journeys = [...new Set(uses.map((use) => use.journey))];
    return journeys.flatMap((journey, index): ProfileEntry[] => {
        const own = uses.filter((use) => use.journey === journey);
        const touchpoints = [...new Set(own.map((use) => use.touchpoint))];
        return [
            index === 0 ? heading(caption, [journey], width) : journeyHeading(journey, width),
            ...touchpoints.map((touchpoint): ProfileItem => {
                const channel = model.channels.find((candidate) => candidate.id === touchpoint.channels[0]);
                const its = own.filter((use) => use.touchpoint === touchpoint);
                const drafts = its
                    .filter((use) => twinOf(concept, use) === undefined)
                    .map((use, at): LinkDraft => ({ link: useLink(concept, use, `${way} ${touchpoint.id} ${at}`, way), label: useLinkLabel(freshWords(use)) }));
                const pains = look.overlays.has('pain') ? painWords(touchpoint.pains) : '';
                const notes = [...its.flatMap((use) => twinWords(model, concept, use, way)), ...(pains === '' ? [] : [pains])];
                const shown = channel === undefined ? undefined : { icon: channelIcon(channel.name, channel.title), title: channel.title };
                const name = [touchpoint.title, ...(channel === undefined ? [] : [channel.title]), ...notes].join(', ');
                return item(
                    { kind: 'touchpoint', id: touchpoint.id, label: name },
                    (least) => touchpointCard({ title: touchpoint.title, channel: shown, notes }, width, least),
                    drafts,
                );
            }),
        ];
    });
}

function groupHeading(title: string, width: number): ProfileWords {
    const lines = wrapText(title, width, fontOf('name'));
    return { type: 'words', above: 20, block: { width, height: 12 + (lines.length - 1) * 16, marks: textLines(lines, 0, 12, 16, ['name', 'fill-ink2']) } };
}

function journeyHeading(journey: string, width: number): ProfileWords {
    const lines = wrapText(journey, width, fontOf('body'));
    return { type: 'words', above: 20, block: { width, height: 12 + (lines.length - 1) * 16, marks: textLines(lines, 0, 12, 16, 'body') } };
}

function useLink(concept: Concept, use: ConceptUse, id: string, way: 'in' | 'out'): LinkDraft['link'] {
    const isField = concept.entity.fields.some((field) => field.id === use.target);
    return { id, heads: way === 'in' ? 'end' : 'start', look: 'flow-use', lands: isField ? { at: 'field', field: use.target } : { at: 'entity' } };
}

/** What has no line, since it is of the same record in another system. */
function twinWords(model: CrmModel, concept: Concept, use: ConceptUse, way: 'in' | 'out'): string[] {
    const twin = twinOf(concept, use);
    if (twin === undefined) {
        return [];
    }
    const field = twin.fields.find((candidate) => candidate.id === use.target);
    const what = `${field === undefined ? '' : `${field.name} of `}${twin.title} in ${titleOf(model.systems, twin.system)}`;
    return [`${way === 'in' ? 'captures' : 'uses'} ${what}`, ...freshWords(use)];
}

function freshWords(use: ConceptUse): string[] {
    return use.fresh === undefined ? [] : [`within ${durationWords(use.fresh)}`];
}

/** A card beside the labels of its lines: its lines leave it at levels that keep the labels apart. */
function item(thing: ProfileItem['thing'], card: (least: number) => ProfileItem['card'], drafts: readonly LinkDraft[]): ProfileItem {
    let bottom = -labelGap;
    const levels = drafts.map(({ label: own }) => {
        const above = own?.lineY ?? 12;
        const level = Math.ceil((bottom + labelGap + above) / 4) * 4;
        bottom = level + Math.max(12, (own?.block.height ?? 24) - above);
        return level;
    });
    const room = Math.max(0, bottom);
    const [first = 0, last = 0] = [levels[0], levels[levels.length - 1]];
    const block = card(levels.length < 2 ? 0 : last - first + 2 * cornerRoom);
    const middle = levels.length === 0 ? 0 : (first + last) / 2;
    // The card's middle stands at that of its lines; what reaches further out, labels or card, decides the height.
    const over = Math.max(middle, block.height / 2);
    const cardY = Math.round((over - block.height / 2) / 2) * 2;
    const shift = Math.round((over - middle) / 2) * 2;
    return {
        type: 'item',
        thing,
        card: block,
        cardY,
        height: Math.max(cardY + block.height, shift + room),
        links: drafts.map(({ link, label: own }, index) => ({ ...link, y: (levels[index] ?? 0) + shift, ...(own === undefined ? {} : { label: own }) })),
    };
}
