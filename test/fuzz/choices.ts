/** Where a generator asks how to go on. What is not given is 0, so that a shorter list gives a shorter text. */
export class Choices {
    private readonly numbers: readonly number[];
    private index = 0;

    constructor(numbers: readonly number[]) {
        this.numbers = numbers;
    }

    /** Whether all given numbers are used up. */
    get spent(): boolean {
        return this.index >= this.numbers.length;
    }

    /** A number from 0 up to one below the bound. */
    below(bound: number): number {
        return (this.numbers[this.index++] ?? 0) % Math.max(1, bound);
    }

    of<T>(things: readonly [T, ...T[]]): T;
    of<T>(things: readonly T[]): T | undefined;
    of<T>(things: readonly T[]): T | undefined {
        return things[this.below(things.length)];
    }

    /** True once in so many times. */
    once(times: number): boolean {
        return this.below(times) === times - 1;
    }
}
