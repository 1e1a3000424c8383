import type { CrmModel, Flow, Journey, View } from '../../model/crm-model.ts';
import { noteEntries, personSample } from '../journey/journey-legend.ts';
import type { Block, Mark } from '../marks.ts';
import { badge } from '../parts/badge.ts';
import type { LegendEntry, LegendGroup } from '../parts/legend.ts';
import { legend } from '../parts/legend.ts';
import { flowSample } from '../parts/flow-line.ts';
import { line } from '../paths.ts';
import type { StyleName } from '../style-names.ts';
import { activitiesOf, modeIcon } from './activity-cards.ts';

export interface LegendNeeds {
    readonly evidence: boolean;
    readonly data: boolean;
    readonly ways: boolean;
    readonly late: boolean;
    /** Any flow that stands beside data. */
    readonly flow?: Flow;
}

/** The legend of what a blueprint uses, and of nothing else. */
export function blueprintLegend(journey: Journey, model: CrmModel, view: View, width: number, needs: LegendNeeds): Block {
    const touchpoints = journey.stages.flatMap((stage) => stage.touchpoints);
    const used = new Set(touchpoints.flatMap((touchpoint) => [...touchpoint.frontstage, ...touchpoint.backstage, ...touchpoint.support]));
    const lives = new Set(model.systems.filter((system) => used.has(system.id)).map((system) => system.life));
    const modes = new Set(journey.stages.flatMap((stage) => activitiesOf(model, stage.within).map((activity) => activity.mode)));
    const groups: LegendGroup[] = [
        {
            caption: 'Touchpoint',
            entries: [
                ...when(needs.ways, 'Way of the customer', flowSample(36)),
                ...when(used.size > 0, 'Stands on this system', spine()),
                ...when(
                    touchpoints.some((touchpoint) => touchpoint.actions.length > 0),
                    'What is done',
                    icon('action', 'stroke-ink3'),
                ),
                ...when(
                    touchpoints.some((touchpoint) => touchpoint.momentOfTruth),
                    'Moment of truth',
                    { width: 16, height: 16, marks: [{ type: 'icon', icon: 'star', x: 1, y: 1, scale: 1.15, style: 'fill-amber' }] },
                ),
                ...when(
                    view.overlays.includes('pain') && touchpoints.some((touchpoint) => touchpoint.pains.length > 0),
                    'Pains, and the worst',
                    icon('pain', 'stroke-red'),
                ),
            ],
        },
        {
            caption: 'Activity of the company',
            entries: (['automated', 'assisted', 'manual'] as const).flatMap((mode) => {
                const look = modeIcon(mode);
                return modes.has(mode) && look ? [{ label: `${mode.slice(0, 1).toUpperCase()}${mode.slice(1)}`, sample: icon(look.icon, look.colour) }] : [];
            }),
        },
        {
            caption: 'System',
            entries: [
                ...when(lives.has('retiring'), 'Retiring', box('retiring')),
                ...when(lives.has('retired'), 'Retired', box('retired')),
                ...when(lives.has('planned'), 'Planned', box('planned')),
                ...noteEntries(model, view, journey),
            ],
        },
        {
            caption: 'Data',
            entries: [
                ...when(needs.data && touchpoints.some((touchpoint) => touchpoint.captures.length > 0), 'Captured', icon('data-in', 'stroke-blue')),
                ...when(
                    needs.data && touchpoints.some((touchpoint) => touchpoint.uses.length > 0),
                    'Used, oldest age allowed',
                    icon('data-out', 'stroke-blue'),
                ),
                ...when(needs.flow !== undefined, 'Interface, and when it runs', badge(needs.flow?.number ?? '', 'outlined')),
                ...when(needs.data && view.overlays.includes('personal'), 'Personal data', personSample),
                ...when(needs.late, 'Can be older than allowed', icon('warning', 'stroke-amber')),
            ],
        },
    ];
    return legend({ width: Math.min(1200, width - 48), groups, rule: false });
}

function when(isUsed: boolean, label: string, sample: Block): LegendEntry[] {
    return isUsed ? [{ label, sample }] : [];
}

function icon(name: Extract<Mark, { type: 'icon' }>['icon'], colour: StyleName): Block {
    return { width: 16, height: 16, marks: [{ type: 'icon', icon: name, x: 0, y: 0, style: ['icon', colour] }] };
}

function box(look: StyleName): Block {
    return { width: 26, height: 16, marks: [{ type: 'rect', x: 0.5, y: 0.5, width: 25, height: 15, radius: 4, style: ['card', look] }] };
}

/** The line from a touchpoint to its system, lying. */
function spine(): Block {
    return { width: 36, height: 8, marks: spineMarks(3, 4, 33, 4) };
}

/** The line between a touchpoint and what it stands on: a dot at each end. */
export function spineMarks(x1: number, y1: number, x2: number, y2: number): Mark[] {
    return [
        { type: 'path', d: line(x1, y1, x2, y2), style: ['stroke-ink3', 'w125'] },
        { type: 'circle', x: x1, y: y1, radius: 2.5, style: 'fill-ink3' },
        { type: 'circle', x: x2, y: y2, radius: 2.5, style: 'fill-ink3' },
    ];
}
