import { PerformanceObserver } from 'node:perf_hooks';
import v8 from 'node:v8';

/** Once the heap for young objects is as large as this, in bytes, it grows no further. */
const enoughYoung = 12 * 2 ** 20;

/**
 * Keeps the memory of a process small that lives as long as its editor. V8 would let the garbage of edits grow to a multiple of what is
 * alive before it clears it away, and give young objects over 100 MB.
 */
export function boundHeap(): void {
    v8.setFlagsFromString('--heap-growing-percent=50');
    // It grows by a factor that V8 looks up each time; a limit is only read when a process starts, and the editor starts this one.
    const observer = new PerformanceObserver(() => {
        const young = v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
        if ((young?.physical_space_size ?? 0) < enoughYoung) return;
        v8.setFlagsFromString('--semi-space-growth-factor=1');
        observer.disconnect();
    });
    observer.observe({ type: 'gc' });
}
