import type { CrmModel, System } from '../../model/crm-model.ts';
import { legendGroups } from '../landscape/legend-groups.ts';
import type { Block } from '../marks.ts';
import { flowLine } from '../parts/flow-line.ts';
import type { LegendEntry, LegendGroup } from '../parts/legend.ts';
import type { StyleName } from '../style-names.ts';
import type { TraceContent } from './trace-content.ts';
import { touchpointsIn } from './trace-facts.ts';

/** Entries for what a trace uses, and only that. */
export function traceLegend(model: CrmModel, content: TraceContent, shows: { readonly showEntities: boolean; readonly showRegister: boolean }): LegendGroup[] {
    const systems = content.cards.flatMap((card): System[] => {
        const system = model.systems.find((each) => each.id === card.id);
        return card.kind !== 'system' || system === undefined
            ? []
            : [{ ...system, entities: shownEntities(system, card.side === 'centre' ? undefined : card.parts) }];
    });
    const flows = [...new Set(content.lines.flatMap((line) => line.flow ?? []))];
    const touchpoints = touchpointsIn(
        model,
        content.cards.filter((card) => card.kind === 'touchpoint'),
    );
    const hasTies = content.lines.some((line) => line.flow === undefined);
    const hasPains = touchpoints.some((touchpoint) => touchpoint.pains.length > 0);
    const hasOpportunities = touchpoints.some((touchpoint) => touchpoint.opportunities.length > 0);
    const traced: LegendGroup = {
        caption: 'Trace',
        entries: [
            { label: 'What is traced', sample: box('emphasis') },
            ...when(hasTies, 'Touchpoint and what it stands on, uses or captures', tie()),
            ...when(hasPains, 'Pain', icon('pain', 'stroke-red')),
            ...when(hasOpportunities, 'Opportunity', icon('opportunity', 'stroke-green')),
            ...when(
                touchpoints.some((touchpoint) => touchpoint.momentOfTruth),
                'Moment of truth',
                {
                    width: 16,
                    height: 16,
                    marks: [{ type: 'icon', icon: 'star', x: 1, y: 1, scale: 1.15, style: 'fill-amber' }],
                },
            ),
        ],
    };
    return [traced, ...legendGroups(model, { systems, flows, ...shows })];
}

function shownEntities(system: System, parts: TraceContent['cards'][number]['parts'] | undefined): System['entities'] {
    return parts === undefined
        ? system.entities
        : parts.flatMap((part) => {
              const entity = system.entities.find((each) => each.id === part.entity);
              return entity === undefined
                  ? []
                  : [{ ...entity, fields: entity.fields.filter((field) => part.fields === undefined || part.fields.includes(field.id)) }];
          });
}

function when(isUsed: boolean, label: string, sample: Block): LegendEntry[] {
    return isUsed ? [{ label, sample }] : [];
}

function box(look: StyleName): Block {
    return { width: 32, height: 16, marks: [{ type: 'rect', x: 0.5, y: 0.5, width: 31, height: 15, radius: 4, style: ['card', look] }] };
}

function tie(): Block {
    const points = [
        { x: 0, y: 4 },
        { x: 36, y: 4 },
    ];
    return { width: 36, height: 8, marks: flowLine({ points, look: 'flow-use' }).filter((mark) => !('style' in mark && mark.style === 'hit')) };
}

function icon(name: 'pain' | 'opportunity', colour: StyleName): Block {
    return { width: 16, height: 16, marks: [{ type: 'icon', icon: name, x: 0, y: 0, style: ['icon', colour] }] };
}
