import { GrammarAST, type Grammar } from 'langium';

/** Values whose own syntax is told once, in the chapter on values; all others are told where they stand. */
const toldApart: Readonly<Record<string, string>> = {
    Duration: 'DURATION',
    Money: 'MONEY',
    Volume: 'VOLUME',
    Selector: 'SELECTOR',
    FieldType: 'TYPE',
    RuleSetting: 'RULE SEVERITY',
};

const terminals: Readonly<Record<string, string>> = {
    STRING: '"…"',
    NUMBER: 'N',
    DATE: 'DATE',
    CURRENCY: 'CURRENCY',
    ID: 'WORD',
    Word: 'WORD',
    Name: 'NAME',
    Label: 'NAME',
    Path: 'PATH',
    Literal: 'VALUE',
    ValueUnit: 'UNIT',
};

/** One property of a declaration, as its grammar has it. */
export interface Property {
    /** The word that it begins with. */
    readonly word: string;
    /** `owner TEAM`, `tags NAME, …`. */
    readonly syntax: string;
    /** The features of the tree that it fills. */
    readonly features: readonly string[];
}

/** What a declaration is made of. */
export interface Shape {
    /** What stands before the body, the body as `{ … }`. */
    readonly head: string;
    readonly properties: readonly Property[];
    /** Types of the declarations that it holds. */
    readonly holds: readonly string[];
    /** Whether it takes what every declaration takes, and what lives and dies. */
    readonly isCommon: boolean;
    readonly lives: boolean;
}

/** The shape of a rule that declares something. */
export function shapeOf(grammar: Grammar, type: string): Shape {
    const rule = ruleOf(grammar, type);
    const holds = new Set<string>();
    const fragments = new Set<string>();
    const properties: Property[] = [];
    for (const part of bodyParts(rule.definition, fragments)) {
        const held = heldType(part);
        if (held === undefined) properties.push(propertyOf(part));
        else holds.add(held);
    }
    return { head: headOf(rule.definition), properties, holds: [...holds], isCommon: fragments.has('Common'), lives: fragments.has('Life') };
}

/** The properties of a fragment, such as what every declaration takes. */
export function fragmentProperties(grammar: Grammar, name: string): Property[] {
    const parts = alternativesOf(ruleOf(grammar, name).definition, new Set());
    return parts.map(propertyOf);
}

function propertyOf(part: GrammarAST.AbstractElement): Property {
    return { word: firstWord(part), syntax: bareSyntax(part), features: featuresOf(part) };
}

/** The syntax of a value such as a duration. */
export function valueSyntax(grammar: Grammar, type: string): string {
    return syntaxOf(ruleOf(grammar, type).definition);
}

/** Types that a text declares: rules whose name a reference can have. */
export function ruleOf(grammar: Grammar, name: string): GrammarAST.ParserRule {
    const rule = grammar.rules.find((candidate) => candidate.name === name);
    if (!GrammarAST.isParserRule(rule)) throw new Error(`The grammar has no rule ${name}.`);
    return rule;
}

const declaring = new Set([
    'Entity',
    'Field',
    'Mapping',
    'LifecycleStage',
    'Activity',
    'JourneyStage',
    'Way',
    'Touchpoint',
    'Pain',
    'Opportunity',
    'Evidence',
    'RuleSetting',
]);

function heldType(part: GrammarAST.AbstractElement): string | undefined {
    if (!GrammarAST.isAssignment(part) || !GrammarAST.isRuleCall(part.terminal)) return undefined;
    const name = part.terminal.rule.ref?.name;
    return name !== undefined && declaring.has(name) ? name : undefined;
}

/** What stands between the braces, each alternative once; without braces, what may follow the title. */
function bodyParts(definition: GrammarAST.AbstractElement, fragments: Set<string>): GrammarAST.AbstractElement[] {
    const found: GrammarAST.AbstractElement[] = [];
    const visit = (element: GrammarAST.AbstractElement): void => {
        if (!GrammarAST.isGroup(element)) return;
        const brace = element.elements.findIndex((part) => GrammarAST.isKeyword(part) && part.value === '{');
        if (brace >= 0) found.push(...element.elements.slice(brace + 1, -1).flatMap((part) => alternativesOf(part, fragments)));
        else for (const part of element.elements) visit(part);
    };
    visit(definition);
    return found;
}

function alternativesOf(element: GrammarAST.AbstractElement, fragments: Set<string>): GrammarAST.AbstractElement[] {
    if (GrammarAST.isAlternatives(element)) return element.elements.flatMap((part) => alternativesOf(part, fragments));
    const fragment = GrammarAST.isRuleCall(element) ? element.rule.ref : undefined;
    if (!GrammarAST.isParserRule(fragment) || !fragment.fragment) return [element];
    fragments.add(fragment.name);
    return fragment.name === 'Common' || fragment.name === 'Life' ? [] : alternativesOf(fragment.definition, fragments);
}

function headOf(definition: GrammarAST.AbstractElement): string {
    const parts = GrammarAST.isGroup(definition) ? definition.elements : [definition];
    return parts.map((part) => (opensBody(part) ? '{ … }' : syntaxOf(part))).join(' ');
}

function opensBody(element: GrammarAST.AbstractElement): boolean {
    return GrammarAST.isGroup(element) && GrammarAST.isKeyword(element.elements[0]) && element.elements[0].value === '{';
}

/** An element of the grammar as people write syntax: `[ ]` may be left out, `|` one of, `…` again. */
function syntaxOf(element: GrammarAST.AbstractElement): string {
    const bare = bareSyntax(element);
    const isOne = !/[ |]/.test(bare) || /^\[.*\]$/.test(bare);
    switch (element.cardinality) {
        case '?':
            return `[${bare}]`;
        case '*':
            return `[${bare}]…`;
        case '+':
            return isOne ? `${bare}…` : `(${bare})…`;
        default:
            return isChoice(element) ? `(${bare})` : bare;
    }
}

/** Whether an element is one of several, wherever the grammar writes them. */
function isChoice(element: GrammarAST.AbstractElement): boolean {
    if (GrammarAST.isAlternatives(element)) return true;
    if (GrammarAST.isAssignment(element)) return isChoice(element.terminal);
    const rule = GrammarAST.isRuleCall(element) ? element.rule.ref : undefined;
    return GrammarAST.isParserRule(rule) && terminals[rule.name] === undefined && toldApart[rule.name] === undefined && isChoice(rule.definition);
}

function bareSyntax(element: GrammarAST.AbstractElement): string {
    if (GrammarAST.isKeyword(element)) return element.value;
    if (GrammarAST.isAlternatives(element)) return element.elements.map(inner).join(' | ');
    if (GrammarAST.isGroup(element)) return groupSyntax(element);
    if (GrammarAST.isAssignment(element)) return inner(element.terminal);
    if (GrammarAST.isCrossReference(element)) return referenceSyntax(element);
    if (GrammarAST.isRuleCall(element)) return callSyntax(element);
    return '';
}

/** A part of what has brackets already. */
function inner(element: GrammarAST.AbstractElement): string {
    return element.cardinality === undefined ? bareSyntax(element) : syntaxOf(element);
}

function groupSyntax(group: GrammarAST.Group): string {
    return group.elements
        .map((part) => (isRepetition(part) ? ', …' : syntaxOf(part)))
        .filter((text) => text !== '')
        .join(' ')
        .replaceAll(' , …', ', …')
        .replaceAll(/ ?([.():]) ?(?=[.():)]|$)/g, '$1');
}

/** The rest of a list: a comma, and the same again. */
function isRepetition(element: GrammarAST.AbstractElement): boolean {
    return GrammarAST.isGroup(element) && element.cardinality === '*' && GrammarAST.isKeyword(element.elements[0]) && element.elements[0].value === ',';
}

function referenceSyntax({ type }: GrammarAST.CrossReference): string {
    const target = type.ref;
    if (!GrammarAST.isParserRule(target)) return 'NAME';
    const parts = GrammarAST.isAlternatives(target.definition) ? target.definition.elements : [];
    const names = parts.flatMap((part) => (GrammarAST.isRuleCall(part) ? (part.rule.ref?.name ?? []) : []));
    return names.length > 0 && names.length < 4 ? names.map(upper).join('|') : upper(target.name);
}

function callSyntax({ rule }: GrammarAST.RuleCall): string {
    const target = rule.ref;
    if (!target) return '';
    const known = terminals[target.name] ?? toldApart[target.name];
    if (known !== undefined) return known;
    return GrammarAST.isParserRule(target) ? inner(target.definition) : target.name;
}

/** `LifecycleStage` → `STAGE`, `FlowEnd` → `FLOW-END`. */
function upper(type: string): string {
    return type
        .replace(/^(?:Lifecycle|Journey)(?=Stage)/, '')
        .replaceAll(/(?<=[a-z])(?=[A-Z])/g, '-')
        .toUpperCase();
}

function firstWord(element: GrammarAST.AbstractElement): string {
    if (GrammarAST.isKeyword(element)) return element.value;
    if (GrammarAST.isGroup(element) || GrammarAST.isAlternatives(element)) return element.elements[0] ? firstWord(element.elements[0]) : '';
    if (GrammarAST.isRuleCall(element)) return GrammarAST.isParserRule(element.rule.ref) ? firstWord(element.rule.ref.definition) : '';
    return GrammarAST.isAssignment(element) ? firstWord(element.terminal) : '';
}

function featuresOf(element: GrammarAST.AbstractElement): string[] {
    if (GrammarAST.isAssignment(element)) return [element.feature];
    return GrammarAST.isGroup(element) || GrammarAST.isAlternatives(element) ? [...new Set(element.elements.flatMap(featuresOf))] : [];
}
