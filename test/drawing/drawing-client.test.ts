import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { DrawingAbandoned, DrawingClient, type DrawingLimits } from '../../src/drawing/drawing-client.ts';
import { sha1 } from '../../src/drawing/hash-node.ts';
import type { DrawingRequest, DrawingWorkerListeners } from '../../src/drawing/drawing-worker.ts';

/** A thread that draws only when the test says so. */
interface FakeThread {
    readonly requests: DrawingRequest[];
    readonly listeners: DrawingWorkerListeners;
    ended: boolean;
}

function setUp(limits: Partial<DrawingLimits> = {}) {
    const threads: FakeThread[] = [];
    const client = new DrawingClient(
        (listeners) => {
            const thread: FakeThread = { requests: [], listeners, ended: false };
            threads.push(thread);
            return {
                send: (request) => thread.requests.push(request),
                end: () => {
                    thread.ended = true;
                },
            };
        },
        sha1,
        limits,
    );
    const thread = (): FakeThread => {
        const last = threads.at(-1);
        if (!last) throw new Error('no thread was started');
        return last;
    };
    /** Answers the request that the thread got last. */
    const finish = (): void => {
        const request = thread().requests.at(-1);
        if (request) thread().listeners.onAnswer({ id: request.id, svg: `<svg>${request.diagram}</svg>` });
    };
    const sent = (): string[] => threads.flatMap(({ requests }) => requests.map(({ diagram }) => diagram));
    return { client, threads, thread, finish, sent };
}

const never = new AbortController().signal;

describe('the client of the drawing thread', () => {
    beforeEach(() => {
        vi.useFakeTimers();
    });

    afterEach(() => {
        vi.useRealTimers();
    });

    test('sends one diagram at a time, in order', async () => {
        const { client, finish, sent } = setUp();
        const first = client.draw('a', never);
        const second = client.draw('b', never);
        expect(sent()).toEqual(['a']);
        finish();
        expect(await first).toBe('<svg>a</svg>');
        expect(sent()).toEqual(['a', 'b']);
        finish();
        expect(await second).toBe('<svg>b</svg>');
    });

    test('draws what somebody waits for before what can be drawn later, in order', async () => {
        const { client, finish, sent } = setUp();
        const drawings = [client.draw('a', never), client.draw('small 1', never, 'later'), client.draw('small 2', never, 'later'), client.draw('b', never)];
        drawings.push(client.draw('small 2', never));
        for (const _ of drawings) finish();
        await Promise.all(drawings);
        expect(sent()).toEqual(['a', 'b', 'small 2', 'small 1']);
    });

    test('does not wait long for what could have been drawn later', async () => {
        const { client, thread, threads, finish } = setUp({ patienceMs: 800 });
        const later = expect(client.draw('small', never, 'later')).rejects.toThrow('no longer needed');
        const now = client.draw('a', never);
        await vi.advanceTimersByTimeAsync(800);
        await later;
        expect(threads).toHaveLength(2);
        expect(thread().requests.map(({ diagram }) => diagram)).toEqual(['a']);
        finish();
        expect(await now).toBe('<svg>a</svg>');
    });

    test('draws equal diagrams once, also later', async () => {
        const { client, finish, sent } = setUp();
        const both = Promise.all([client.draw('a', never), client.draw('a', never)]);
        finish();
        expect(await both).toEqual(['<svg>a</svg>', '<svg>a</svg>']);
        expect(await client.draw('a', never)).toBe('<svg>a</svg>');
        expect(sent()).toEqual(['a']);
    });

    test('forgets the picture that was not asked for the longest', async () => {
        const { client, finish, sent } = setUp({ remembered: 2 });
        for (const diagram of ['a', 'b', 'a', 'c', 'a', 'b']) {
            const drawn = client.draw(diagram, never);
            finish();
            await drawn;
        }
        expect(sent()).toEqual(['a', 'b', 'c', 'b']);
    });

    test('never sends what was abandoned while it waited', async () => {
        const { client, finish, sent } = setUp();
        const first = client.draw('a', never);
        const abort = new AbortController();
        const second = client.draw('b', abort.signal);
        const third = client.draw('c', never);
        abort.abort();
        await expect(second).rejects.toBeInstanceOf(DrawingAbandoned);
        finish();
        await first;
        finish();
        await third;
        expect(sent()).toEqual(['a', 'c']);
    });

    test('ends the thread when an abandoned drawing keeps another one waiting for too long', async () => {
        const { client, threads, finish, sent } = setUp({ patienceMs: 100 });
        const abort = new AbortController();
        const first = client.draw('a', abort.signal);
        abort.abort();
        await expect(first).rejects.toBeInstanceOf(DrawingAbandoned);
        const second = client.draw('b', never);
        vi.advanceTimersByTime(99);
        expect(sent()).toEqual(['a']);
        vi.advanceTimersByTime(1);
        expect(threads.map(({ ended }) => ended)).toEqual([true, false]);
        finish();
        expect(await second).toBe('<svg>b</svg>');
    });

    test('lets an abandoned drawing end in peace when nothing waits behind it, and remembers it', async () => {
        const { client, threads, finish, sent } = setUp({ patienceMs: 100 });
        const abort = new AbortController();
        const first = client.draw('a', abort.signal);
        abort.abort();
        await expect(first).rejects.toBeInstanceOf(DrawingAbandoned);
        vi.advanceTimersByTime(5_000);
        finish();
        expect(await client.draw('a', never)).toBe('<svg>a</svg>');
        expect(sent()).toEqual(['a']);
        expect(threads).toHaveLength(1);
    });

    test('never ends the thread under a drawing that is still wanted, until the longest time is over', async () => {
        const { client, threads, finish } = setUp({ patienceMs: 100, longestMs: 2_000 });
        const first = client.draw('a', never);
        const second = client.draw('b', never);
        vi.advanceTimersByTime(1_999);
        expect(threads).toHaveLength(1);
        vi.advanceTimersByTime(1);
        await expect(first).rejects.toThrow('longer than 2 seconds');
        expect(threads).toHaveLength(2);
        finish();
        expect(await second).toBe('<svg>b</svg>');
    });

    test('starts another thread when one has ended by itself', async () => {
        const { client, threads, thread, finish } = setUp();
        const first = client.draw('a', never);
        const second = client.draw('b', never);
        thread().listeners.onFailure('out of memory');
        await expect(first).rejects.toThrow('out of memory');
        expect(threads).toHaveLength(2);
        finish();
        expect(await second).toBe('<svg>b</svg>');
    });

    test('passes on what the engine says of a diagram that cannot be drawn, and draws the next', async () => {
        const { client, thread, finish } = setUp();
        const first = client.draw('a', never);
        const second = client.draw('b', never);
        thread().listeners.onAnswer({ id: thread().requests[0]?.id ?? 0, error: 'no place for it' });
        await expect(first).rejects.toThrow('no place for it');
        finish();
        expect(await second).toBe('<svg>b</svg>');
    });

    test('abandons everything at its end', async () => {
        const { client, thread } = setUp();
        const both = Promise.allSettled([client.draw('a', never), client.draw('b', never)]);
        client.end();
        expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
        expect(thread().ended).toBe(true);
    });
});
