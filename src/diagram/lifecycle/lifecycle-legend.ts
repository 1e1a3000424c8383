import type { Activity, CrmModel, View } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { IconName } from '../icon-names.ts';
import { regionEntries } from '../landscape/legend-groups.ts';
import type { Block } from '../marks.ts';
import { bulletBar } from '../parts/bullet-bar.ts';
import type { LegendEntry } from '../parts/legend.ts';
import { legend } from '../parts/legend.ts';
import type { Style } from '../style-names.ts';
import { modeIcons } from './activity-cards.ts';
import type { LifecycleContent } from './lifecycle-content.ts';

/** One row of what the picture uses. */
export function lifecycleLegend(
    model: CrmModel,
    view: Pick<View, 'overlays' | 'hide'>,
    { stages, journeys }: LifecycleContent,
    hasDashes: boolean,
    width: number,
): Block {
    const activities = stages.flatMap(({ stage }) => stage.activities);
    const mode = (name: NonNullable<Activity['mode']>, label: string): LegendEntry[] =>
        when(
            activities.some((activity) => activity.mode === name),
            icon(modeIcons[name][0], ['icon', modeIcons[name][1]], 1),
            label,
        );
    const entries: LegendEntry[] = [
        ...mode('automated', 'Automated'),
        ...mode('assisted', 'Assisted'),
        ...mode('manual', 'Manual'),
        ...when(!view.hide.includes('facts') && activities.some(({ takes }) => takes !== undefined), icon('time', ['icon', 'stroke-ink3'], 0.85), 'Takes'),
        ...when(
            stages.some(({ owner }) => owner !== undefined),
            icon('owner', ['icon', 'stroke-ink3'], 0.85),
            'Owner',
        ),
        ...barEntry(stages),
        ...when(
            view.overlays.includes('pain') &&
                journeys.some((row) => row.stages.some((inside) => inside.some(({ touchpoints }) => touchpoints.some(({ pains }) => pains.length > 0)))),
            icon('pain', ['icon', 'stroke-red'], 0.85),
            'Pains of the journey, and the worst',
        ),
        ...(view.overlays.includes('region')
            ? regionEntries(
                  model,
                  model.systems.filter(({ id }) => activities.some(({ systems }) => systems.includes(id))),
              )
            : []),
    ];
    return legend({ width, groups: [{ caption: '', entries }], form: 'row', ...(hasDashes ? { note: '–  not stated' } : {}) });
}

function barEntry(stages: LifecycleContent['stages']): LegendEntry[] {
    const metrics = stages.flatMap((content) => content.metrics);
    const has = (part: 'current' | 'baseline' | 'target'): boolean => metrics.some((metric) => metric[part] !== undefined);
    const words = [...(has('current') ? ['bar: now'] : []), ...(has('baseline') ? ['tick: baseline'] : []), ...(has('target') ? ['heavy mark: target'] : [])];
    const bar = bulletBar(
        { ...(has('current') ? { current: 60 } : {}), ...(has('baseline') ? { baseline: 40 } : {}), ...(has('target') ? { target: 85 } : {}) },
        { width: 120 },
    );
    return when(words.length > 0, { width: 120, height: 12, marks: [placeBlock(bar, 0, 0)] }, words.join('; '));
}

function when(used: boolean, sample: Block, label: string): LegendEntry[] {
    return used ? [{ sample, label }] : [];
}

function icon(name: IconName, style: Style, scale: number): Block {
    return { width: 16 * scale, height: 16 * scale, marks: [{ type: 'icon', icon: name, x: 0, y: 0, scale, style }] };
}
