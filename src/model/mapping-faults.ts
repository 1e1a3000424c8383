/**
 * What is wrong with the `map` lines of a flow: the judgement of the rules MAP001 to MAP007 and MAP009, which tell it in the text, and
 * of the picture of a mapping, which marks it at the fields. Each function takes steps of one flow or of many, and gives what it
 * finds in their order.
 */
import type { Entity, Field, Flow, Mapping } from './crm-model.ts';
import type { MappingStep } from './mapping-steps.ts';
import { isCutAsItStands, isLonger, typeFits, valuesWithoutPartner } from '../../language/type-fit.ts';

/** A source and a target of a step. */
export interface FieldPair {
    readonly step: MappingStep;
    readonly source: Field;
    readonly target: Field;
}

/** One field into which several others are written. */
export interface SharedTarget {
    readonly target: Field;
    readonly sources: readonly Field[];
    /** All that write it, in the order of the text. */
    readonly steps: readonly MappingStep[];
}

/**
 * MAP001: required fields of the targets that nothing fills and that have no default. On the way back of a two-way flow records are
 * brought up to date, not made, and what only enriches finds its records there.
 */
export function missingTargets(flow: Flow, steps: readonly MappingStep[], entityById: ReadonlyMap<string, Entity>): readonly Field[] {
    const targets = steps.filter(({ direction }) => direction === 'forth').map(({ target }) => target);
    if (targets.length === 0 || flow.relation === 'enriches') return [];
    const filled = new Set(targets.map(({ id }) => id));
    const entities = new Set([flow.to.entity ?? '', ...targets.map(({ entity }) => entity)]);
    return [...entities]
        .flatMap((id) => entityById.get(id)?.fields ?? [])
        .filter((field) => field.required && field.default === undefined && !field.formula && !filled.has(field.id));
}

/** MAP002: types that do not fit, and no transform. */
export function misfits(steps: readonly MappingStep[]): FieldPair[] {
    return plainPairs(steps).filter(
        ({ source, target, step }) => !typeFits(source.type, target.type) && !(step.values.length > 0 && target.type.name === 'picklist'),
    );
}

/**
 * MAP003: sources that are longer than their targets; a transform is trusted to round, to turn values into others, and to split what
 * has room in all parts together, but not to shorten.
 */
export function longerSources(steps: readonly MappingStep[]): FieldPair[] {
    const parts = partsOfSplits(steps);
    const plain = new Set(plainPairs(steps).map(({ step }) => step));
    return pairs(steps).filter(
        ({ source, target, step }) =>
            (isLonger(source.type, target.type) && !isSplit(source.type, step, parts)) ||
            (plain.has(step) && step.values.length === 0 && isCutAsItStands(source.type, target.type)),
    );
}

/** The fields among which a line with several sources splits its target again on the way back. */
function partsOfSplits(steps: readonly MappingStep[]): Map<Mapping, readonly Field[]> {
    const parts = new Map<Mapping, readonly Field[]>();
    for (const { direction, mapping, transform, target } of steps) {
        if (direction === 'back' && transform !== undefined) parts.set(mapping, [...(parts.get(mapping) ?? []), target]);
    }
    return parts;
}

function isSplit(source: Field['type'], { direction, mapping }: MappingStep, parts: ReadonlyMap<Mapping, readonly Field[]>): boolean {
    const own = direction === 'back' ? (parts.get(mapping) ?? []) : [];
    const rooms = own.map(({ type }) => type.numbers[0] ?? Infinity);
    const signsBetween = own.length - 1;
    return own.length > 1 && rooms.reduce((sum, room) => sum + room, signsBetween) >= (source.numbers[0] ?? 0);
}

/** MAP004: values of a picklist without a partner, and no transform. */
export function valuesAlone(steps: readonly MappingStep[]): (FieldPair & { readonly values: readonly string[] })[] {
    return plainPairs(steps).flatMap((pair) => {
        const values = valuesWithoutPartner(pair.source.type, pair.target.type, pair.step.values);
        return values.length === 0 ? [] : [{ ...pair, values }];
    });
}

/** MAP005: several sources of one target, and nothing that says which wins. */
export function contestedTargets(steps: readonly MappingStep[], entityById: ReadonlyMap<string, Entity>): SharedTarget[] {
    const byTarget = new Map<string, MappingStep[]>();
    for (const step of steps) {
        const key = `${step.flow.id} ${step.target.id}`;
        const known = byTarget.get(key);
        if (known) known.push(step);
        else byTarget.set(key, [step]);
    }
    return [...byTarget.values()].flatMap((own) => {
        const [first] = own;
        const sources = [...new Map(own.flatMap((step) => step.sources.map((source) => [source.id, source] as const))).values()];
        if (!first || sources.length < 2 || first.flow.conflict !== undefined || own.every(({ transform }) => transform !== undefined)) return [];
        return entityById.get(first.target.entity)?.survivorship === undefined ? [{ target: first.target, sources, steps: own }] : [];
    });
}

/** MAP006: what writes a formula or a read-only field. */
export function unwritableTargets(steps: readonly MappingStep[]): readonly MappingStep[] {
    return steps.filter(({ target }) => target.formula || target.readonly);
}

/** MAP007: fields that are written differently, and no transform. */
export function differingFormats(steps: readonly MappingStep[]): FieldPair[] {
    return plainPairs(steps).filter(({ source, target }) => source.format !== undefined && target.format !== undefined && source.format !== target.format);
}

/** MAP009: ways back over a transform that says nothing of them. */
export function lackingWayBack(steps: readonly MappingStep[]): readonly MappingStep[] {
    return steps.filter(({ direction, mapping }) => direction === 'back' && mapping.using !== undefined && mapping.back === undefined);
}

function pairs(steps: readonly MappingStep[]): FieldPair[] {
    return steps.flatMap((step) => step.sources.map((source) => ({ step, source, target: step.target })));
}

/** Those without a transform; where a transform has no way back, MAP009 says so, and nothing else is said of that way. */
function plainPairs(steps: readonly MappingStep[]): FieldPair[] {
    return pairs(steps).filter(({ step }) => step.transform === undefined && !(step.direction === 'back' && step.mapping.using !== undefined));
}
