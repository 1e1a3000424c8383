import type { CrmModel } from '../../model/crm-model.ts';
import type { SourceRange } from '../../model/source-range.ts';
import { declaredPlaces, holds } from '../ignore/declared-places.ts';
import type { RuleFinding } from '../run-rules.ts';
import type { Fix } from './fix.ts';

/** Ways not to hear of a finding again: here, with a reason, and in this map. What is said of comments can only be turned off. */
export function silencingFixes({ code, place }: RuleFinding, model: CrmModel, root: string): Fix[] {
    const declaration = code.startsWith('IGN') ? undefined : innermost(place, declaredPlaces(model).get(place.file) ?? []);
    const here: Fix[] = declaration
        ? [{ title: `Ignore ${code} here, for a reason`, edits: [{ kind: 'above', to: declaration, line: `// crmmap-ignore ${code}: write the reason here` }] }]
        : [];
    const { source } = model.map;
    const off: Fix = {
        title: `Turn ${code} off for this map`,
        edits: [
            source
                ? { kind: 'setting', map: source, code, severity: 'off' }
                : { kind: 'declare', file: root, text: `map { rules { ${code} off } }`, after: 'imports' },
        ],
    };
    return [...here, off];
}

/** Of the declarations that hold a place, the last to begin. */
function innermost(place: SourceRange, declared: readonly SourceRange[]): SourceRange | undefined {
    return declared.findLast((declaration) => holds(declaration, place));
}
