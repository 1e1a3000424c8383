import { titleOf } from '../../diagram/landscape/card-content.ts';
import type { CrmModel, Entity, Field, System, View } from '../../model/crm-model.ts';
import { accessible, fileOf, frontMatter, leftOut } from './head.ts';
import { quoted, SafeIds } from './text.ts';

/**
 * The entities of a system as a Mermaid entity relationship diagram: fields with type, keys (PK, UK, FK for a reference) and what is known
 * of them as a comment; each reference is a line. Entities of other systems that are referred to stand without fields. A view that names no
 * system shows all; undefined where the system is missing.
 */
export function erOf(model: CrmModel, view: View): string | undefined {
    const system = view.of === undefined ? undefined : model.systems.find(({ id }) => id === view.of?.id);
    if (view.of !== undefined && system === undefined) return undefined;
    const entities = (system ? [system] : model.systems).flatMap((one) => one.entities);
    const own = new Set(entities.map(({ id }) => id));
    const all = model.systems.flatMap((one) => one.entities);
    const references = entities.flatMap(referencesOf).filter(({ target }) => all.some(({ id }) => id === target));
    const foreign = all.filter(({ id }) => !own.has(id) && references.some(({ target }) => target === id));
    const ids = new SafeIds('e');
    for (const { id } of all) ids.idOf(id);
    const title = view.title ?? (system ? `Data of ${system.title}` : 'Data');
    const inSystem = (entity: Entity): string =>
        system && entity.system === system.id ? entity.title : `${entity.title} (${titleOf(model.systems, entity.system)})`;
    return fileOf([
        ...frontMatter(`${model.map.title} · ${title}`),
        ...leftOut([
            ['purpose, lawful basis and retention', entities.some(({ purpose, basis, retention }) => (purpose ?? basis ?? retention) !== undefined)],
            ['matching', entities.some(({ match }) => match.length > 0)],
            ['volumes', entities.some(({ volume }) => volume !== undefined)],
            ['the same things in other systems', entities.some(({ sameAs }) => sameAs.length > 0)],
        ]),
        'erDiagram',
        ...accessible(title, describe(system, entities, references.length)),
        ...entities.flatMap((entity) => entityLines(`${ids.idOf(entity.id)}[${quoted(inSystem(entity))}]`, entity)),
        ...foreign.map((entity) => `    ${ids.idOf(entity.id)}[${quoted(inSystem(entity))}]`),
        ...references.map(({ field, target }) => {
            const [many, one] = [field.unique || field.key ? '|o' : '}o', field.required || field.key ? '||' : 'o|'];
            return `    ${ids.idOf(field.entity)} ${many}--${one} ${ids.idOf(target)} : ${quoted(field.title)}`;
        }),
    ]);
}

function referencesOf(entity: Entity): { readonly field: Field; readonly target: string }[] {
    return entity.fields.flatMap((field) => (field.type.target === undefined ? [] : [{ field, target: field.type.target }]));
}

function describe(system: System | undefined, entities: readonly Entity[], references: number): string {
    const fields = entities.reduce((sum, entity) => sum + entity.fields.length, 0);
    return `Data${system ? ` of ${system.title}` : ''}; entities ${entities.length}, fields ${fields}, references ${references}`;
}

function entityLines(head: string, entity: Entity): string[] {
    if (entity.fields.length === 0) return [`    ${head}`];
    return [`    ${head} {`, ...entity.fields.map((field) => `        ${fieldLine(field)}`), '    }'];
}

function fieldLine(field: Field): string {
    const { key, unique, type } = field;
    const keys = [...(key ? ['PK'] : []), ...(type.target === undefined ? [] : ['FK']), ...(unique && !key ? ['UK'] : [])].join(', ');
    const words = commentOf(field);
    return [typeWord(field), fieldWord(field.name), ...(keys === '' ? [] : [keys]), ...(words === '' ? [] : [quoted(words)])].join(' ');
}

/** `text(80)`. Two numbers do not fit in a word of Mermaid; they stand in the comment. */
function typeWord({ type }: Field): string {
    const [length, ...more] = type.numbers;
    const name = fieldWord(type.name);
    return length === undefined || more.length > 0 || !Number.isInteger(length) || length < 0 ? name : `${name}(${length})`;
}

/** A word of Mermaid for a name: its letters and digits. `PK`, `FK` and `UK` would be keys. */
function fieldWord(name: string): string {
    const word = [...name]
        .map((character) => (/^[A-Za-z0-9_]$|^(?!\uFB02)[\u00C0-\uD7FF\uF900-\uFFFF]$/.test(character) && /[\p{L}\p{N}_]/u.test(character) ? character : '_'))
        .join('');
    return /^(?:[PFU]K(?![A-Za-z0-9_])|[0-9])/i.test(word) || word === '' ? `_${word}` : word;
}

function commentOf({ name, title, type, required, readonly, formula, encrypted, personal, sensitive, deprecated, format }: Field): string {
    const flags = Object.entries({ required, readonly, formula, encrypted, personal, sensitive, deprecated }).flatMap(([word, holds]) => (holds ? [word] : []));
    const numbers = type.numbers.length > 1 ? [`${type.name}(${type.numbers.join(', ')})`] : [];
    const called = title !== name ? [title] : fieldWord(name) !== name ? [name] : [];
    return [...called, ...numbers, ...(type.values.length > 0 ? [type.values.join(' / ')] : []), ...flags, ...(format === undefined ? [] : [format])].join(
        ' · ',
    );
}
