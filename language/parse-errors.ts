import { DefaultDocumentValidator, type LangiumDocument, type LinkingError, type ParseResult, type ValidationOptions } from 'langium';
import type { Diagnostic, Range } from 'vscode-languageserver-types';
import { isFlow, isMapping, isView } from './generated/ast.ts';
import { lostNamesOf } from './lost-names.ts';
import { mostTold } from './parser/bounds.ts';
import { MistakeError } from './parser/mistake.ts';
import type { CrmMapParseResult } from './parser/parser.ts';
import { isEnd, type Token } from './parser/tokens.ts';
import { isLinkMistake } from './linker.ts';
import type { CrmMapServices } from './module.ts';
import { pathParts } from './names.ts';

const longestMessage = 1000;

/** Reports errors of the text, one for each mistake, each with its code. */
export class CrmMapDocumentValidator extends DefaultDocumentValidator {
    private readonly services: CrmMapServices;

    constructor(services: CrmMapServices) {
        super(services);
        this.services = services;
    }

    protected override processLexingErrors(parseResult: ParseResult, diagnostics: Diagnostic[], options: ValidationOptions): void {
        const found: Diagnostic[] = [];
        super.processLexingErrors(parseResult, found, options);
        for (const [index, diagnostic] of found.entries()) {
            const error = parseResult.lexerErrors[index];
            const code = error && isOpenError(error.message) ? 'LNG006' : 'LNG007';
            diagnostics.push({ ...diagnostic, code, data: { code } });
        }
    }

    protected override processParsingErrors(parseResult: ParseResult, diagnostics: Diagnostic[], _options: ValidationOptions): void {
        for (const error of parseResult.parserErrors) {
            if (!(error instanceof MistakeError)) continue;
            const { code, message, from, to, write, choices, behind, titled, related } = error.mistake;
            diagnostics.push({
                severity: 1,
                code,
                message,
                range: rangeOf(from, to),
                source: this.getSource(),
                data: {
                    code,
                    ...(write !== undefined && { write }),
                    ...(choices && { choices }),
                    ...(titled !== undefined && { titled }),
                    ...(behind !== undefined && { behind }),
                },
                ...(related && { relatedInformation: [{ message: related.message, location: { uri: '', range: rangeOf(related.token, related.token) } }] }),
            });
        }
    }

    protected override processLinkingErrors(document: LangiumDocument, diagnostics: Diagnostic[], _options: ValidationOptions): void {
        const lost = lostNamesOf(document, this.services.references.ImportGraph);
        for (const { error, $refNode } of document.references) {
            if (!error || !$refNode || lost.has(pathParts(error.info.reference.$refText)[0] ?? '') || isFollowUp(error)) continue;
            const code = isLinkMistake(error) ? error.code : 'LNG010';
            diagnostics.push({
                ...this.toDiagnostic('error', error.message, { node: error.info.container, range: $refNode.range, code }),
                data: { code, ...(isLinkMistake(error) && error.fix) },
            });
        }
    }

    /** The checks are registered for whole files, and go through the tree themselves. */
    protected override validateSingleNodeOptions(): { validateNode: boolean; validateChildren: boolean } {
        return { validateNode: true, validateChildren: false };
    }

    override async validateDocument(...args: Parameters<DefaultDocumentValidator['validateDocument']>): Promise<Diagnostic[]> {
        const [document] = args;
        const uri = document.uri.toString();
        const diagnostics = await super.validateDocument(...args);
        const { untold = 0 } = document.parseResult as Partial<CrmMapParseResult>;
        return bounded(diagnostics.map((diagnostic) => placed(diagnostic, uri)).sort(byPlace), untold);
    }
}

/** The first of very many diagnostics, and one that says how many more there are. */
function bounded(diagnostics: readonly Diagnostic[], untold: number): Diagnostic[] {
    const shown = diagnostics.slice(0, mostTold);
    const rest = diagnostics.slice(mostTold);
    const [next] = rest;
    const last = next ?? shown.at(-1);
    const more = rest.length + untold;
    if (more === 0 || !last) return shown;
    return [
        ...shown,
        {
            severity: untold > 0 || rest.some(({ severity }) => severity === 1) ? 1 : 2,
            code: 'LNG090',
            message: `There are at least ${more} more mistakes in this file. Mend those that are told first.`,
            range: { start: last.range.start, end: last.range.start },
            source: last.source,
            data: { code: 'LNG090' },
        },
    ];
}

/** A message may quote what is written, and that may have megabytes. */
function shortened(message: Diagnostic['message']): Diagnostic['message'] {
    return typeof message !== 'string' || message.length <= longestMessage ? message : `${message.slice(0, longestMessage).replace(/[\uD800-\uDBFF]$/, '')} …`;
}

/** Related places of the file itself get its address, which the parser does not know; every diagnostic tells its code in its data, too. */
function placed(diagnostic: Diagnostic, uri: string): Diagnostic {
    const { relatedInformation, code, data } = diagnostic;
    return {
        ...diagnostic,
        message: shortened(diagnostic.message),
        ...(code !== undefined && { data: { ...data, code } }),
        ...(relatedInformation && {
            relatedInformation: relatedInformation.map((info) => (info.location.uri === '' ? { ...info, location: { ...info.location, uri } } : info)),
        }),
    };
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
    return a.range.start.line - b.range.start.line || a.range.start.character - b.range.start.character;
}

/** Fields cannot be found while the ends of their flow are not known; and a matrix that lacks its `by` is told of already. */
function isFollowUp({ info: { container, property } }: LinkingError): boolean {
    if (isView(container)) return property === 'of' && container.kind === 'matrix';
    if (isFlow(container) && container.arrow === undefined) return true;
    const flow = isMapping(container) ? container.$container : isFlow(container) && property === 'key' ? container : undefined;
    return flow !== undefined && (flow.from?.ref === undefined || flow.to?.ref === undefined);
}

function isOpenError(message: string): boolean {
    return message.includes('is not closed');
}

function rangeOf(from: Token, to: Token): Range {
    const end = isEnd(to) ? to.startColumn - 1 : to.endColumn;
    return { start: { line: from.startLine - 1, character: from.startColumn - 1 }, end: { line: to.endLine - 1, character: end } };
}
