import type * as ast from '../../language/generated/ast.ts';
import { classifications, environments, fieldTypes, lawfulBases, survivorships, systemCategories } from '../../language/vocabulary.ts';
import type { Entity, Field, System } from './crm-model.ts';
import { declared, living, type ModelContext } from './model-context.ts';
import { durationOf, idOf, idsOf, moneyOf, oneOf, volumeOf } from './read-values.ts';

export function readSystem(node: ast.System, context: ModelContext): System {
    const base = declared('system', node, context, '');
    return {
        ...base,
        ...living(node),
        category: oneOf(node.category, systemCategories),
        vendor: node.vendor,
        region: idOf(node.region),
        environment: oneOf(node.environment, environments),
        users: node.users,
        training: node.training,
        provides: node.provides.map((provision) => idOf(provision.capability)).filter((id) => id !== undefined),
        cost: moneyOf(node.cost),
        benefit: moneyOf(node.benefit),
        benefitText: node.benefitText,
        limits: node.limits.map((limit) => ({ amount: limit.amount, counted: limit.counted, per: limit.unit })),
        classification: oneOf(node.classification, classifications),
        external: node.external,
        entities: node.entities.filter((entity) => entity.name).map((entity) => readEntity(entity, base.id, context)),
    };
}

function readEntity(node: ast.Entity, system: string, context: ModelContext): Entity {
    const base = declared('entity', node, context, '');
    return {
        ...base,
        ...living(node),
        system,
        master: node.master,
        purpose: node.purpose,
        basis: oneOf(node.basis, lawfulBases),
        consentFrom: idsOf(node.consentFrom),
        subjects: [...node.subjects],
        retention: durationOf(node.retention),
        match: idsOf(node.match),
        survivorship: oneOf(node.survivorship, survivorships),
        volume: volumeOf(node.volume),
        sameAs: idsOf(node.sameAs),
        fields: node.fields.filter((field) => field.name).map((field) => readField(field, base.id, context)),
    };
}

function readField(node: ast.Field, entity: string, context: ModelContext): Field {
    const has = (modifier: ast.FieldModifier['name']): boolean => node.modifiers.some((one) => one.name === modifier);
    const valueOf = (modifier: ast.FieldModifier['name']): string | undefined => {
        const value = node.modifiers.find((one) => one.name === modifier)?.value;
        return value === undefined ? undefined : String(value);
    };
    return {
        ...declared('field', node, context, ''),
        entity,
        type: {
            name: oneOf(node.type?.name, fieldTypes) ?? 'text',
            numbers: [...(node.type?.numbers ?? [])],
            values: [...(node.type?.values ?? [])],
            target: idOf(node.type?.target),
        },
        key: has('key'),
        required: has('required'),
        unique: has('unique'),
        readonly: has('readonly'),
        formula: has('formula'),
        encrypted: has('encrypted'),
        personal: has('personal') || has('sensitive'),
        sensitive: has('sensitive'),
        deprecated: has('deprecated'),
        default: valueOf('default'),
        format: valueOf('format'),
    };
}
