import type { ModelThing } from './all-things.ts';

/** The words by which a reader may look for a thing: what it is called, its number, vendor, category and tags. */
export function searchWords({ id, title, declared }: ModelThing): string[] {
    const { name, number, vendor, category, tags } = declared as {
        readonly name?: string;
        readonly number?: string;
        readonly vendor?: string;
        readonly category?: string;
        readonly tags?: readonly string[];
    };
    const words = [title, name, id, number, vendor, category, ...(tags ?? []).map((tag) => `#${tag}`)];
    return [...new Set(words.filter((word) => word !== undefined && word !== ''))] as string[];
}
