import type { LifecycleStage } from '../../model/crm-model.ts';
import { numberWords } from '../words/value-words.ts';

/** So many enter the first stage. */
const entering = 1000;

/** How many of 1 000 who enter the first stage reach each stage; undefined from the first stage on that follows a missing rate. */
export function reachOf(stages: readonly Pick<LifecycleStage, 'converts'>[]): readonly (number | undefined)[] {
    const reached: (number | undefined)[] = [];
    let left: number | undefined = entering;
    for (const { converts } of stages) {
        reached.push(left);
        left = left === undefined || converts === undefined ? undefined : (left * converts) / 100;
    }
    return reached;
}

/** `1 000`, `13`; `under 1` where fewer than half a person is left. */
export function reachWords(reached: number): string {
    return reached > 0 && Math.round(reached) === 0 ? 'under 1' : numberWords(Math.round(reached));
}
