import { describe, expect, test } from 'vitest';
import { type TaskAnswer, type TaskMessage, ThreadEnded, type ThreadListeners, ThreadPool } from '../../src/drawing/thread-pool.ts';

/** A thread that answers only when the test says so. */
interface FakeThread {
    readonly tasks: string[];
    readonly listeners: ThreadListeners<TaskAnswer<string>>;
    ended: boolean;
}

function setUp(count: number) {
    const threads: FakeThread[] = [];
    const pool = new ThreadPool<string, string>((listeners) => {
        const thread: FakeThread = { tasks: [], listeners, ended: false };
        threads.push(thread);
        return {
            send: ({ task }: TaskMessage<string>) => thread.tasks.push(task),
            end: () => {
                thread.ended = true;
            },
        };
    }, count);
    const events: string[] = [];
    const run = (task: string): Promise<void> => pool.run(task, (event) => events.push(event));
    return { pool, threads, events, run };
}

describe('a pool of threads', () => {
    test('starts no more threads than it has tasks, and gives each thread one task at a time', async () => {
        const { threads, run } = setUp(2);
        const first = run('a');
        expect(threads.map(({ tasks }) => tasks)).toEqual([['a']]);
        void run('b');
        void run('c');
        expect(threads.map(({ tasks }) => tasks)).toEqual([['a'], ['b']]);
        threads[0]?.listeners.onMessage({ done: true });
        await first;
        expect(threads.map(({ tasks }) => tasks)).toEqual([['a', 'c'], ['b']]);
    });

    test('can start them before there is a task', async () => {
        const { pool, threads, run } = setUp(2);
        pool.warmUp();
        expect(threads).toHaveLength(2);
        void run('a');
        expect(threads.map(({ tasks }) => tasks)).toEqual([['a'], []]);
    });

    test('passes on what comes of a task in its order', async () => {
        const { threads, events, run } = setUp(1);
        const done = run('a');
        for (const event of ['one', 'two']) threads[0]?.listeners.onMessage({ event });
        threads[0]?.listeners.onMessage({ done: true });
        await done;
        expect(events).toEqual(['one', 'two']);
    });

    test('a thread that ends takes only its own task with it, and another one takes its place', async () => {
        const { threads, run } = setUp(1);
        const lost = run('a');
        const next = run('b');
        threads[0]?.listeners.onFailure('it had no memory left');
        await expect(lost).rejects.toThrow(ThreadEnded);
        expect(threads[1]?.tasks).toEqual(['b']);
        threads[1]?.listeners.onMessage({ done: true });
        await next;
    });

    test('a task that fails leaves its thread to the next one', async () => {
        const { threads, run } = setUp(1);
        const failed = run('a');
        void run('b');
        threads[0]?.listeners.onMessage({ fault: 'no such thing' });
        await expect(failed).rejects.toThrow('no such thing');
        expect(threads.map(({ tasks }) => tasks)).toEqual([['a', 'b']]);
    });

    test('its end ends all threads and whatever waits', async () => {
        const { pool, threads, run } = setUp(1);
        const open = Promise.allSettled([run('a'), run('b')]);
        pool.end();
        expect((await open).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
        expect(threads.map(({ ended }) => ended)).toEqual([true]);
        await expect(run('c')).rejects.toThrow(ThreadEnded);
        expect(threads).toHaveLength(1);
    });
});
