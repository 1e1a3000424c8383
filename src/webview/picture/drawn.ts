import type { ThingReference } from '../../protocol.ts';
import { keyOf } from './things-index.ts';

/** The things of the picture that is shown, as its elements. */
export class Drawn {
    private readonly stage: HTMLElement;
    private byKey = new Map<string, SVGGElement[]>();

    constructor(stage: HTMLElement) {
        this.stage = stage;
    }

    /** Looks at a new picture. */
    read(): void {
        this.byKey = new Map();
        for (const element of this.stage.querySelectorAll<SVGGElement>('#picture > svg [data-id]')) {
            const thing = thingOf(element);
            if (!thing) continue;
            const key = keyOf(thing);
            const list = this.byKey.get(key);
            if (list) list.push(element);
            else this.byKey.set(key, [element]);
        }
    }

    /** The elements of a thing, those that stand by themselves before the rows in others. */
    of(thing: ThingReference): readonly SVGGElement[] {
        const all = this.byKey.get(keyOf(thing)) ?? [];
        return [...all.filter(isStop), ...all.filter((element) => !isStop(element))];
    }

    /** The element of a thing that the picture has first: of a field its row, and not what is said of it below. */
    first(thing: ThingReference): SVGGElement | undefined {
        return this.byKey.get(keyOf(thing))?.[0];
    }

    has(thing: ThingReference): boolean {
        return this.byKey.has(keyOf(thing));
    }

    get all(): SVGGElement[] {
        return [...this.byKey.values()].flat();
    }

    /** Those that the tab key comes to. */
    get stops(): SVGGElement[] {
        return this.all.filter(isStop);
    }
}

function isStop(element: Element): boolean {
    return element.classList.contains('n');
}

/** The thing that something in the picture, or a badge over it, belongs to. */
export function thingOf(target: EventTarget | null): ThingReference | undefined {
    const element = target instanceof Element ? target.closest('#picture [data-id], #picture [data-of-id]') : null;
    const id = element?.getAttribute('data-id') ?? element?.getAttribute('data-of-id');
    const kind = element?.getAttribute('data-kind') ?? element?.getAttribute('data-of-kind');
    return id && kind ? { kind, id } : undefined;
}
