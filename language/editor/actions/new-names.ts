import { nearest } from '../../nearest.ts';
import { kindNames, quoted } from '../../names.ts';
import { isView } from '../../generated/ast.ts';
import { viewSubjects } from '../../view-subjects.ts';
import { type Fixer, here, referenceAt } from './mistake-place.ts';

const mostOffered = 6;

/** LNG010 and LNG011: names that would fit there; where they are few, all of them. */
export const nameAnother: Fixer = (place) => {
    const info = referenceAt(place);
    if (!info || place.data.write !== undefined) return [];
    const { container, property, reference } = info;
    const subjects = isView(container) && property === 'of' ? viewSubjects[container.kind ?? ''] : undefined;
    const names = place.services.references.ScopeProvider.getScope(info)
        .getAllElements()
        .filter(({ type }) => subjects?.includes(type) ?? true)
        .map(({ name, type }) => ({ name, what: kindNames[type] ?? 'thing' }))
        .toArray();
    const near = nearest(
        reference.$refText,
        names.map(({ name }) => name),
    );
    const offered = names.length <= mostOffered ? names : names.filter(({ name }) => name === near);
    return offered.map(({ name, what }) => ({
        title: `Write ${quoted(name)}, ${what === 'thing' ? 'which is there' : `a known ${what}`}`,
        preferred: name === near,
        edits: here(place, place.from, place.to, name),
    }));
};
