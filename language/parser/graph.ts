import { GrammarAST, GrammarUtils } from 'langium';

/**
 * The grammar as a graph that the parser walks: each state reads a token, calls a rule, or chooses among states.
 * Fragments and data rules are rules like others; what they build differs.
 */
export type State = TokenState | CallState | ActionState | ChoiceState | EndState;

export interface TokenState {
    readonly kind: 'token';
    readonly type: string;
    readonly element: GrammarAST.AbstractElement;
    readonly target?: Target;
    readonly rule: Rule;
    readonly next: State;
}

export interface CallState {
    readonly kind: 'call';
    readonly called: Rule;
    readonly element: GrammarAST.AbstractElement;
    readonly target?: Target;
    readonly rule: Rule;
    readonly next: State;
}

export interface ActionState {
    readonly kind: 'action';
    readonly action: GrammarAST.Action;
    readonly type: string;
    readonly rule: Rule;
    readonly next: State;
}

export interface ChoiceState {
    readonly kind: 'choice';
    /** The first that fits is taken; the last of an optional part or a loop is what follows it. */
    readonly choices: State[];
    /** A loop between braces, or that of the whole file: where the parser takes up again after a mistake. */
    readonly body: boolean;
    readonly rule: Rule;
}

export interface EndState {
    readonly kind: 'end';
    readonly rule: Rule;
}

/** Where a value goes. */
export interface Target {
    readonly feature: string;
    readonly operator: '=' | '+=' | '?=';
    readonly reference: boolean;
}

export interface Rule {
    readonly name: string;
    readonly builds: 'node' | 'data' | 'fragment';
    /** Type of the syntax tree's node; empty for fragments. */
    readonly type: string;
    start: State;
}

export interface GrammarGraph {
    readonly entry: Rule;
    readonly rules: ReadonlyMap<string, Rule>;
}

/** Makes the graph of a grammar. Infix rules, unordered groups, parameters and guards are not supported. */
export function graphOf(grammar: GrammarAST.Grammar): GrammarGraph {
    const sources = grammar.rules.filter(GrammarAST.isParserRule);
    const rules = new Map(sources.map((source) => [source.name, emptyRule(source)]));
    for (const source of sources) {
        const rule = rules.get(source.name);
        if (rule) rule.start = new RuleCompiler(rule, rules, source.entry).compile(source.definition, { kind: 'end', rule });
    }
    const entry = rules.get(sources.find((source) => source.entry)?.name ?? '');
    if (!entry) throw new Error('The grammar has no entry rule.');
    return { entry, rules };
}

function emptyRule(source: GrammarAST.ParserRule): Rule {
    const builds = source.fragment ? 'fragment' : GrammarUtils.isDataTypeRule(source) ? 'data' : 'node';
    const rule: Partial<Rule> = { name: source.name, builds, type: builds === 'node' ? GrammarUtils.getTypeName(source) : '' };
    rule.start = { kind: 'end', rule: rule as Rule };
    return rule as Rule;
}

class RuleCompiler {
    private readonly rule: Rule;
    private readonly rules: ReadonlyMap<string, Rule>;
    private readonly entry: boolean;

    constructor(rule: Rule, rules: ReadonlyMap<string, Rule>, entry: boolean) {
        this.rule = rule;
        this.rules = rules;
        this.entry = entry;
    }

    /** The state that reads an element as often as its cardinality says, and then goes on. */
    compile(element: GrammarAST.AbstractElement, next: State, target?: Target): State {
        const { rule } = this;
        switch (element.cardinality) {
            case undefined:
                return this.once(element, next, target);
            case '?':
                return { kind: 'choice', rule, body: false, choices: [this.once(element, next, target), next] };
            default: {
                const body = this.entry || (next.kind === 'token' && next.type === '}');
                const loop: ChoiceState = { kind: 'choice', rule, body, choices: [] };
                const first = this.once(element, loop, target);
                loop.choices.push(first, next);
                return element.cardinality === '+' ? first : loop;
            }
        }
    }

    private once(element: GrammarAST.AbstractElement, next: State, target?: Target): State {
        const { rule } = this;
        if (GrammarAST.isGroup(element)) return element.elements.reduceRight<State>((after, part) => this.compile(part, after), next);
        if (GrammarAST.isAlternatives(element))
            return { kind: 'choice', rule, body: false, choices: element.elements.map((part) => this.compile(part, next, target)) };
        if (GrammarAST.isAssignment(element)) {
            const { feature, operator, terminal } = element;
            return this.compile(terminal, next, { feature, operator, reference: GrammarAST.isCrossReference(terminal) });
        }
        if (GrammarAST.isCrossReference(element) && element.terminal) return this.once(element.terminal, next, target);
        if (GrammarAST.isAction(element)) return { kind: 'action', action: element, type: GrammarUtils.getActionType(element) ?? '', rule, next };
        if (GrammarAST.isKeyword(element)) return { kind: 'token', type: element.value, element, target, rule, next };
        if (GrammarAST.isRuleCall(element)) {
            const name = element.rule.$refText;
            const called = this.rules.get(name);
            return called ? { kind: 'call', called, element, target, rule, next } : { kind: 'token', type: name, element, target, rule, next };
        }
        throw new Error(`The grammar uses ${element.$type}, which the parser does not know.`);
    }
}
