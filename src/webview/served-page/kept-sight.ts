import { isRecord } from '../../protocol/is-record.ts';
import { readPlace } from '../../protocol/seen.ts';
import { part } from '../html-page/part.ts';
import type { RunningPage } from '../html-page/start.ts';

/** What a reader sees and does on a page, kept while the page is loaded again. The view itself stands in the address. */
export interface KeptSight {
    keep(): void;
    restore(): void;
}

/** Of a tab alone, and of one page in it. */
const key = (): string => `crmmap ${location.pathname}`;

export function keptSight({ stage, views, place }: RunningPage): KeptSight {
    const search = part('.p-search input', HTMLInputElement);
    const scheme = part('.p-scheme', HTMLSelectElement);
    const focused = (): string => {
        const { activeElement } = document;
        if (activeElement === search) return 'search';
        return activeElement && stage.element.contains(activeElement) ? 'stage' : '';
    };
    return {
        keep: () => {
            const sight = { view: views.current?.name, place: place(), search: search.value, scheme: scheme.value, focus: focused() };
            sessionStorage.setItem(key(), JSON.stringify(sight));
        },
        restore: () => {
            const sight = read();
            sessionStorage.removeItem(key());
            if (!sight) return;
            choose(scheme, sight['scheme'], 'change');
            choose(search, sight['search'], 'input');
            const kept = readPlace(sight['place']);
            if (sight['view'] === views.current?.name && kept) stage.restore(kept);
            if (sight['focus'] === 'search') search.focus();
            if (sight['focus'] === 'stage') stage.element.focus();
        },
    };
}

function choose(field: HTMLInputElement | HTMLSelectElement, value: unknown, event: string): void {
    if (typeof value !== 'string' || value === '') return;
    field.value = value;
    field.dispatchEvent(new Event(event));
}

function read(): Readonly<Record<string, unknown>> | undefined {
    try {
        const value: unknown = JSON.parse(sessionStorage.getItem(key()) ?? 'null');
        return isRecord(value) ? value : undefined;
    } catch {
        return undefined;
    }
}
