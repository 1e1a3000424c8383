interface Waiting<Answer> {
    readonly resolve: (answer: Answer) => void;
    readonly reject: (error: Error) => void;
}

/** Questions to a page, which answers them in any order by their numbers. */
export class Questions<Answer> {
    private readonly waiting = new Map<number, Waiting<Answer>>();
    private last = 0;

    /** Sends a question by its number, and waits for its answer. */
    ask(send: (id: number) => void): Promise<Answer> {
        const id = ++this.last;
        return new Promise((resolve, reject) => {
            this.waiting.set(id, { resolve, reject });
            send(id);
        });
    }

    /** Settles a question; one that nobody has asked is left alone. */
    answer(id: number, answer: Answer | Error): void {
        const waiting = this.waiting.get(id);
        this.waiting.delete(id);
        if (answer instanceof Error) waiting?.reject(answer);
        else waiting?.resolve(answer);
    }

    /** Settles all: nobody will answer any more. */
    end(reason: Error): void {
        for (const { reject } of this.waiting.values()) reject(reason);
        this.waiting.clear();
    }
}
