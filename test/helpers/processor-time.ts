/** Milliseconds of processor time that some work takes: unlike the time of a clock, hardly more on a machine that does much else. */
export async function processorTime(work: () => unknown): Promise<number> {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
}
