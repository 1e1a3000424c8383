import type { CrmModel, View } from '../../model/crm-model.ts';
import { regionCode, titleOf } from '../landscape/card-content.ts';
import { painWords, systemNote } from '../overlay-words.ts';
import { label } from '../words/vocabulary-words.ts';
import type { AxisItem } from './axes.ts';

/** Rows or columns that belong together. */
export interface ItemGroup {
    readonly title: string;
    /** The place of its first item. */
    readonly from: number;
    readonly count: number;
}

/** Things with what the overlays of a view say of them, as their second line. */
export function notedItems(model: CrmModel, view: View, items: readonly AxisItem[]): readonly AxisItem[] {
    return view.overlays.length === 0
        ? items
        : items.map((item) => {
              const system = item.kind === 'system' ? model.systems.find(({ id }) => id === item.id) : undefined;
              const note = system === undefined ? plainNote(model, view, item) : systemNote(model, view, system);
              // A system's life stands there already, unless the overlay says it.
              const before = system !== undefined && view.overlays.includes('lifecycle') ? undefined : item.sub;
              const parts = [before, note, view.overlays.includes('pain') ? painsOf(model, item) : ''].filter((text) => text !== undefined && text !== '');
              const { sub: _, ...rest } = item;
              return parts.length === 0 ? rest : { ...rest, sub: parts.join(' \u00b7 ') };
          });
}

/** Kinds of things that nobody owns, or that are owners themselves. */
const unowned: ReadonlySet<string> = new Set(['team', 'persona', 'capability', 'touchpoint']);

function plainNote(model: CrmModel, view: View, { kind, subject }: AxisItem): string {
    const owners = [...new Set(subject.owners)].map((id) => titleOf(model.teams, id));
    const regions = [...new Set(subject.regions)].map((id) => regionCode(model, id));
    const words: Readonly<Record<string, () => string>> = {
        owner: () => (unowned.has(kind) ? '' : owners.length === 0 ? 'no owner' : owners.join(', ')),
        region: () => (kind === 'entity' ? regions.join(', ') || 'no region' : ''),
        lifecycle: () => subject.life ?? '',
        personal: () => (kind === 'entity' ? (subject.personal ? 'personal data' : 'no personal data') : ''),
    };
    return [...new Set(view.overlays)]
        .map((overlay) => words[overlay]?.() ?? '')
        .filter((text) => text !== '')
        .join(' \u00b7 ');
}

function painsOf(model: CrmModel, { kind, id }: AxisItem): string {
    const touchpoints = model.journeys.flatMap(({ stages }) => stages.flatMap((stage) => stage.touchpoints));
    const own = touchpoints.filter((each) =>
        kind === 'touchpoint' ? each.id === id : kind === 'system' && [...each.frontstage, ...each.backstage, ...each.support].includes(id),
    );
    return painWords(own.flatMap(({ pains }) => pains));
}

/** Things in the groups that a view asks for, in the order in which groups first come up, those without one last; no groups where none has any. */
export function groupedItems(
    model: CrmModel,
    view: View,
    items: readonly AxisItem[],
): { readonly items: readonly AxisItem[]; readonly groups: readonly ItemGroup[] } {
    const by = view.groupBy ?? 'none';
    if (by === 'none') {
        return { items, groups: [] };
    }
    const keyOf = ({ subject }: AxisItem): string | undefined => ({ category: subject.categories, owner: subject.owners, region: subject.regions })[by][0];
    const titles = { category: label, owner: (id: string) => titleOf(model.teams, id), region: (id: string) => titleOf(model.regions, id) };
    const keys = [...new Set(items.map(keyOf))].sort((a, b) => Number(a === undefined) - Number(b === undefined));
    if (keys.every((key) => key === undefined)) {
        return { items, groups: [] };
    }
    const members = keys.map((key) => items.filter((item) => keyOf(item) === key));
    const groups = keys.map((key, index) => ({
        title: key === undefined ? `No ${by} stated` : titles[by](key),
        from: members.slice(0, index).flat().length,
        count: members[index]?.length ?? 0,
    }));
    return { items: members.flat(), groups };
}
