import type { ProfileCentre, ProfileLink } from '../../diagram/profile/profile-parts.ts';
import { fontOf, wrapText } from '../../diagram/text-metrics.ts';

/** The lower part of the frame, where lines end that name only the system. */
export interface SystemZone {
    readonly lines: readonly string[];
    /** Height in px that it needs; 0 where no line ends there. */
    readonly least: number;
}

export function systemZone(centre: ProfileCentre, links: readonly { readonly link: ProfileLink }[]): SystemZone {
    if (centre.systemWords === undefined) {
        return { lines: [], least: 0 };
    }
    const lines = wrapText(centre.systemWords, centre.block.width - 24, fontOf(['small', 'fill-ink2']));
    const ports = links.filter(({ link }) => link.lands.at === 'system').length;
    return { lines, least: Math.ceil(Math.max(lines.length * 15 + 20, ports * 16 + 24) / 4) * 4 };
}
