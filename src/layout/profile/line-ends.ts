import { rowPitch } from '../../diagram/profile/centre-card.ts';
import type { ProfileCentre } from '../../diagram/profile/profile-parts.ts';
import { spreadPorts } from '../channel/spread-ports.ts';
import type { SideLink } from './stack.ts';

/** How far below the entity the first line may end that names only the system, and how far the frame grows for one. */
export const zoneTop = 20;
const zoneReach = 320;

/** The level at which each line ends at the entity, or at its frame. `zone` is the height of the frame's part below the entity. */
export function endsOf(centre: ProfileCentre, links: readonly SideLink[], entityY: number, zone: number): ReadonlyMap<SideLink, number> {
    const ends = new Map<SideLink, number>();
    const rows = new Map(centre.rows.map((row) => [row.field, entityY + row.y]));
    const byRow = new Map<string, SideLink[]>();
    for (const each of links) {
        const { lands } = each.link;
        if (lands.at === 'field') {
            byRow.set(lands.field, [...(byRow.get(lands.field) ?? []), each]);
        }
    }
    for (const [field, own] of byRow) {
        // Several lines at one row stand close, and still apart.
        own.forEach((each, index) => ends.set(each, (rows.get(field) ?? entityY) + (index - (own.length - 1) / 2) * rowPitch));
    }
    const taken = [...ends.values()];
    const whole = links.filter((each) => each.link.lands.at === 'entity');
    const entityRange = { low: entityY + 12, high: entityY + centre.block.height - 12, gap: 16, taken, takenGap: 10 };
    spreadPorts(
        whole.map((each) => each.y),
        entityRange,
    ).forEach((y, index) => ends.set(whole[index] as SideLink, y));
    const ofSystem = links.filter((each) => each.link.lands.at === 'system');
    const zoneY = entityY + centre.block.height;
    const zoneRange = { low: zoneY + zoneTop, high: zoneY + zone + zoneReach, gap: 16, taken: [], takenGap: 0 };
    spreadPorts(
        ofSystem.map((each) => each.y),
        zoneRange,
    ).forEach((y, index) => ends.set(ofSystem[index] as SideLink, y));
    return ends;
}
