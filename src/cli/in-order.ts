/** Passes on what comes from several places at a time: all of the first place, then all of the second, and so on. */
export class InOrder<Event> {
    private readonly waiting = new Map<number, Event[]>();
    private readonly closed = new Set<number>();
    private readonly pass: (event: Event) => void;
    private current = 0;

    constructor(pass: (event: Event) => void) {
        this.pass = pass;
    }

    add(place: number, event: Event): void {
        if (place === this.current) return this.pass(event);
        const events = this.waiting.get(place);
        if (events) events.push(event);
        else this.waiting.set(place, [event]);
    }

    /** Nothing more comes from this place. */
    close(place: number): void {
        this.closed.add(place);
        while (this.closed.delete(this.current)) {
            this.current += 1;
            for (const event of this.waiting.get(this.current) ?? []) this.pass(event);
            this.waiting.delete(this.current);
        }
    }
}
