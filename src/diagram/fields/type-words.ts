import type { Field } from '../../model/crm-model.ts';

/** The bare type: `text(80)`, `picklist: New, Active`, `reference to Shop customer`; `titleOf` names an entity by its id. */
export function bareTypeWords(field: Pick<Field, 'type'>, titleOf: (entity: string) => string): string {
    const { name, numbers, values, target } = field.type;
    if (values.length > 0) {
        return `${name}: ${values.join(', ')}`;
    }
    if (target !== undefined) {
        return `${name} to ${titleOf(target)}`;
    }
    return numbers.length === 0 ? name : `${name}(${numbers.join(',\u00a0')})`;
}

/** The type with all that is stated of the field beside key, required and personal, which have marks: `email, unique`. */
export function typeWords(field: Field, titleOf: (entity: string) => string): string {
    return [
        bareTypeWords(field, titleOf),
        field.format,
        field.unique && 'unique',
        field.readonly && 'read-only',
        field.formula && 'formula',
        field.sensitive && 'sensitive',
        field.encrypted && 'encrypted',
        field.deprecated && 'deprecated',
        field.default !== undefined && `default ${field.default}`,
    ]
        .filter((word) => typeof word === 'string')
        .join(', ');
}
