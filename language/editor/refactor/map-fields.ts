import type { CodeAction } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.ts';
import { pathSegment } from '../../names.ts';
import { isLonger, typeFits, valuesWithoutPartner } from '../../type-fit.ts';
import { appendToBody } from './bodies.ts';
import { nameLikeness } from './field-names.ts';
import { action, flowAt, type RefactorContext } from './refactoring.ts';

/** An entity at one end of a flow, and how a `map` line of the flow begins the path of its fields. */
export interface End {
    readonly entity: ast.Entity;
    readonly prefix: string;
}

export interface Pair {
    readonly source: ast.Field;
    readonly target: ast.Field;
    readonly values: readonly { readonly source: string; readonly target: string }[];
}

const shownFields = 3;

/** Writes a `map` line for each field of a flow's target that nothing fills yet, and that a field of its source fits by name and type. */
export function mapFields(context: RefactorContext): CodeAction[] {
    const flow = flowAt(context);
    const ends = flow && endsOf(flow);
    if (!flow || !ends) return [];
    const pairs = pairsOf(flow, ends.source.entity, ends.target.entity);
    if (pairs.length === 0) return [];
    return action(context, `Map the fields that fit: ${listed(pairs)}`, 'refactor.rewrite.map', appendToBody(context.source, flow, linesOf(pairs, ends)));
}

/** The targets of some pairs, in words. */
export function listed(pairs: readonly Pair[]): string {
    const names = pairs.map(({ target }) => target.name);
    const shown = names.length > shownFields + 1 ? [...names.slice(0, shownFields), `${names.length - shownFields} more`] : names;
    return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : (shown[0] ?? '');
}

/** `map` lines whose arrows stand below each other. */
export function linesOf(pairs: readonly Pair[], { source, target }: { readonly source: End; readonly target: End }): string[] {
    const starts = pairs.map((pair) => source.prefix + pathSegment(pair.source.name));
    const width = Math.max(...starts.map((start) => start.length));
    return pairs.map((pair, index) => {
        const values = pair.values.map((value) => `${JSON.stringify(value.source)} -> ${JSON.stringify(value.target)}`).join(', ');
        return `map ${(starts[index] ?? '').padEnd(width)} -> ${target.prefix}${pathSegment(pair.target.name)}${values === '' ? '' : ` values ${values}`}`;
    });
}

/** Where a flow's data comes from and goes to, as entities; undefined where a system holds several and none is meant alone. */
function endsOf(flow: ast.Flow): { readonly source: End; readonly target: End } | undefined {
    const [from, to] = flow.arrow === '<-' ? [flow.to?.ref, flow.from?.ref] : [flow.from?.ref, flow.to?.ref];
    const source = from && endOf(from, to);
    const target = to && endOf(to, from);
    return source && target && source.entity !== target.entity ? { source, target } : undefined;
}

function endOf(end: ast.FlowEnd, other: ast.FlowEnd | undefined): End | undefined {
    if (ast.isEntity(end)) return { entity: end, prefix: '' };
    const [only, ...more] = ast.isEntity(other) ? partnersOf(end, other) : end.entities;
    return only && more.length === 0 && only.name ? { entity: only, prefix: `${pathSegment(only.name)}.` } : undefined;
}

/** The entities of a system that are the same as another one, or called the same; if none is, all of them. */
function partnersOf(system: ast.System, other: ast.Entity): readonly ast.Entity[] {
    const same = system.entities.filter((entity) => entity.sameAs.some(({ ref }) => ref === other) || other.sameAs.some(({ ref }) => ref === entity));
    if (same.length > 0) return same;
    const called = system.entities.filter(({ name }) => name && other.name && name.toLowerCase() === other.name.toLowerCase());
    return called.length > 0 ? called : system.entities;
}

/**
 * The pairs of fields that fit, in the order of the target's fields: each target at most once, and each source. Where several sources
 * would do, the one whose name is most like the target's is taken.
 */
export function pairsOf(flow: Pick<ast.Flow, 'arrow' | 'mappings'>, source: ast.Entity, target: ast.Entity): Pair[] {
    const filled = new Set(flow.mappings.map((mapping) => mapping.target?.ref));
    const used = new Set(flow.mappings.flatMap(({ sources }) => sources.map(({ ref }) => ref)));
    const twoWay = flow.arrow === '<->';
    const candidates = target.fields.flatMap((to, row) =>
        source.fields.flatMap((from) => {
            const likeness = nameLikeness({ name: from.name, entity: source.name }, { name: to.name, entity: target.name });
            const values = likeness > 0 && !filled.has(to) && !(twoWay && used.has(from)) && isFillable(to) ? valuesThatFit(from, to) : undefined;
            const back = twoWay && values && (!isFillable(from) || valuesThatFit(to, from) === undefined);
            return values && !back ? [{ likeness, row, pair: { source: from, target: to, values } }] : [];
        }),
    );
    const pairs: typeof candidates = [];
    for (const candidate of candidates.sort((a, b) => b.likeness - a.likeness || a.row - b.row)) {
        if (!pairs.some(({ pair }) => pair.source === candidate.pair.source || pair.target === candidate.pair.target)) pairs.push(candidate);
    }
    return pairs.sort((a, b) => a.row - b.row).map(({ pair }) => pair);
}

/** A field that data can be written into. A key that is called `Id` alone is each system's own. */
function isFillable(field: ast.Field): boolean {
    const marks: readonly string[] = field.modifiers.map(({ name }) => name);
    const own = marks.includes('key') && field.name.toLowerCase() === 'id';
    return !own && !['readonly', 'formula', 'deprecated'].some((mark) => marks.includes(mark));
}

/** How the values of a source become those of a target that it fits without a transform; undefined where it does not fit. */
function valuesThatFit({ name, type: from, modifiers }: ast.Field, to: ast.Field): Pair['values'] | undefined {
    if (!name || !to.name || !from || !to.type || !typeFits(from, to.type) || isLonger(from, to.type)) return undefined;
    const formats = [modifiers, to.modifiers].map((all) => all.find((modifier) => modifier.name === 'format')?.value);
    if (formats.every((format) => format !== undefined) && formats[0] !== formats[1]) return undefined;
    const alike = (a: string, b: string): boolean => a.toLowerCase().replaceAll(/[\s_-]/g, '') === b.toLowerCase().replaceAll(/[\s_-]/g, '');
    const lost = valuesWithoutPartner(from, to.type, []);
    const values = lost.flatMap((source) => (to.type.values.filter((target) => alike(source, target)) ?? []).slice(0, 1).map((target) => ({ source, target })));
    return values.length === lost.length ? values : undefined;
}
