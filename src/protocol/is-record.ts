/** Whether a value that came from elsewhere has properties to be looked at. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
    return typeof value === 'object' && value !== null;
}
