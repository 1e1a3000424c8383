import type { LangiumDocument } from 'langium';
import type { CodeActionProvider } from 'langium/lsp';
import type { CodeAction, CodeActionParams, Diagnostic, Range } from 'vscode-languageserver-protocol';
import type { CrmMapLspServices } from '../editor-services.ts';
import { refactoringsAt } from '../refactor/registry.ts';
import { mistakesOf } from './mistakes.ts';
import type { Problem, ProblemSource, QuickFix } from './problem.ts';
import { together } from './together.ts';
import { workspaceEdit } from './workspace-edit.ts';

/** The kind of action that mends all that can be mended unasked. */
export const fixAllKind = 'source.fixAll.crmmap';
const quickFixKind = 'quickfix';

/** Other actions than those that mend: what may be done at a place. */
type ActionSource = (services: CrmMapLspServices, document: LangiumDocument, range: Range) => readonly CodeAction[];

/** Where actions come from. A new source is its line here. */
const otherSources: readonly ActionSource[] = [refactoringsAt];

/**
 * Offers ways out of what is wrong, and refactorings. What an editor shows may be older than the text: only what is wrong in the text
 * as it is now gets a way out, and every edit is made for that text.
 */
export class CrmMapCodeActions implements CodeActionProvider {
    private readonly services: CrmMapLspServices;
    private readonly sources: readonly ProblemSource[];

    /** @param more finds what a later room knows to be wrong, as rules do */
    constructor(services: CrmMapLspServices, ...more: readonly ProblemSource[]) {
        this.services = services;
        this.sources = [mistakesOf(services), ...more];
    }

    getCodeActions(document: LangiumDocument, { context, range }: CodeActionParams): CodeAction[] {
        if (!isCurrent(document)) return [];
        const isWanted = (kind: string): boolean =>
            context.only === undefined || context.only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`));
        const wantsAll = context.only !== undefined && isWanted(fixAllKind);
        const wantsFixes = isWanted(quickFixKind) && context.diagnostics.length > 0;
        const problems = wantsAll || wantsFixes ? this.sources.flatMap((source) => source(document)) : [];
        return [
            ...(wantsFixes ? this.quickFixes(problems, context.diagnostics) : []),
            ...(wantsAll ? this.everything(problems) : []),
            ...otherSources.flatMap((source) => source(this.services, document, range).filter(({ kind = '' }) => isWanted(kind))),
        ];
    }

    private quickFixes(problems: readonly Problem[], diagnostics: readonly Diagnostic[]): CodeAction[] {
        const actions: CodeAction[] = [];
        const asides: CodeAction[] = [];
        const codes = new Set<string>();
        for (const diagnostic of diagnostics) {
            const problem = problems.find((one) => isSame(one, diagnostic));
            if (!problem) continue;
            for (const fix of problem.fixes().filter((one) => this.canBeDone(one))) (fix.aside ? asides : actions).push(this.actionOf(fix, diagnostic));
            if (!codes.has(problem.code)) actions.push(...this.allOfKind(problem, problems));
            codes.add(problem.code);
        }
        return [...actions, ...asides];
    }

    private canBeDone({ edits, creates }: QuickFix): boolean {
        return (!creates || this.services.editor.Client.createsFiles) && edits.every((edit) => isCurrent(edit.document));
    }

    private actionOf(fix: QuickFix, diagnostic: Diagnostic): CodeAction {
        return {
            title: fix.title,
            kind: quickFixKind,
            diagnostics: [diagnostic],
            ...(fix.preferred && { isPreferred: true }),
            edit: workspaceEdit(this.services, fix.edits, fix.creates),
        };
    }

    /** All problems of the file with the same code, each by its preferred fix. */
    private allOfKind({ code }: Problem, problems: readonly Problem[]): CodeAction[] {
        const fixes = problems.filter((one) => one.code === code).flatMap((one) => one.fixes().find((fix) => fix.preferred && this.canBeDone(fix)) ?? []);
        const { edits, count } = together(fixes);
        if (count < 2) return [];
        return [{ title: `Mend all ${count} of ${code} in this file`, kind: quickFixKind, edit: workspaceEdit(this.services, edits) }];
    }

    /** All that can be mended without asking the author. */
    private everything(problems: readonly Problem[]): CodeAction[] {
        const { edits, count } = together(problems.flatMap((one) => one.fixes().find((fix) => fix.preferred && fix.certain && this.canBeDone(fix)) ?? []));
        return count === 0 ? [] : [{ title: 'Mend all that is clear', kind: fixAllKind, edit: workspaceEdit(this.services, edits) }];
    }
}

/** Whether a file's text is still the one that was read: places in it mean nothing otherwise. */
function isCurrent({ parseResult, textDocument }: LangiumDocument): boolean {
    return parseResult.value.$cstNode?.root.fullText === textDocument.getText();
}

function isSame({ code, message, range }: Problem, diagnostic: Diagnostic): boolean {
    return String(diagnostic.code) === code && diagnostic.message === message && isSameRange(range, diagnostic.range);
}

function isSameRange(a: Range, b: Range): boolean {
    return a.start.line === b.start.line && a.start.character === b.start.character && a.end.line === b.end.line && a.end.character === b.end.character;
}
