import type { CrmModel, Pain, System, View } from '../model/crm-model.ts';
import { regionCode, titleOf } from './landscape/card-content.ts';
import { flowSystems } from './select.ts';
import { countWords } from './words/value-words.ts';
import { plainWords } from './words/vocabulary-words.ts';

/** What the overlays of a view say of a system where there is room for few words: `Growth · EU · 2 personal fields`; empty without any. */
export function systemNote(model: CrmModel, view: Pick<View, 'overlays'>, system: System): string {
    const words: Readonly<Record<string, () => string>> = {
        region: () => (system.region === undefined ? 'no region' : regionCode(model, system.region)),
        owner: () => (system.owner === undefined ? 'no owner' : titleOf(model.teams, system.owner)),
        lifecycle: () => system.life ?? 'active',
        personal: () => personalWords(system),
        timing: () => timingKinds(model, system),
    };
    return [...new Set(view.overlays)].flatMap((overlay) => words[overlay]?.() ?? []).join(' \u00b7 ');
}

/** `2 pains, high`: how many, and the worst of what is stated; empty without any. */
export function painWords(pains: readonly Pick<Pain, 'severity'>[]): string {
    const worst = (['high', 'medium', 'low'] as const).find((degree) => pains.some(({ severity }) => severity === degree));
    return pains.length === 0 ? '' : [countWords(pains.length, 'pain'), ...(worst === undefined ? [] : [worst])].join(', ');
}

function personalWords(system: System): string {
    const fields = system.entities.flatMap((entity) => entity.fields).filter((field) => field.personal).length;
    return fields === 0 ? 'no personal data' : countWords(fields, 'personal field');
}

function timingKinds(model: CrmModel, system: System): string {
    const flows = model.flows.filter((flow) => flowSystems(flow).includes(system.id));
    const kinds = [...new Set(flows.flatMap((flow) => flow.timing ?? []))].map(plainWords);
    return flows.length === 0 ? 'no interface' : kinds.length === 0 ? 'no timing stated' : kinds.join(', ');
}
