import type { Point } from '../../diagram/geometry.ts';
import type { ChannelRoute } from './route-channel.ts';

/** A routed line as points, from the left side at the level to the right side; `trackX` is where each track stands. */
export function channelPoints(from: Point, endX: number, route: ChannelRoute, trackX: (track: number) => number): Point[] {
    const points: Point[] = [from];
    let level = from.y;
    for (const { track, to } of route) {
        const x = trackX(track);
        points.push({ x, y: level }, { x, y: to });
        level = to;
    }
    return [...points, { x: endX, y: level }];
}
