/** Things to put away at the end, latest first; each is put away once, even when an interrupt comes between. */
export interface Cleanup {
    add(putAway: () => Promise<void> | void): void;
    run(): Promise<void>;
}

export function createCleanup(): Cleanup {
    const open: (() => Promise<void> | void)[] = [];
    return {
        add: (putAway) => {
            open.push(putAway);
        },
        run: async () => {
            for (let next = open.pop(); next !== undefined; next = open.pop()) {
                try {
                    await next();
                } catch (error) {
                    console.error('While putting away:', error);
                }
            }
        },
    };
}
