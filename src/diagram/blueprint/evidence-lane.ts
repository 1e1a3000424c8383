import type { CrmModel } from '../../model/crm-model.ts';
import { channelIcon } from '../icon-names.ts';
import type { JourneyGrid } from '../journey/journey-grid.ts';
import { cardInset, columnSpan, labelText } from '../journey/journey-grid.ts';
import type { DrawnLane } from '../journey/journey-parts.ts';
import { laneLabel } from '../journey/lane-label.ts';
import type { Mark } from '../marks.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';

/** What the customer meets at each touchpoint: its channels, and the system that carries them; nothing where no channel is stated. */
export function evidenceLane(grid: JourneyGrid, model: CrmModel): DrawnLane | undefined {
    const channels = new Map(model.channels.map((channel) => [channel.id, channel]));
    const systems = new Map(model.systems.map((system) => [system.id, system]));
    const marks: Mark[] = [];
    let bottom = 0;
    for (const column of grid.columns) {
        const own = (column.touchpoint?.channels ?? []).flatMap((id) => channels.get(id) ?? []);
        const span = columnSpan(grid, column, (next) => (next.touchpoint?.channels ?? []).length === 0);
        let y = 24;
        for (const channel of own) {
            const room = span.width - cardInset - 22 - 8;
            const carrier = channel.system === undefined ? undefined : systems.get(channel.system);
            const name = wrapText(channel.title, room, fontOf('entity'));
            const second = carrier === undefined ? [] : wrapText(`carried by ${carrier.title}`, room, fontOf('small'));
            const secondY = y + name.length * 15 - 1;
            const label = [channel.title, ...(channel.reach ? [channel.reach] : []), ...(carrier ? [`carried by ${carrier.title}`] : [])].join(', ');
            marks.push({
                type: 'group',
                thing: { kind: 'channel', id: channel.id, label },
                marks: [
                    { type: 'icon', icon: channelIcon(channel.name, channel.title), x: column.x + cardInset, y: y - 12, style: ['icon', 'stroke-ink2'] },
                    ...textLines(name, column.x + cardInset + 22, y, 15, 'entity'),
                    ...textLines(second, column.x + cardInset + 22, secondY, 13, 'small'),
                ],
            });
            const end = second.length === 0 ? y + (name.length - 1) * 15 : secondY + (second.length - 1) * 13;
            bottom = Math.max(bottom, end);
            y = end + 21;
        }
    }
    if (marks.length === 0) {
        return undefined;
    }
    const label = laneLabel('Evidence', textLines(['What the', 'customer meets'], labelText, 40, 13, 'small'));
    const height = Math.ceil(Math.max(64, bottom + 16) / 4) * 4;
    return { type: 'drawn', name: 'evidence', arrows: [], label: { ...label, height }, body: { width: grid.width, height, marks } };
}
