/**
 * What is wrong with the mappings of a flow, by the rules MAP001 to MAP009: one small function a rule, each from a `FlowMapping`
 * to findings. A flow that states no `map` line has none.
 */
import type { Field } from '../../model/crm-model.ts';
import { bareTypeWords } from '../fields/type-words.ts';
import type { MappingStep } from '../../model/mapping-steps.ts';
import { isLonger, typeFits, valuesWithoutPartner } from '../../model/type-fit.ts';
import type { FlowMapping } from './flow-mapping.ts';

export interface MappingFinding {
    readonly rule: 'MAP001' | 'MAP002' | 'MAP003' | 'MAP004' | 'MAP005' | 'MAP006' | 'MAP007' | 'MAP009';
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
type Rule = (mapping: FlowMapping, titleOf: Titles) => MappingFinding[];

/** All findings: errors first, then as the rules and the fields stand. */
export function mappingFindings(mapping: FlowMapping, titleOf: Titles): MappingFinding[] {
    if (mapping.flow.mappings.length === 0) {
        return [];
    }
    const found = rules.flatMap((rule) => rule(mapping, titleOf));
    const seen = new Set<string>();
    const once = found.filter((finding) => {
        const key = `${finding.rule} ${finding.field.id} ${finding.long}`;
        const isNew = !seen.has(key);
        seen.add(key);
        return isNew;
    });
    return [...once.filter((finding) => finding.severity === 'error'), ...once.filter((finding) => finding.severity === 'warning')];
}

// On the way back of a two-way flow records are brought up to date, not made: there a required field may stay as it is.
const unmappedRequired: Rule = ({ flow, sources, targets, steps }, titleOf) => {
    // What only enriches finds its records there.
    if (flow.relation === 'enriches') {
        return [];
    }
    const filled = new Set(steps.map((step) => step.target.id));
    const from = sources.map((entity) => entity.title).join(' or ');
    return targets
        .flatMap((entity) => entity.fields)
        .filter((field) => field.required && field.default === undefined && !field.formula && !filled.has(field.id))
        .map((field) => ({
            rule: 'MAP001',
            severity: 'error',
            field,
            short: 'Required, and nothing maps to it',
            long: `Required on ${titleOf(field.entity)}, and no field of ${from} maps to it.`,
        }));
};

const typeMismatch: Rule = (mapping, titleOf) =>
    plainPairs(mapping)
        .filter(({ source, target, step }) => !typeFits(source.type, target.type) && !(step.values.length > 0 && target.type.name === 'picklist'))
        .map(({ source, target }) => {
            const [from, into] = [bareTypeWords(source, titleOf), bareTypeWords(target, titleOf)];
            return warning(
                'MAP002',
                target,
                `From ${from}: the type does not fit`,
                `Takes ${sourceWords(source, target, titleOf)}, ${from}, into ${into} without a transform. State one: using \u201c\u2026\u201d.`,
            );
        });

const longerThanTarget: Rule = ({ steps }, titleOf) =>
    pairs(steps)
        .filter(({ source, target }) => isLonger(source.type, target.type))
        .map(({ source, target }) => {
            const [from, into] = [bareTypeWords(source, titleOf), bareTypeWords(target, titleOf)];
            return warning(
                'MAP003',
                target,
                `From ${from}: longer values may be cut`,
                `Takes ${sourceWords(source, target, titleOf)}, ${from}, into ${into}. Longer values may be cut.`,
            );
        });

const unmatchedValues: Rule = (mapping, titleOf) =>
    plainPairs(mapping).flatMap(({ source, target, step }) => {
        const alone = valuesWithoutPartner(source.type, target.type, step.values);
        const names = alone.map((value) => `\u201c${value}\u201d`).join(', ');
        return alone.length === 0
            ? []
            : [
                  warning(
                      'MAP004',
                      target,
                      `No partner for ${names}`,
                      `Takes ${sourceWords(source, target, titleOf)}, and has no partner for its ${alone.length === 1 ? 'value' : 'values'} ${names}.`,
                  ),
              ];
    });

const severalSources: Rule = ({ flow, steps, sources, targets }) => {
    const entities = [...sources, ...targets];
    const byTarget = new Map<string, MappingStep[]>();
    for (const step of steps) {
        byTarget.set(step.target.id, [...(byTarget.get(step.target.id) ?? []), step]);
    }
    return [...byTarget.values()].flatMap((own): MappingFinding[] => {
        const target = (own[0] as MappingStep).target;
        const names = [...new Set(own.flatMap((step) => step.sources.map((source) => source.name)))];
        const isRuled =
            own.every((step) => step.transform !== undefined) ||
            flow.conflict !== undefined ||
            entities.some((entity) => entity.id === target.entity && entity.survivorship !== undefined);
        const list = names.length < 2 ? '' : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1] ?? ''}`;
        return names.length < 2 || isRuled
            ? []
            : [
                  {
                      rule: 'MAP005',
                      severity: 'error',
                      field: target,
                      short: `${list}, and no rule which wins`,
                      long: `Takes ${list}, and nothing says which wins or how they are joined. State using \u201c\u2026\u201d.`,
                  },
              ];
    });
};

const notWritable: Rule = ({ steps }) =>
    steps
        .filter(({ target }) => target.formula || target.readonly)
        .map(({ sources, target }) => {
            const what = target.formula ? 'a formula' : 'read-only';
            return {
                rule: 'MAP006',
                severity: 'error',
                field: target,
                short: `It is ${what}, and cannot be written`,
                long: `Is ${what}, and ${sources.map((source) => source.name).join(' and ')} would be written into it.`,
            };
        });

const formatsDiffer: Rule = (mapping, titleOf) =>
    plainPairs(mapping)
        .filter(({ source, target }) => source.format !== undefined && target.format !== undefined && source.format !== target.format)
        .map(({ source, target }) =>
            warning(
                'MAP007',
                target,
                `From ${source.format}: the format differs`,
                `Takes ${sourceWords(source, target, titleOf)}, format ${source.format}, into format ${target.format} without a transform.`,
            ),
        );

const noWayBack: Rule = ({ flow, steps }) =>
    steps
        .filter(({ direction, mapping }) => flow.twoWay && direction === 'back' && mapping.using !== undefined && mapping.back === undefined)
        .map(({ sources, target, mapping }) =>
            warning(
                'MAP009',
                target,
                'No way back is stated',
                `The flow goes both ways, and nothing says how \u201c${mapping.using}\u201d is turned back${sources[0]?.name === target.name ? '' : ` from ${sources[0]?.name ?? ''}`}. State it: back \u201c\u2026\u201d.`,
            ),
        );

const rules: readonly Rule[] = [unmappedRequired, severalSources, notWritable, typeMismatch, longerThanTarget, unmatchedValues, formatsDiffer, noWayBack];

/** The source's name, with its entity where both ends are called the same. */
function sourceWords(source: Field, target: Field, titleOf: Titles): string {
    return source.name === target.name ? `${source.name} of ${titleOf(source.entity)}` : source.name;
}

function warning(rule: MappingFinding['rule'], field: Field, short: string, long: string): MappingFinding {
    return { rule, severity: 'warning', field, short, long };
}

interface Pair {
    readonly source: Field;
    readonly target: Field;
    readonly step: MappingStep;
}

function pairs(steps: readonly MappingStep[]): Pair[] {
    return steps.flatMap((step) => step.sources.map((source) => ({ source, target: step.target, step })));
}

/** Those without a transform; where a transform has no way back, that is said of it, and nothing else. */
function plainPairs({ steps }: FlowMapping): Pair[] {
    return pairs(steps).filter(({ step }) => step.transform === undefined && !(step.direction === 'back' && step.mapping.using !== undefined));
}
