import type { MappingStep } from '../../model/mapping-steps.ts';
import { appending, type Fix } from './fix.ts';

/** Says that a transform is needed, and how, for the author to tell; of a two-way flow in both directions. */
export function transformFix({ flow, mapping }: Pick<MappingStep, 'flow' | 'mapping'>): Fix[] {
    const words = transformWords(flow.twoWay, mapping);
    return words === '' ? [] : [appending(mapping, words)];
}

/** What a `map` line lacks of its transforms. */
export function transformWords(twoWay: boolean, { using, back }: { readonly using?: string; readonly back?: string }): string {
    const words = [...(using === undefined ? ['using "how it is changed"'] : []), ...(twoWay && back === undefined ? ['back "how it is changed back"'] : [])];
    return words.join(' ');
}
