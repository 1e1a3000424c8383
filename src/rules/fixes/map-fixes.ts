import { nearest } from '../../../language/nearest.ts';
import type { Entity, Field, Flow } from '../../model/crm-model.ts';
import { isLonger, typeFits } from '../../../language/type-fit.ts';
import type { RuleContext } from '../rule-context.ts';
import { listed, quoted } from '../words.ts';
import { addLast, append, type Fix, type FixEdit, textLiteral } from './fix.ts';
import { localName } from './flow-keys.ts';

/** Fills the required fields that a flow leaves out: from the fields that fit them, and by defaults. */
export function fillingFixes(flow: Flow, missing: readonly Field[], context: RuleContext): Fix[] {
    const sources = usableSources(flow, context);
    const pairs = missing.map((target) => ({ target, source: bestSource(target, sources) }));
    const lines = pairs.flatMap(({ target, source }) => (source ? [mapLine(flow, source, target)] : []));
    const open = pairs.flatMap(({ target, source }) => (source ? [] : [target]));
    const byDefault: Fix = {
        title: `Add a default to ${listed(missing.map(({ id }) => quoted(id)))}`,
        edits: missing.map((field) => append(field, `default ${defaultOf(field)}`)),
    };
    if (lines.length === 0) return [byDefault];
    const title = `Add ${listed(lines.map(quoted))}${open.length > 0 ? `, and a default to ${listed(open.map(({ id }) => quoted(id)))}` : ''}`;
    const edits: FixEdit[] = [addLast(flow, ...lines), ...open.map((field) => append(field, `default ${defaultOf(field)}`))];
    return [{ title, edits }, byDefault];
}

/** Takes a field of the source over into the field of the target that fits it. */
export function mappingFix(flow: Flow, source: Field, { entityById }: RuleContext): Fix[] {
    const taken = new Set(flow.mappings.map(({ target }) => target));
    const targets = entityById.get(flow.to.entity ?? '')?.fields.filter(({ id, formula, readonly }) => !formula && !readonly && !taken.has(id)) ?? [];
    const target = targets.find((field) => plain(field.name) === plain(source.name) && typeFits(source.type, field.type) && !isLonger(source.type, field.type));
    if (!target || (flow.twoWay && (source.formula || source.readonly))) return [];
    const line = mapLine(flow, source, target);
    return [{ title: `Add ${quoted(line)}`, edits: [addLast(flow, line)] }];
}

/** The fields that a flow could read; of a two-way flow those that may be written, once. */
function usableSources(flow: Flow, { systemById, entityById }: RuleContext): Field[] {
    const holders: readonly Entity[] =
        flow.from.entity === undefined ? (systemById.get(flow.from.system)?.entities ?? []) : [entityById.get(flow.from.entity) ?? []].flat();
    const used = new Set(flow.mappings.flatMap(({ sources }) => sources));
    const fields = holders.flatMap((holder) => holder.fields);
    return flow.twoWay ? fields.filter(({ id, formula, readonly }) => !formula && !readonly && !used.has(id)) : fields;
}

/** The field most like another one by its name, of those whose type and length fit. */
function bestSource(target: Field, sources: readonly Field[]): Field | undefined {
    if (target.readonly) return undefined;
    const fitting = sources.filter(({ type }) => typeFits(type, target.type) && !isLonger(type, target.type));
    const same = fitting.find(({ name }) => plain(name) === plain(target.name));
    const near = nearest(
        target.name,
        fitting.map(({ name }) => name),
    );
    const telling = ['email', 'phone', 'url', 'address'].includes(target.type.name) ? fitting.filter(({ type }) => type.name === target.type.name) : [];
    return same ?? fitting.find(({ name }) => name === near) ?? (telling.length === 1 ? telling[0] : undefined);
}

function mapLine(flow: Flow, source: Field, target: Field): string {
    return `map ${nameIn(source, flow.from.entity)} -> ${nameIn(target, flow.to.entity)}`;
}

function nameIn(field: Field, end: string | undefined): string {
    return field.entity === end ? localName(field) : field.id;
}

function plain(name: string): string {
    return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function defaultOf({ type }: Field): string {
    switch (type.name) {
        case 'number':
        case 'integer':
        case 'money':
        case 'percent':
            return '0';
        case 'boolean':
            return 'false';
        case 'picklist':
            return textLiteral(type.values[0] ?? 'unknown');
        default:
            return '"unknown"';
    }
}
