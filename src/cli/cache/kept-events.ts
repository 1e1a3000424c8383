import { isAbsolute, normalize } from 'node:path';
import type { DrawEvent } from '../draw-unit.ts';

/** An event, and which map of its unit it is about. */
export interface KeptEvent {
    readonly map: number;
    readonly event: DrawEvent;
}

/** What stands for an event in the head; the contents of files follow the head, one after the other. */
interface Head {
    readonly map: number;
    readonly kind: DrawEvent['kind'];
    readonly names?: readonly string[];
    readonly status?: number;
    readonly message?: string;
    readonly name?: string;
    readonly what?: string;
    readonly drawn?: boolean;
    readonly bytes?: number;
    readonly text?: boolean;
}

/** Events as bytes: the length of the head, the head, the contents. */
export function eventsToBytes(events: readonly KeptEvent[]): Buffer {
    const contents: Uint8Array[] = [];
    const heads = events.map(({ map, event }): Head => {
        if (event.kind !== 'file') return { map, ...event };
        const { kind, name, what, drawn, content } = event;
        const text = typeof content === 'string';
        const bytes = text ? Buffer.from(content) : content;
        contents.push(bytes);
        return { map, kind, name, what, drawn, bytes: bytes.length, text };
    });
    const head = Buffer.from(JSON.stringify(heads));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(head.length);
    return Buffer.concat([length, head, ...contents]);
}

/** The events that bytes stand for, or nothing where they stand for none. No name leads out of the folder that it is below. */
export function eventsFromBytes(bytes: Buffer, maps: number): KeptEvent[] | undefined {
    try {
        const start = 4 + bytes.readUInt32LE(0);
        const heads: unknown = JSON.parse(bytes.subarray(4, start).toString('utf8'));
        if (!Array.isArray(heads)) return undefined;
        let at = start;
        const events = heads.map((head: Head): KeptEvent | undefined => {
            const end = at + (head.bytes ?? 0);
            const content = bytes.subarray(at, end);
            at = end;
            const event = end <= bytes.length && Number.isInteger(head.map) && head.map >= 0 && head.map < maps ? eventOf(head, content) : undefined;
            return event && { map: head.map, event };
        });
        const sound = events.filter((event) => event !== undefined);
        return at === bytes.length && sound.length === events.length ? sound : undefined;
    } catch {
        return undefined;
    }
}

function eventOf({ kind, names, status, message, name, what, drawn, text }: Head, content: Buffer): DrawEvent | undefined {
    switch (kind) {
        case 'views':
            return Array.isArray(names) && names.every((one) => typeof one === 'string') ? { kind, names } : undefined;
        case 'failure':
            return typeof message === 'string' && (status === 1 || status === 2) ? { kind, status, message } : undefined;
        case 'note':
            return typeof message === 'string' ? { kind, message } : undefined;
        case 'file':
            if (typeof name !== 'string' || typeof what !== 'string' || typeof drawn !== 'boolean' || leadsOut(name)) return undefined;
            return { kind, name, what, drawn, content: text ? content.toString('utf8') : new Uint8Array(content) };
        default:
            return undefined;
    }
}

function leadsOut(name: string): boolean {
    return name === '' || isAbsolute(name) || name.includes('\0') || normalize(name).split(/[\\/]/).includes('..');
}
