import type { StyleName } from '../style-names.ts';

/** The look of a card by where its thing stands in its life: planned, retiring and retired look different without colour too. */
export function lifeLook(life: string | undefined): StyleName[] {
    return life === 'retiring' || life === 'retired' || life === 'planned' ? ['card', life] : ['card'];
}
