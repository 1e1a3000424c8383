import type { Degree } from '../../model/crm-model.ts';
import type { Block, Mark } from '../marks.ts';
import type { StyleName } from '../style-names.ts';

export const meterWidth = 19;
const steps: readonly Degree[] = ['low', 'medium', 'high'];

/** Three steps, filled up to the degree: 19×12; the baseline of its word stands 11 below its top. */
export function meter(degree: Degree, colour: 'red' | 'green' | 'ink2'): Block {
    const filled = steps.indexOf(degree) + 1;
    const marks = steps.map((_, index): Mark => {
        const height = 6 + index * 3;
        const style: StyleName = index < filled ? `fill-${colour}` : 'fill-hair';
        return { type: 'rect', x: index * 7, y: 12 - height, width: 5, height, radius: 1, style };
    });
    return { width: meterWidth, height: 12, marks };
}
