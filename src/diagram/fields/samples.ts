/** Small marks of fields and entities, as blocks for legends, tables and rows. */
import type { Entity, Field } from '../../model/crm-model.ts';
import type { IconName } from '../icon-names.ts';
import { iconSize } from '../icon-names.ts';
import type { Block } from '../marks.ts';
import type { LegendEntry } from '../parts/legend.ts';
import type { Style } from '../style-names.ts';

/** An icon alone, at its real size. */
function iconBlock(icon: IconName, style: Style, scale = 1): Block {
    const side = iconSize(icon) * scale;
    return { width: side, height: side, marks: [{ type: 'icon', icon, x: 0, y: 0, ...(scale === 1 ? {} : { scale }), style }] };
}

export const copyStyle: Style = ['fill-none', 'stroke-mark', 'w15'];

export const keySample: Block = iconBlock('key', ['stroke-ink', 'w15']);
export const requiredSample: Block = iconBlock('required', ['stroke-ink', 'w15'], 0.8);
export const personSample: Block = iconBlock('person', 'fill-violet');
export const masterSample: Block = iconBlock('diamond', 'fill-blue');
export const copySample: Block = iconBlock('diamond', copyStyle);
export const errorSample: Block = iconBlock('error', 'stroke-red');
export const warningSample: Block = iconBlock('warning', 'stroke-amber');

/** The ring of a field that nothing is mapped to. */
export const ringSample: Block = { width: 10, height: 10, marks: [{ type: 'circle', x: 5, y: 5, radius: 4, style: ['fill-canvas', 'stroke-mark', 'w15'] }] };

/** An entry where the mark is used, none elsewhere. */
export function whenUsed(used: boolean, sample: Block, label: string): LegendEntry[] {
    return used ? [{ sample, label }] : [];
}

/** What the legends of fields and entities have in common, each where it is used. */
export function fieldEntries(fields: readonly Field[], entities: readonly Entity[], keyed = false): LegendEntry[] {
    return [
        ...whenUsed(keyed || fields.some((field) => field.key), keySample, 'Key'),
        ...whenUsed(
            fields.some((field) => field.required),
            requiredSample,
            'Required',
        ),
        ...whenUsed(
            fields.some((field) => field.personal),
            personSample,
            'Personal data',
        ),
        ...whenUsed(
            entities.some((entity) => entity.master),
            masterSample,
            'System of record',
        ),
        ...whenUsed(
            entities.some((entity) => !entity.master),
            copySample,
            'Copy',
        ),
    ];
}
