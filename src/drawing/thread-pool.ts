/** A thread, as its pool sees it. */
export interface Thread<In> {
    send(message: In): void;
    /** Ends the thread at once, whatever it is doing. Neither listener hears of it. */
    end(): void;
}

export interface ThreadListeners<Out> {
    readonly onMessage: (message: Out) => void;
    /** The thread has ended by itself, and why. */
    readonly onFailure: (reason: string) => void;
}

export type StartThread<In, Out> = (listeners: ThreadListeners<Out>) => Thread<In>;

/** What a pool sends to its threads. */
export interface TaskMessage<Task> {
    readonly task: Task;
}

/** What a thread sends back: what comes of the task, one after the other, and then that it is done. */
export type TaskAnswer<Event> = { readonly event: Event } | { readonly done: true } | { readonly fault: string };

/** The thread of a task has ended before it was done. */
export class ThreadEnded extends Error {}

interface Job<Task, Event> {
    readonly task: Task;
    readonly onEvent: (event: Event) => void;
    readonly resolve: () => void;
    readonly reject: (error: Error) => void;
}

interface Slot<Task, Event> {
    thread?: Thread<TaskMessage<Task>> | undefined;
    job?: Job<Task, Event> | undefined;
}

/** Gives tasks to threads that are kept warm, each one task at a time. A thread that ends takes only its own task with it. */
export class ThreadPool<Task, Event> {
    private readonly startThread: StartThread<TaskMessage<Task>, TaskAnswer<Event>>;
    private readonly slots: Slot<Task, Event>[];
    private readonly queue: Job<Task, Event>[] = [];
    private hasEnded = false;

    constructor(startThread: StartThread<TaskMessage<Task>, TaskAnswer<Event>>, count: number) {
        this.startThread = startThread;
        this.slots = Array.from({ length: count }, () => ({}));
    }

    /** Starts all threads, so that the first tasks do not wait for them. */
    warmUp(): void {
        for (const slot of this.slots) slot.thread ??= this.threadOf(slot);
    }

    /**
     * Does a task; its events come in their order.
     *
     * @throws ThreadEnded when its thread ended, else an Error with the words of what went wrong
     */
    run(task: Task, onEvent: (event: Event) => void): Promise<void> {
        if (this.hasEnded) return Promise.reject(new ThreadEnded('the work was ended.'));
        return new Promise((resolve, reject) => {
            this.queue.push({ task, onEvent, resolve, reject });
            this.next();
        });
    }

    /** Ends all threads, and what waits for them. Nothing is begun any more. */
    end(): void {
        this.hasEnded = true;
        const open = [...this.slots.flatMap(({ job }) => job ?? []), ...this.queue.splice(0)];
        for (const slot of this.slots) {
            slot.thread?.end();
            slot.thread = undefined;
            slot.job = undefined;
        }
        for (const job of open) job.reject(new ThreadEnded('the work was ended.'));
    }

    private next(): void {
        // A thread that is there already goes before one that would have to be started.
        const slot = this.slots.find(({ thread, job }) => thread && !job) ?? this.slots.find(({ job }) => !job);
        const job = slot && this.queue.shift();
        if (!job) return;
        slot.job = job;
        slot.thread ??= this.threadOf(slot);
        slot.thread.send({ task: job.task });
    }

    private threadOf(slot: Slot<Task, Event>): Thread<TaskMessage<Task>> {
        return this.startThread({
            onMessage: (message) => this.hear(slot, message),
            onFailure: (reason) => this.lose(slot, reason),
        });
    }

    private hear(slot: Slot<Task, Event>, message: TaskAnswer<Event>): void {
        const { job } = slot;
        if (!job) return;
        if ('event' in message) return job.onEvent(message.event);
        slot.job = undefined;
        if ('fault' in message) job.reject(new Error(message.fault));
        else job.resolve();
        this.next();
    }

    private lose(slot: Slot<Task, Event>, reason: string): void {
        const { job } = slot;
        slot.thread = undefined;
        slot.job = undefined;
        job?.reject(new ThreadEnded(reason));
        this.next();
    }
}
