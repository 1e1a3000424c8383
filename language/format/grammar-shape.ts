import { AstUtils, GrammarAST, GrammarUtils } from 'langium';

/** Where a column may begin, in a declaration on one line. */
export interface CellStart {
    /** The grammar rule of the declaration. */
    readonly rule: string;
    /** What stands there; lines keep their columns as long as they hold the same. */
    readonly sort: string;
    /** A repeated part begins a column each time, not only the first. */
    readonly each: boolean;
}

/** What the formatter knows of the grammar. Its elements are those that syntax trees name as their source. */
export interface GrammarShape {
    /** What may begin a declaration of the file, or a property or a declaration in a body. */
    readonly items: ReadonlySet<GrammarAST.AbstractElement>;
    readonly cells: ReadonlyMap<GrammarAST.AbstractElement, CellStart>;
    /** Signs that have no space in front. */
    readonly glued: ReadonlySet<GrammarAST.AbstractElement>;
    /** The name of the property that an element fills, or the element's own word. */
    sortOf(element: GrammarAST.AbstractElement): string;
}

/** Arrows, and the colon of a field, begin a column. */
const columnSigns = new Set(['->', '<-', '<->', ':']);
const alwaysGlued = new Set([',', '.', ')', '%']);

/** Reads from the grammar what the formatter needs, so that new properties and declarations are formatted as the old ones. */
export function shapeOf(grammar: GrammarAST.Grammar): GrammarShape {
    const items = new Set<GrammarAST.AbstractElement>();
    const cells = new Map<GrammarAST.AbstractElement, CellStart>();
    const glued = new Set<GrammarAST.AbstractElement>();
    for (const rule of grammar.rules.filter(GrammarAST.isParserRule)) {
        if (rule.entry) addAll(items, firstsOf(rule.definition));
        const all = [rule.definition, ...AstUtils.streamAllContents(rule.definition)];
        if (!GrammarUtils.isDataTypeRule(rule)) for (const group of all.filter(GrammarAST.isGroup)) addAll(items, itemsOf(group));
        for (const keyword of all.filter(GrammarAST.isKeyword)) if (isGlued(keyword, rule)) glued.add(keyword);
        if (GrammarAST.isGroup(rule.definition)) for (const [element, cell] of cellsOf(rule.name, rule.definition)) cells.set(element, cell);
    }
    const sorts = new Map<GrammarAST.AbstractElement, string>();
    const known = (element: GrammarAST.AbstractElement): string => {
        const sort = sorts.get(element) ?? sortOf(element);
        sorts.set(element, sort);
        return sort;
    };
    return { items, cells, glued, sortOf: known };
}

/** What may begin a part of a body: `{ … }` around a loop. */
function itemsOf({ elements }: GrammarAST.Group): GrammarAST.AbstractElement[] {
    return elements.flatMap((element, index) => {
        const before = elements[index - 1];
        return before && GrammarAST.isKeyword(before) && before.value === '{' && isRepeated(element) ? firstsOf(element) : [];
    });
}

/** Columns begin at what may be left out, at what follows that, and at arrows. */
function cellsOf(rule: string, { elements }: GrammarAST.Group): [GrammarAST.AbstractElement, CellStart][] {
    let afterOptional = false;
    return elements.flatMap((element, index) => {
        const firsts = firstsOf(element);
        // More of a list belongs to the list.
        if (firsts.some((first) => GrammarAST.isKeyword(first) && first.value === ',')) return [];
        const optional = isOptional(element);
        const sign = firsts.some((first) => GrammarAST.isKeyword(first) && columnSigns.has(first.value));
        const begins = index > 0 && (optional || afterOptional || sign);
        afterOptional = optional;
        const each = isRepeated(element) && !GrammarAST.isAssignment(element);
        return begins ? firsts.map((first): [GrammarAST.AbstractElement, CellStart] => [first, { rule, sort: sortOf(first), each }]) : [];
    });
}

function sortOf(element: GrammarAST.AbstractElement): string {
    const assignment = AstUtils.getContainerOfType(element, GrammarAST.isAssignment);
    if (assignment) return `=${assignment.feature}`;
    return GrammarAST.isKeyword(element) ? element.value : '';
}

function isGlued(keyword: GrammarAST.Keyword, rule: GrammarAST.ParserRule): boolean {
    const group = keyword.$container;
    if (keyword.value === ':') return group !== rule.definition;
    // What follows a name may be left out, as in `text(80)`; what groups may not.
    if (keyword.value === '(') return GrammarAST.isGroup(group) && isOptional(group);
    return alwaysGlued.has(keyword.value);
}

/** The keywords and calls of rules that an element may begin with, as syntax trees name them. */
function firstsOf(element: GrammarAST.AbstractElement): GrammarAST.AbstractElement[] {
    if (GrammarAST.isAlternatives(element)) return element.elements.flatMap(firstsOf);
    if (GrammarAST.isAssignment(element)) return firstsOf(element.terminal);
    if (GrammarAST.isCrossReference(element)) return element.terminal ? firstsOf(element.terminal) : [];
    if (GrammarAST.isRuleCall(element)) {
        const called = element.rule.ref;
        return GrammarAST.isParserRule(called) && called.fragment ? firstsOf(called.definition) : [element];
    }
    if (!GrammarAST.isGroup(element)) return GrammarAST.isKeyword(element) ? [element] : [];
    const firsts: GrammarAST.AbstractElement[] = [];
    for (const part of element.elements) {
        firsts.push(...firstsOf(part));
        if (!GrammarAST.isAction(part) && !isOptional(part)) break;
    }
    return firsts;
}

function isOptional({ cardinality }: GrammarAST.AbstractElement): boolean {
    return cardinality === '?' || cardinality === '*';
}

function isRepeated({ cardinality }: GrammarAST.AbstractElement): boolean {
    return cardinality === '*' || cardinality === '+';
}

function addAll<T>(set: Set<T>, items: readonly T[]): void {
    for (const item of items) set.add(item);
}
