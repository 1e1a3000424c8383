import type { Rule } from '../rule.ts';

const nothing = (): [] => [];

/** What is said of comments that silence rules, and of settings; the engine finds it (`ignore-comments.ts`, `severities.ts`). */
export const noReason: Rule = {
    code: 'IGN001',
    severity: 'warning',
    title: 'A comment silences a rule without a reason',
    why: 'Whoever reads the map next cannot tell a decision from an oversight. Write the reason behind a colon: `// crmmap-ignore SYS002: bought last week, its team begins in May`.',
    wrong: `team it
system crm { owner it }
«// crmmap-ignore SYS002»
system shop
shop -> crm`,
    right: `team it
system crm { owner it }
// crmmap-ignore SYS002: bought last week, its team begins in May
system shop
shop -> crm`,
    find: nothing,
};

export const silencesNothing: Rule = {
    code: 'IGN002',
    severity: 'warning',
    title: 'A comment silences a rule that finds nothing',
    why: 'What was wrong has been mended, or the comment stands before another declaration than was meant. It silences the declaration that follows it, and all that that holds. Remove it, or move it.',
    wrong: `team it
«// crmmap-ignore SYS002: its team begins in May»
system crm { owner it }
system shop { owner it }
shop -> crm`,
    right: `team it
system crm { owner it }
system shop { owner it }
shop -> crm`,
    find: nothing,
};

export const unknownRule: Rule = {
    code: 'IGN003',
    severity: 'warning',
    title: 'A comment or a setting names a rule that is not there',
    why: 'It does nothing. The codes of all rules stand on this page. Errors of the language itself (LNG…) cannot be silenced.',
    wrong: `team it
system crm { owner it }
«// crmmap-ignore SYS020: its team begins in May»
system shop { owner it }
shop -> crm`,
    right: `team it
system crm { owner it }
system shop { owner it }
shop -> crm`,
    find: nothing,
};

export const ignoreRules: readonly Rule[] = [noReason, silencesNothing, unknownRule];
