import type { FilterName, Grouping, OverlayName, ViewAdjustments, ViewWay } from '../../protocol/way.ts';
import { t } from '../l10n.ts';
import { countedWord } from './words.ts';

/** Adjustments with one value of a filter more, or less. */
export function withFilter(adjust: ViewAdjustments, name: FilterName, value: string, isOn: boolean): ViewAdjustments {
    const others = (adjust.filters?.[name] ?? []).filter((one) => one !== value);
    const { [name]: _, ...rest } = adjust.filters ?? {};
    const values = isOn ? [...others, value] : others;
    return tidy({ ...adjust, filters: values.length === 0 ? rest : { ...rest, [name]: values } });
}

/** Adjustments without any filter; overlays stay as they are switched. */
export function withoutFilters({ overlays }: ViewAdjustments): ViewAdjustments {
    return tidy({ overlays });
}

/** Adjustments with an overlay switched. One that is switched as the text has it needs no switch. */
export function withOverlay(adjust: ViewAdjustments, { name, isInText }: ViewWay['overlays'][number], isOn: boolean): ViewAdjustments {
    const { [name]: _, ...rest } = adjust.overlays ?? {};
    return tidy({ ...adjust, overlays: isOn === isInText ? rest : { ...rest, [name]: isOn } });
}

/** Adjustments with the overlays as the text has them. */
export function withoutOverlays({ filters }: ViewAdjustments): ViewAdjustments {
    return tidy({ filters });
}

export function isSwitched(adjust: ViewAdjustments, overlays: readonly { readonly name: OverlayName }[]): boolean {
    return overlays.some(({ name }) => adjust.overlays?.[name] !== undefined);
}

function tidy({ filters, overlays }: ViewAdjustments): ViewAdjustments {
    return {
        ...(filters && Object.keys(filters).length > 0 ? { filters } : {}),
        ...(overlays && Object.keys(overlays).length > 0 ? { overlays } : {}),
    };
}

/** What opens a group of a landscape that is drawn folded, by the group's id: a filter, or the systems around one. */
export function groupStep(id: string): { readonly filter: Grouping; readonly value: string } | { readonly around: string } | undefined {
    const [, filter, value] = /^(category|owner|region) (.+)$/s.exec(id) ?? [];
    if (filter !== undefined && value !== undefined) return { filter: filter as Grouping, value };
    const [, around] = /^neighbours of (.+)$/s.exec(id) ?? [];
    return around === undefined ? undefined : { around };
}

/** `5 of 9 systems`; that nothing is taken away is said as well. */
export function filteredWords({ filtered, set }: Pick<ViewWay, 'filtered' | 'set'>): string {
    if (set.length === 0) return '';
    if (!filtered) return t('These filters mean nothing in this kind of view');
    return filtered.shown === filtered.of
        ? t('All {0} {1} match', filtered.of, countedWord(filtered.noun))
        : t('{0} of {1} {2}', filtered.shown, filtered.of, countedWord(filtered.noun));
}
