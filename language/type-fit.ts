/** A field's type, of the text or of the model. */
interface FieldType {
    readonly name: string;
    /** `text(80)` has [80]. */
    readonly numbers: readonly number[];
    /** The values of a picklist. */
    readonly values: readonly string[];
}

const words = ['text', 'email', 'phone', 'url', 'address', 'id', 'picklist', 'reference'];
const numbers = ['number', 'integer', 'money', 'percent'];
const dates = ['date', 'datetime'];

/** For each type those, beside itself, whose every value it can hold as it stands. */
const holds: Readonly<Record<string, readonly string[]>> = {
    text: [...words, ...numbers, ...dates, 'boolean'],
    email: ['text'],
    phone: ['text'],
    url: ['text'],
    address: ['text'],
    id: ['text', 'email', 'number', 'integer', 'reference'],
    reference: ['id', 'text', 'email', 'number', 'integer'],
    number: ['integer', 'money', 'percent'],
    money: ['number', 'integer'],
    percent: ['number', 'integer'],
    datetime: ['date'],
    json: ['text'],
};

/** Can values of one type go into a field of another without being transformed? Lengths are another matter. */
export function typeFits(source: FieldType, target: FieldType): boolean {
    return source.name === target.name || (Object.hasOwn(holds, target.name) && (holds[target.name] as readonly string[]).includes(source.name));
}

/** Does the source hold longer texts than the target, or greater numbers? Only where both state a length. */
export function isLonger(source: FieldType, target: FieldType): boolean {
    const [longest, room] = [longestOf(source), longestOf(target)];
    return longest !== undefined && room !== undefined && source.name === target.name && longest > room;
}

/** Are values of the source cut where nothing transforms them: decimals of a number, words of a picklist that becomes a text? */
export function isCutAsItStands(source: FieldType, target: FieldType): boolean {
    if (target.name === 'text') {
        const [room] = target.numbers;
        return room !== undefined && source.values.some((value) => value.length > room);
    }
    const [given, kept] = [source, target].map(({ name, numbers }) => (name === 'number' && numbers.length > 0 ? (numbers[1] ?? 0) : undefined));
    return given !== undefined && kept !== undefined && given > kept;
}

/** The signs of a text, or the digits of a number before its point. */
function longestOf({ name, numbers: [length, decimals = 0] }: FieldType): number | undefined {
    if (length === undefined) return undefined;
    return name === 'number' ? length - decimals : name === 'text' ? length : undefined;
}

/** The values of a source's picklist for which the target's has no partner, neither by a pair nor by the same name. */
export function valuesWithoutPartner(source: FieldType, target: FieldType, pairs: readonly { readonly source: string; readonly target: string }[]): string[] {
    if (source.values.length === 0 || target.values.length === 0) {
        return [];
    }
    const known = new Set(target.values);
    return source.values.filter((value) => !pairs.some((pair) => pair.source === value && known.has(pair.target)) && !known.has(value));
}
