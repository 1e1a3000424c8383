import type { Disposable } from 'vscode';

/** So long nothing may happen before it is done, in milliseconds. */
const restTime = 100;

/** Does something once, after the last of many things that happen one after the other. */
export class Rest implements Disposable {
    private readonly act: () => void;
    private timer: ReturnType<typeof setTimeout> | undefined;

    constructor(act: () => void) {
        this.act = act;
    }

    begin(): void {
        clearTimeout(this.timer);
        this.timer = setTimeout(this.act, restTime);
    }

    /** Leaves it. */
    end(): void {
        clearTimeout(this.timer);
    }

    dispose(): void {
        this.end();
    }
}
