import { AstUtils, EmptyFileSystem, GrammarAST } from 'langium';
import { createCrmMapServices } from '../../language/module.ts';
import { closedLists } from '../../language/vocabulary.ts';
import type { Choices } from './choices.ts';
import { dates, gaps, numbers, oddNames, plainNames, texts } from './words.ts';

const { Grammar: grammar } = createCrmMapServices(EmptyFileSystem).language;
const rules = new Map(grammar.rules.map((rule) => [rule.name, rule]));
export const keywords = [
    ...new Set(
        grammar.rules
            .flatMap((rule) => AstUtils.streamAllContents(rule).filter(GrammarAST.isKeyword).toArray())
            .map(({ value }) => value)
            .filter((value) => /^\p{L}/u.test(value)),
    ),
];

/** The rules that write something, apart from what stands for broken text. */
export const parserRules = grammar.rules.filter(GrammarAST.isParserRule).filter(({ name }) => !name.startsWith('Unknown'));

export interface Manner {
    /** Whether names are ones that nobody could take for anything else, and values ones that make sense. */
    readonly plain: boolean;
    /** Whether what stands between words is as odd as it may be. */
    readonly oddGaps: boolean;
}

const deepest = 14;

/** Writes a text by walking the grammar: what it writes can be read, whatever the choices. */
export class Writer {
    private readonly choices: Choices;
    private readonly manner: Manner;
    private readonly words: string[] = [];

    constructor(choices: Choices, manner: Manner) {
        this.choices = choices;
        this.manner = manner;
    }

    /** A file with some declarations. */
    file(): string {
        const most = 1 + this.choices.below(this.manner.plain ? 12 : 30);
        for (let count = 0; count < most && (count === 0 || !this.choices.spent); count++) this.rule(this.choices.once(8) ? 'Import' : 'Element', 0);
        const mark = !this.manner.plain && this.choices.once(6) ? '\uFEFF' : '';
        return mark + this.words.join('');
    }

    /** What one rule may read, alone. */
    fragment(name: string): string {
        this.rule(name, 0);
        return this.words.join('');
    }

    private put(word: string): void {
        const gap = this.manner.oddGaps ? this.choices.of(gaps) : ' ';
        this.words.push(word, gap);
    }

    private rule(name: string, depth: number): void {
        const rule = rules.get(name);
        if (rule && GrammarAST.isParserRule(rule) && !['Name', 'Label', 'Path', 'Word', 'Literal', 'ValueUnit'].includes(name)) {
            if (['System', 'Flow', 'Field', 'Touchpoint', 'Entity'].includes(name)) this.words.push('\n');
            this.element(rule.definition, depth + 1);
        } else this.put(this.terminal(name));
    }

    private element(element: GrammarAST.AbstractElement, depth: number): void {
        const { cardinality } = element;
        const least = cardinality === undefined || cardinality === '+' ? 1 : 0;
        const room = depth > deepest || this.choices.spent ? 0 : cardinality === '?' ? this.choices.below(2) : cardinality ? this.choices.below(4) : 0;
        for (let count = 0; count < Math.max(least, room); count++) {
            if (cardinality === '*' && GrammarAST.isAlternatives(element)) this.words.push('\n');
            this.once(element, depth);
        }
    }

    private once(element: GrammarAST.AbstractElement, depth: number): void {
        if (GrammarAST.isGroup(element)) for (const part of element.elements) this.element(part, depth);
        else if (GrammarAST.isAlternatives(element)) this.element(this.alternative(element, depth), depth);
        else if (GrammarAST.isAssignment(element)) this.assigned(element, depth);
        else if (GrammarAST.isKeyword(element)) this.put(element.value);
        else if (GrammarAST.isRuleCall(element)) this.rule(element.rule.$refText, depth);
    }

    private alternative({ elements }: GrammarAST.Alternatives, depth: number): GrammarAST.AbstractElement {
        const known = elements.filter((part) => !(GrammarAST.isRuleCall(part) && part.rule.$refText.startsWith('Unknown')));
        const last = known.at(-1);
        const chosen = depth > deepest ? last : this.choices.of(known);
        if (!chosen) throw new Error('An alternative of the grammar is empty.');
        return chosen;
    }

    private assigned({ feature, terminal }: GrammarAST.Assignment, depth: number): void {
        const type = AstUtils.getContainerOfType(terminal, GrammarAST.isParserRule)?.name ?? '';
        const list = closedLists.find(([kind, property]) => property === feature && (kind === type || type.startsWith(kind)));
        const words = list ? Object.keys(list[2]) : [];
        const isOdd = this.choices.once(8) && !this.manner.plain;
        if (words.length > 0 && GrammarAST.isRuleCall(terminal) && terminal.rule.$refText !== 'ID' && !isOdd) this.put(this.choices.of(words) ?? 'x');
        else if (GrammarAST.isCrossReference(terminal)) this.put(this.path());
        else this.element(terminal, depth);
    }

    private path(): string {
        const parts = [this.name()];
        while (parts.length < 4 && this.choices.once(4)) parts.push(this.name());
        return parts.join('.');
    }

    private name(): string {
        if (this.manner.plain) return this.choices.of(plainNames);
        const kind = this.choices.below(3);
        return kind === 0 ? this.choices.of(plainNames) : kind === 1 ? this.choices.of(oddNames) : (this.choices.of(keywords) ?? 'x');
    }

    private terminal(name: string): string {
        const { plain } = this.manner;
        switch (name) {
            case 'STRING':
                return plain ? '"Some words"' : this.choices.of(texts);
            case 'NUMBER':
                return plain ? '2' : this.choices.of(numbers);
            case 'DATE':
                return plain ? '2026-09-30' : this.choices.of(dates);
            case 'CURRENCY':
                return this.choices.of(['EUR', 'XXX', 'USD']);
            case 'ValueUnit':
                return this.choices.of(['%', 'minutes', 'USD', 'points']);
            case 'Path':
                return this.path();
            case 'Literal':
                return this.choices.of(['"x"', '2', '2026-09-30', 'alpha']);
            case 'Word':
            case 'WORD':
                return plain
                    ? this.choices.of(plainNames)
                    : this.choices.of([...plainNames, 'day', 'percent', 'high', 'EUR', 'toString', '__proto__', ...keywords]);
            case 'ID':
                return this.choices.of(['fallback', 'dead-letter', 'replay', 'alpha']);
            default:
                return this.name();
        }
    }
}
