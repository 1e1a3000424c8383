import type { ProfileCentre } from '../../diagram/profile/profile-parts.ts';
import { captionText } from '../../diagram/text-lines.ts';
import { fontOf, textWidth, wrapText } from '../../diagram/text-metrics.ts';

/** Free space in the frame beside and below the entity, in px. */
export const framePadding = { side: 8, bottom: 8 };

const leastHead = 24;
const pitch = 14;

/** The caption of the frame in lines, and the height that it takes. */
export function frameCaption(centre: ProfileCentre): { readonly lines: readonly string[]; readonly height: number } {
    const code = centre.code === undefined ? 0 : textWidth(centre.code, fontOf('region')) + 12;
    const lines = wrapText(captionText(centre.caption), centre.block.width - 8 - code, fontOf('caption'));
    return { lines, height: leastHead + Math.ceil(((lines.length - 1) * pitch) / 4) * 4 };
}
