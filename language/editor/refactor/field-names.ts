/** Words that say the same of a field, each written as the last of its row. */
const synonyms: readonly (readonly string[])[] = [
    ['e mail', 'mail', 'email address', 'mail address', 'e mail address', 'email'],
    ['telephone', 'tel', 'phone number', 'telephone number', 'phone no', 'phone'],
    ['mobile phone', 'cell phone', 'mobile number', 'cell', 'mobile'],
    ['given name', 'forename', 'firstname', 'fname', 'first name'],
    ['family name', 'surname', 'lastname', 'lname', 'last name'],
    ['fullname', 'full name'],
    ['zip code', 'zip', 'postal code', 'post code', 'postcode'],
    ['date of birth', 'dob', 'birthdate', 'birthday', 'birth date'],
    ['organisation', 'organization', 'company name', 'organisation name', 'organization name', 'company'],
    ['quantity', 'qty'],
    ['amount', 'amt'],
    ['number', 'num', 'nr', 'no'],
    ['identifier', 'id'],
    ['description', 'desc'],
    ['created', 'created on', 'created date', 'creation date', 'date created', 'created at'],
    ['updated', 'updated on', 'modified', 'modified at', 'last modified', 'last updated', 'updated at'],
    ['opted in', 'optin', 'opt in'],
    ['opted out', 'optout', 'opt out'],
    ['colour', 'color'],
    ['www', 'web site', 'homepage', 'website'],
];

const same: ReadonlyMap<string, string> = new Map(synonyms.flatMap((row) => row.map((words) => [words, row.at(-1) ?? words])));
const longestPhrase = 3;

/** The words of a name: `LastName`, `last_name` and `Last name` are `last name`; words that mean the same are written in one way. */
export function fieldWords(name: string): string[] {
    const words = name
        .replaceAll(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
        .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
        .toLowerCase()
        .split(/[^\p{L}\p{N}\p{M}]+/u)
        .filter((word) => word !== '');
    const found: string[] = [];
    for (let index = 0; index < words.length; ) {
        let taken = 1;
        let phrase: string | undefined;
        for (let length = Math.min(longestPhrase, words.length - index); length > 0 && phrase === undefined; length--) {
            phrase = same.get(words.slice(index, index + length).join(' '));
            taken = length;
        }
        found.push(...(phrase ?? words[index] ?? '').split(' '));
        index += phrase === undefined ? 1 : taken;
    }
    return found;
}

/**
 * How much two fields' names mean the same, from 0 (not) to 4 (letter by letter). A field may repeat the name of the entity that it stands
 * in: `CustomerEmail` of a `Customer` is its `Email`.
 */
export function nameLikeness(source: FieldName, target: FieldName): number {
    if (source.name === target.name) return 4;
    if (joined(source.name) === joined(target.name)) return 3;
    const [a, b] = [fieldWords(source.name), fieldWords(target.name)];
    if (a.join('') === b.join('')) return 2;
    return withoutEntity(a, source.entity) === withoutEntity(b, target.entity) ? 1 : 0;
}

export interface FieldName {
    readonly name: string;
    /** The name of the entity that the field stands in. */
    readonly entity: string;
}

function joined(name: string): string {
    return name.toLowerCase().replaceAll(/[^\p{L}\p{N}\p{M}]/gu, '');
}

function withoutEntity(words: readonly string[], entity: string): string {
    const prefix = fieldWords(entity);
    const starts = prefix.every((word, index) => words[index] === word) && words.length > prefix.length;
    return (starts ? words.slice(prefix.length) : words).join('');
}
