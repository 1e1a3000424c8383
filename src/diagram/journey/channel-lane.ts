import type { Channel, Journey } from '../../model/crm-model.ts';
import type { Mark } from '../marks.ts';
import { line, roundedNumber } from '../paths.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import type { DrawnLane } from './journey-parts.ts';
import type { JourneyColumn, JourneyGrid } from './journey-grid.ts';
import { labelText, labelTextWidth } from './journey-grid.ts';
import { laneLabel } from './lane-label.ts';

const bend = 92;

/** One track for each channel in use: a filled dot online, a ring offline; thin lines follow the ways. */
export function channelLane(journey: Journey, grid: JourneyGrid, channels: readonly Channel[]): DrawnLane | undefined {
    const inOrder = grid.columns.flatMap((column) => column.touchpoint?.channels ?? []);
    const used = [...new Set(inOrder)].flatMap((id) => channels.find((channel) => channel.id === id) ?? []);
    if (used.length === 0) {
        return undefined;
    }
    const trackY = new Map<string, number>();
    const names: Mark[] = [];
    let bottom = 30;
    for (const channel of used) {
        const lines = wrapText(channel.title, labelTextWidth, fontOf('small'));
        const height = Math.max(19, lines.length * 13 + 6);
        const middle = bottom + height / 2 + 0.5;
        trackY.set(channel.id, middle);
        names.push(...textLines(lines, labelText, middle + 4 - ((lines.length - 1) * 13) / 2, 13, ['small', 'fill-ink2']));
        bottom += height;
    }
    const y = (id: string): number => trackY.get(id) ?? 0;
    const known = (column: JourneyColumn): string[] => [...new Set(column.touchpoint?.channels ?? [])].filter((id) => trackY.has(id));

    const lines = links(journey, grid, known).map(
        ({ from, to, fromChannel, toChannel }): Mark => ({
            type: 'path',
            d: link(from.centre, y(fromChannel), to.centre, y(toChannel)),
            style: ['stroke-mark', 'w15'],
        }),
    );
    const stems = grid.columns.flatMap((column): Mark[] => {
        const ys = known(column).map(y);
        return ys.length < 2 ? [] : [{ type: 'path', d: line(column.centre, Math.min(...ys), column.centre, Math.max(...ys)), style: ['stroke-mark', 'w15'] }];
    });
    const dots = grid.columns.flatMap((column) =>
        known(column).flatMap((id): Mark[] => channelDot(used.find((channel) => channel.id === id)?.reach, column.centre, y(id))),
    );
    const height = Math.ceil((bottom + 6) / 4) * 4;
    return {
        type: 'drawn',
        name: 'channels',
        arrows: [],
        label: { ...laneLabel('Channels', names), height },
        body: {
            width: grid.width,
            height,
            marks: [
                ...used.map((channel): Mark => ({ type: 'path', d: line(grid.left + 1, y(channel.id), grid.right, y(channel.id)), style: 'hairline' })),
                ...lines,
                ...stems,
                ...dots,
            ],
        },
    };
}

/** A dot on its ring of canvas: filled online, a ring offline. */
export function channelDot(reach: Channel['reach'], x: number, y: number): Mark[] {
    return [
        { type: 'circle', x, y, radius: 8, style: 'fill-canvas' },
        { type: 'circle', x, y, radius: 5.5, style: reach === 'offline' ? ['fill-card', 'stroke-ink', 'w2'] : 'fill-ink' },
    ];
}

function link(x1: number, y1: number, x2: number, y2: number): string {
    const at = (x: number, y: number): string => `${roundedNumber(x)} ${roundedNumber(y)}`;
    if (y1 === y2) {
        return line(x1, y1, x2, y2);
    }
    const start = Math.max(x1, x2 - bend);
    const middle = (start + x2) / 2;
    return `M${at(x1, y1)}L${at(start, y1)}C${at(middle, y1)} ${at(middle, y2)} ${at(x2, y2)}`;
}

interface Link {
    readonly from: JourneyColumn;
    readonly to: JourneyColumn;
    readonly fromChannel: string;
    readonly toChannel: string;
}

/** Ways onwards, past touchpoints without a channel, from channel to channel: the same one where both have it. */
function links(journey: Journey, grid: JourneyGrid, known: (column: JourneyColumn) => readonly string[]): Link[] {
    const byId = new Map(grid.columns.flatMap((column) => (column.touchpoint ? [[column.touchpoint.id, column] as const] : [])));
    const onwards = (column: JourneyColumn): JourneyColumn[] =>
        journey.ways.flatMap((way) => {
            const to = byId.get(way.to);
            return way.from === column.touchpoint?.id && to !== undefined && to.index > column.index ? [to] : [];
        });
    const withChannel = (column: JourneyColumn): JourneyColumn[] => {
        const seen = new Set<JourneyColumn>();
        const queue = [...onwards(column)];
        for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
            if (!seen.has(next)) {
                seen.add(next);
                queue.push(...(known(next).length > 0 ? [] : onwards(next)));
            }
        }
        return [...seen].filter((next) => known(next).length > 0);
    };
    return grid.columns.flatMap((from) => {
        const [first, ...others] = known(from);
        if (first === undefined) {
            return [];
        }
        return withChannel(from).flatMap((to): Link[] => {
            const shared = [first, ...others].filter((id) => known(to).includes(id));
            return shared.length > 0
                ? shared.map((id) => ({ from, to, fromChannel: id, toChannel: id }))
                : [{ from, to, fromChannel: first, toChannel: known(to)[0] ?? first }];
        });
    });
}
