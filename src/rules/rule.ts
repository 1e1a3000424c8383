import type { SourceRange } from '../model/source-range.ts';
import type { Fix } from './fixes/fix.ts';
import type { RuleContext } from './rule-context.ts';

export type Severity = 'error' | 'warning' | 'info';

/** A thing of the text, or one of its properties. */
export interface Spot {
    /** The whole declaration. */
    readonly source: SourceRange;
    /** Its name; where it is absent, the whole declaration is marked. */
    readonly nameSource?: SourceRange;
    /** The word that announces the property that is meant. */
    readonly property?: string;
}

/** What a rule finds; code and severity are the rule's. */
export interface Found {
    readonly message: string;
    readonly at: Spot;
    readonly related?: readonly { readonly message: string; readonly at: Spot }[];
    /** Ways out, the most likely one first; looked for only when somebody asks. */
    readonly fixes?: () => readonly Fix[];
}

/** One rule: what it looks for, and what its page says. */
export interface Rule {
    readonly code: string;
    /** Where nothing else is configured. */
    readonly severity: Severity;
    /** Whether what it finds depends on the day. */
    readonly dated?: true;
    /** What is wrong, in a few words. */
    readonly title: string;
    /** Why that matters, and what to do, in a few sentences. */
    readonly why: string;
    /** A map that the rule finds fault with; `«` and `»` stand around what is marked. */
    readonly wrong: string;
    /** The same map, mended. */
    readonly right: string;
    /** Finds each place once; reads the context, and changes nothing. */
    readonly find: (context: RuleContext) => Iterable<Found>;
}
