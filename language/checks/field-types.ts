import type { Field, FieldType } from '../generated/ast.ts';
import { quoted } from '../names.ts';
import { fieldTypes } from '../vocabulary.ts';
import type { Check, CheckContext, CheckTable } from './check.ts';

const mostOffered = 6;

/** LNG021: the arguments that a field type takes. */
function argumentsFit(type: FieldType, { report, services, document }: CheckContext): void {
    const wrong = mistakeOfArguments(type);
    if (wrong === undefined) return;
    const entities = type.name === 'reference' ? services.references.ScopeProvider.namesOf(document, ['Entity']).slice(0, mostOffered) : [];
    report('LNG021', wrong, { node: type, write: rightForm(type), choices: entities.map((path) => `reference(${path})`) });
}

function mistakeOfArguments({ name, numbers, values, target, $cstNode }: FieldType): string | undefined {
    const given = numbers.length > 0 ? 'numbers' : values.length > 0 ? 'texts' : target ? 'a reference' : undefined;
    switch (name) {
        case 'text':
            if (given !== undefined && given !== 'numbers') return 'A text takes its greatest length: text(80).';
            return numbers.length > 1 || numbers.some((length) => !isWhole(length, 1))
                ? 'A text takes one whole number, its greatest length: text(80).'
                : undefined;
        case 'number': {
            if (given !== undefined && given !== 'numbers') return 'A number takes its digits and decimals: number(10, 2).';
            const [digits, decimals = 0] = numbers;
            const fits = digits === undefined || (isWhole(digits, 1) && isWhole(decimals, 0) && decimals <= digits && numbers.length <= 2);
            return fits ? undefined : 'A number takes its digits, and how many of them are decimals: number(10, 2).';
        }
        case 'picklist': {
            if (given !== 'texts')
                return given === undefined && !lacksArguments($cstNode?.text ?? '')
                    ? undefined
                    : 'A picklist takes its values in quotes: picklist("New", "Active").';
            const twice = values.find((value, index) => values.indexOf(value) !== index);
            return twice === undefined ? undefined : `The value "${twice}" stands twice in this picklist. Remove one.`;
        }
        case 'reference':
            return given === 'numbers' || given === 'texts' || (given === undefined && lacksArguments($cstNode?.text ?? ''))
                ? 'A reference takes the entity that it points to: reference(Order).'
                : undefined;
        default:
            return given === undefined || name === undefined || !Object.hasOwn(fieldTypes, name)
                ? undefined
                : `The type ${quoted(name)} takes nothing in parentheses. Write ${quoted(name)} alone.`;
    }
}

/** The type as it could be meant. */
function rightForm({ name, numbers, values }: FieldType): string | undefined {
    const [written = 0, ...more] = numbers;
    // `10.2` for `10, 2`: other languages have a point there.
    const [first = 0, second = 0] = more.length === 0 ? String(written).split('.').map(Number) : numbers;
    switch (name) {
        case 'text':
            return `text(${first >= 1 ? Math.round(first) : 80})`;
        case 'number':
            return first >= 1 ? `number(${Math.round(Math.max(first, second))}, ${Math.max(0, Math.round(second))})` : 'number(10, 2)';
        case 'picklist':
            return `picklist(${(values.length > 0 ? [...new Set(values)] : ['New', 'Active']).map(literal).join(', ')})`;
        case 'reference':
            return undefined;
        default:
            return name;
    }
}

function literal(text: string): string {
    return `"${text.replaceAll(/[\\"]/g, '\\$&')}"`;
}

/** Whether nothing stands in parentheses: what the parser had to leave out there is told of already. */
function lacksArguments(written: string): boolean {
    return !written.includes('(') || /\(\s*\)$/.test(written);
}

/** LNG021: a default is a value of its field. */
function defaultFits(field: Field, { report }: CheckContext): void {
    const modifier = field.modifiers.find(({ name }) => name === 'default');
    const type = field.type;
    if (modifier?.value === undefined || !type) return;
    const value = String(modifier.value);
    const wrong =
        type.name === 'boolean' && value !== 'true' && value !== 'false'
            ? `The default of a boolean is true or false, not ${quoted(value)}.`
            : type.name === 'picklist' && type.values.length > 0 && !type.values.includes(value)
              ? `${quoted(value)} is no value of this picklist. Write one of ${type.values.map((known) => `"${known}"`).join(', ')}.`
              : ['integer', 'number', 'money', 'percent'].includes(type.name) && !/^[+-]?\d[\d_]*(\.\d+)?$/.test(value)
                ? `The default of this field is a number, not ${quoted(value)}.`
                : undefined;
    if (wrong === undefined) return;
    const write = type.name === 'boolean' && Object.hasOwn(truth, value.toLowerCase()) ? truth[value.toLowerCase()] : undefined;
    const choices = type.name === 'boolean' ? ['true', 'false'] : type.name === 'picklist' ? type.values.map(literal) : ['0'];
    report('LNG021', wrong, { node: modifier, property: 'value', write, choices });
}

const truth: Readonly<Record<string, string>> = { yes: 'true', on: 'true', y: 'true', no: 'false', off: 'false', n: 'false' };

function isWhole(value: number, from: number): boolean {
    return Number.isInteger(value) && value >= from;
}

export const fieldTypeChecks: CheckTable = { FieldType: [argumentsFit as Check], Field: [defaultFits as Check] };
