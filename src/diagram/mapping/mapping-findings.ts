/** What the rules MAP001 to MAP009 find in the mappings of a flow, in the words of the picture. A flow that states no `map` line has none. */
import type { CrmModel, Field } from '../../model/crm-model.ts';
import {
    contestedTargets,
    differingFormats,
    lackingWayBack,
    longerSources,
    misfits,
    missingTargets,
    unwritableTargets,
    valuesAlone,
} from '../../model/mapping-faults.ts';
import { formatsDiffer } from '../../rules/mapping/formats-differ.ts';
import { longerSource } from '../../rules/mapping/longer-source.ts';
import { noWayBack } from '../../rules/mapping/no-way-back.ts';
import { notWritable } from '../../rules/mapping/not-writable.ts';
import { requiredUnmapped } from '../../rules/mapping/required-unmapped.ts';
import { severalSources } from '../../rules/mapping/several-sources.ts';
import { typeMismatch } from '../../rules/mapping/type-mismatch.ts';
import { unmatchedValues } from '../../rules/mapping/unmatched-values.ts';
import type { Rule } from '../../rules/rule.ts';
import { bareTypeWords } from '../fields/type-words.ts';
import type { FlowMapping } from './flow-mapping.ts';

export interface MappingFinding {
    readonly rule: string;
    readonly severity: 'error' | 'warning';
    /** The field that it is marked at. */
    readonly field: Field;
    /** In its row, where the field's name stands already. */
    readonly short: string;
    /** In the list, as a sentence. */
    readonly long: string;
}

/** Names entities by their ids. */
type Titles = (entity: string) => string;

/** What a rule found, in words. */
type Words = Pick<MappingFinding, 'field' | 'short' | 'long'>;

/**
 * All findings: errors first, then as the rules and the fields stand. Severities are those of the rules, or what the map itself sets;
 * what it sets to `off` or `info` is not marked. Of what is retired nothing is said.
 */
export function mappingFindings(model: CrmModel, mapping: FlowMapping, titleOf: Titles): MappingFinding[] {
    if (mapping.flow.mappings.length === 0 || mapping.flow.life === 'retired') {
        return [];
    }
    const found = told.flatMap(([rule, words]) => {
        const severity = model.map.rules[rule.code] ?? rule.severity;
        return severity === 'error' || severity === 'warning'
            ? words(mapping, titleOf).map((each): MappingFinding => ({ rule: rule.code, severity, ...each }))
            : [];
    });
    const once = [...new Map(found.map((finding) => [JSON.stringify([finding.rule, finding.field.id, finding.long]), finding])).values()];
    return [...once.filter(({ severity }) => severity === 'error'), ...once.filter(({ severity }) => severity === 'warning')];
}

const told: readonly (readonly [Rule, (mapping: FlowMapping, titleOf: Titles) => Words[]])[] = [
    [
        requiredUnmapped,
        ({ flow, sources, steps, entityById }, titleOf) =>
            missingTargets(flow, steps, entityById).map((field) => ({
                field,
                short: 'Required, and nothing maps to it',
                long: `Required on ${titleOf(field.entity)}, and no field of ${sources.map((entity) => entity.title).join(' or ')} maps to it.`,
            })),
    ],
    [
        severalSources,
        ({ steps, entityById }, titleOf) =>
            contestedTargets(steps, entityById).map(({ target, sources }) => {
                const isClear = new Set(sources.map(({ name }) => name)).size === sources.length;
                const names = sources.map((source) => (isClear ? source.name : `${source.name} of ${titleOf(source.entity)}`));
                const list = `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
                return {
                    field: target,
                    short: `${list}, and no rule which wins`,
                    long: `Takes ${list}, and nothing says which wins or how they are joined. State using \u201c\u2026\u201d.`,
                };
            }),
    ],
    [
        notWritable,
        ({ steps }) =>
            unwritableTargets(steps).map(({ sources, target }) => {
                const what = target.formula ? 'a formula' : 'read-only';
                return {
                    field: target,
                    short: `It is ${what}, and cannot be written`,
                    long: `Is ${what}, and ${sources.map((source) => source.name).join(' and ')} would be written into it.`,
                };
            }),
    ],
    [
        typeMismatch,
        ({ steps }, titleOf) =>
            misfits(steps).map(({ source, target }) => {
                const [from, into] = [bareTypeWords(source, titleOf), bareTypeWords(target, titleOf)];
                return {
                    field: target,
                    short: `From ${from}: the type does not fit`,
                    long: `Takes ${sourceWords(source, target, titleOf)}, ${from}, into ${into} without a transform. State one: using \u201c\u2026\u201d.`,
                };
            }),
    ],
    [
        longerSource,
        ({ steps }, titleOf) =>
            longerSources(steps).map(({ source, target }) => {
                const [from, into] = [bareTypeWords(source, titleOf), bareTypeWords(target, titleOf)];
                return {
                    field: target,
                    short: `From ${from}: longer values may be cut`,
                    long: `Takes ${sourceWords(source, target, titleOf)}, ${from}, into ${into}. Longer values may be cut.`,
                };
            }),
    ],
    [
        unmatchedValues,
        ({ steps }, titleOf) =>
            valuesAlone(steps).map(({ source, target, values }) => {
                const names = values.map((value) => `\u201c${value}\u201d`).join(', ');
                return {
                    field: target,
                    short: `No partner for ${names}`,
                    long: `Takes ${sourceWords(source, target, titleOf)}, and has no partner for its ${values.length === 1 ? 'value' : 'values'} ${names}.`,
                };
            }),
    ],
    [
        formatsDiffer,
        ({ steps }, titleOf) =>
            differingFormats(steps).map(({ source, target }) => ({
                field: target,
                short: `From ${source.format ?? ''}: the format differs`,
                long: `Takes ${sourceWords(source, target, titleOf)}, format ${source.format ?? ''}, into format ${target.format ?? ''} without a transform.`,
            })),
    ],
    [
        noWayBack,
        ({ steps }) =>
            lackingWayBack(steps).map(({ sources, target, mapping }) => ({
                field: target,
                short: 'No way back is stated',
                long: `The flow goes both ways, and nothing says how \u201c${mapping.using ?? ''}\u201d is turned back${sources[0]?.name === target.name ? '' : ` from ${sources[0]?.name ?? ''}`}. State it: back \u201c\u2026\u201d.`,
            })),
    ],
];

/** The source's name, with its entity where both ends are called the same. */
function sourceWords(source: Field, target: Field, titleOf: Titles): string {
    return source.name === target.name ? `${source.name} of ${titleOf(source.entity)}` : source.name;
}
