import type { Mark } from '../../diagram/marks.ts';
import { line } from '../../diagram/paths.ts';
import type { Stretch } from '../rects.ts';
import { crossing } from '../rects.ts';

/** Half the length of the gap that a later line leaves in an earlier one, in px. */
const reach = 6;

/** Gaps in earlier lines where the stretches of a later one cross them. */
export function crossingGaps(own: readonly Stretch[], earlier: readonly Stretch[]): Mark[] {
    return own.flatMap((part) =>
        earlier.flatMap((other): Mark[] => {
            const point = crossing(part, other);
            if (point === undefined) {
                return [];
            }
            const { x, y } = point;
            return [{ type: 'path', d: part.level ? line(x - reach, y, x + reach, y) : line(x, y - reach, x, y + reach), style: 'halo' }];
        }),
    );
}
