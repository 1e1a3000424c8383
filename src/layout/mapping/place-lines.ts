import type { Point } from '../../diagram/geometry.ts';
import type { MappingDiagram, MappingLine } from '../../diagram/mapping/mapping-parts.ts';
import { channelPoints } from '../channel/channel-points.ts';
import type { RoutedChannel } from '../channel/route-channel.ts';
import { routeChannel } from '../channel/route-channel.ts';
import type { Rect } from '../rects.ts';
import { withoutSpare } from '../rects.ts';

/** The lines between the two sides, in the drawing's own coordinates, in px. */
export interface MappingScene {
    /** From the left side's left border to the right side's right border. */
    readonly width: number;
    readonly height: number;
    /** Where the cards of the two sides start. */
    readonly leftX: number;
    readonly rightX: number;
    readonly lines: readonly PlacedLine[];
}

export interface PlacedLine {
    readonly line: MappingLine;
    /** From the first source to the target. */
    readonly points: readonly Point[];
    /** From each other source to where it joins. */
    readonly joins: readonly (readonly Point[])[];
    readonly plate?: Rect;
}

/** Least lengths: of a line beside a card, with its head; of bare line beside a plate; between two tracks. */
const stub = 28;
const bare = 20;
const leastPitch = 14;
const mostPitch = 32;
const leastChannel = 220;

/** Gives plates and lines their places between the sides, in a drawing that is `leastWidth` px wide or more. */
export function placeLines(diagram: MappingDiagram, leastWidth: number): MappingScene {
    const { left, right, lines } = diagram;
    const joins = joinTracks(lines);
    const joinCount = Math.max(-1, ...joins.values()) + 1;
    const routed = routeChannel(lines.map((line) => ({ id: line.id, from: line.from[0] ?? 0, to: line.to })));
    const plateWidth = Math.max(0, ...lines.map((line) => line.plate?.width ?? 0));
    const joinRoom = joinCount * leastPitch;
    const trackRoom = Math.max(0, routed.tracks - 1) * leastPitch;
    const least = Math.max(leastChannel, stub + joinRoom + bare + plateWidth + bare + trackRoom + stub + 8);
    const channel = Math.max(least, leastWidth - left.width - right.width);
    const spare = channel - least;
    const pitch = routed.tracks < 2 ? leastPitch : Math.min(mostPitch, leastPitch + (spare * 0.4) / (routed.tracks - 1));
    const rest = channel - least - (pitch - leastPitch) * Math.max(0, routed.tracks - 1);
    const plateX = left.width + stub + joinRoom + bare + rest / 2;
    const firstTrack = plateX + plateWidth + bare + (routed.tracks > 0 ? Math.min(rest / 4, 8) : 0);
    const rightX = left.width + channel;
    const half = (value: number): number => Math.round(value * 2) / 2;
    const trackX = (track: number): number => half(firstTrack + track * pitch);
    const joinX = (track: number): number => half(left.width + stub + rest / 4 + track * leastPitch);
    const channelPlace = { routed, trackX, startX: left.width, endX: rightX, plateMiddle: plateX + plateWidth / 2 };
    const placed = lines.map((line) => placedLine(line, { ...channelPlace, joinX: joinX(joins.get(line.id) ?? 0) }));
    const lowest = placed.flatMap(({ plate, points }) => [...points.map((point) => point.y), ...(plate === undefined ? [] : [plate.y + plate.height])]);
    return { width: rightX + right.width, height: Math.max(left.height, right.height, ...lowest), leftX: 0, rightX, lines: placed };
}

interface Channel {
    readonly routed: RoutedChannel;
    readonly trackX: (track: number) => number;
    readonly joinX: number;
    readonly startX: number;
    readonly endX: number;
    readonly plateMiddle: number;
}

function placedLine(line: MappingLine, { routed, trackX, joinX, startX, endX, plateMiddle }: Channel): PlacedLine {
    const [first = 0, ...others] = line.from;
    const points = channelPoints({ x: startX, y: first }, endX, routed.routes.get(line.id) ?? [], trackX);
    const joins = others.map((y): Point[] => [
        { x: startX, y },
        { x: joinX, y },
        { x: joinX, y: first },
    ]);
    const { plate } = line;
    return {
        line,
        points: withoutSpare(points),
        joins,
        ...(plate === undefined
            ? {}
            : { plate: { x: Math.round((plateMiddle - plate.width / 2) * 2) / 2, y: first - plate.height / 2, width: plate.width, height: plate.height } }),
    };
}

/** A track for each line with several sources, so that upright parts keep apart; those that reach further down stand further left. */
function joinTracks(lines: readonly MappingLine[]): ReadonlyMap<string, number> {
    const tracks = new Map<string, number>();
    const taken: { readonly track: number; readonly top: number; readonly bottom: number }[] = [];
    const joined = lines.filter((line) => line.from.length > 1).sort((a, b) => (b.from[0] ?? 0) - (a.from[0] ?? 0));
    for (const line of joined) {
        const top = line.from[0] ?? 0;
        const bottom = line.from[line.from.length - 1] ?? 0;
        let track = 0;
        while (taken.some((other) => other.track === track && other.top < bottom + 10 && top < other.bottom + 10)) {
            track += 1;
        }
        taken.push({ track, top, bottom });
        tracks.set(line.id, track);
    }
    return tracks;
}
