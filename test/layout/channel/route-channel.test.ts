import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { channelPoints } from '../../../src/layout/channel/channel-points.ts';
import type { ChannelNet } from '../../../src/layout/channel/route-channel.ts';
import { routeChannel } from '../../../src/layout/channel/route-channel.ts';
import { crossing, overlap, stretches } from '../../../src/layout/rects.ts';

function lines(nets: readonly ChannelNet[]) {
    const { routes, tracks } = routeChannel(nets);
    return nets.map((net) => stretches(channelPoints({ x: 0, y: net.from }, (tracks + 1) * 14, routes.get(net.id) ?? [], (track) => (track + 1) * 14)));
}

function crossings(nets: readonly ChannelNet[]): number {
    const all = lines(nets);
    return all.flatMap((own, index) => all.slice(0, index).flatMap((other) => own.flatMap((a) => other.flatMap((b) => crossing(a, b) ?? [])))).length;
}

const nets = (pairs: readonly (readonly [number, number])[]): ChannelNet[] => pairs.map(([from, to], index) => ({ id: `${index}`, from, to }));

test('a line between equal levels goes straight', () => {
    expect(routeChannel(nets([[20, 20]]))).toEqual({ tracks: 0, routes: new Map() });
});

test('lines in the same order do not cross, whether they go down or up', () => {
    expect(
        crossings(
            nets([
                [20, 60],
                [60, 100],
                [100, 140],
            ]),
        ),
    ).toBe(0);
    expect(
        crossings(
            nets([
                [60, 20],
                [100, 60],
                [140, 100],
            ]),
        ),
    ).toBe(0);
    expect(
        crossings(
            nets([
                [20, 60],
                [60, 180],
                [140, 200],
                [180, 220],
            ]),
        ),
    ).toBe(0);
});

test('two lines that change places cross once or twice, and never run on each other', () => {
    expect(
        crossings(
            nets([
                [20, 60],
                [60, 20],
            ]),
        ),
    ).toBeLessThanOrEqual(2);
});

test('lines that have no level in common share a track', () => {
    expect(
        routeChannel(
            nets([
                [20, 60],
                [120, 160],
            ]),
        ).tracks,
    ).toBe(1);
});

const anyNets = fc
    .integer({ min: 1, max: 14 })
    .chain((count) => {
        const levels = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: count, maxLength: count });
        return fc.tuple(levels, levels, fc.constantFrom(12, 16, 20));
    })
    .map(([from, to, pitch]) => nets(from.map((level, index) => [level * pitch, (to[index] ?? 0) * pitch + (pitch === 20 ? 4 : 0)])));

test('whatever the lines, each arrives where it should, and none runs on another', () => {
    fc.assert(
        fc.property(anyNets, (all) => {
            const drawn = lines(all);
            all.forEach((net, index) => expect(drawn[index]?.at(-1)?.to.y).toBe(net.to));
            drawn.forEach((own, index) => {
                for (const other of drawn.slice(0, index)) {
                    expect(
                        own.some((a) =>
                            other.some(
                                (b) => a.level === b.level && overlap(a.box, b.box, 3) && (a.box.width + a.box.height) * (b.box.width + b.box.height) > 0,
                            ),
                        ),
                    ).toBe(false);
                }
            });
        }),
        { seed: 20260930, numRuns: Number(process.env.RUNS ?? 500) },
    );
});
