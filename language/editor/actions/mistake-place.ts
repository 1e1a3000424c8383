import { type AstNode, type CstNode, CstUtils, type LangiumDocument, type ReferenceInfo } from 'langium';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Document } from '../../generated/ast.ts';
import type { CrmMapServices } from '../../module.ts';
import type { FileEdit, QuickFix } from './problem.ts';

/** A mistake of the language, and what stands there. */
export interface MistakePlace {
    readonly services: CrmMapServices;
    readonly document: LangiumDocument<Document>;
    readonly code: string;
    readonly message: string;
    readonly text: string;
    /** Offsets of what is marked. */
    readonly from: number;
    readonly to: number;
    readonly marked: string;
    readonly data: MistakeData;
}

/** What the checks, the parser and the linker say of a way out. */
export interface MistakeData {
    readonly write?: string;
    readonly behind?: string;
    readonly choices?: readonly string[];
    readonly importPath?: string;
    /** The type of a thing that has the marked text as its title. */
    readonly titled?: string;
}

/** Looks for ways out of one kind of mistake. */
export type Fixer = (place: MistakePlace) => readonly QuickFix[];

export function mistakePlace(services: CrmMapServices, document: LangiumDocument, { range, code, message, data }: Diagnostic): MistakePlace {
    const text = document.textDocument.getText();
    const from = document.textDocument.offsetAt(range.start);
    const to = document.textDocument.offsetAt(range.end);
    return {
        services,
        document: document as LangiumDocument<Document>,
        code: String(code),
        message: typeof message === 'string' ? message : '',
        text,
        from,
        to,
        marked: text.slice(from, to),
        data: typeof data === 'object' && data !== null ? (data as MistakeData) : {},
    };
}

/** A change of the file in which the mistake stands. */
export function here({ document }: MistakePlace, from: number, to: number, text: string): FileEdit[] {
    return [{ document, change: { from, to, text } }];
}

/** The token at the beginning of what is marked. */
export function leafAt({ document, from }: MistakePlace): CstNode | undefined {
    const root = document.parseResult.value.$cstNode;
    return root && CstUtils.findLeafNodeAtOffset(root, from);
}

/** The innermost node around what is marked that is as wanted. */
export function nodeAt<T extends AstNode>(place: MistakePlace, is: (node: AstNode) => node is T): T | undefined {
    for (let node: AstNode | undefined = leafAt(place)?.astNode; node; node = node.$container) if (is(node)) return node;
    return undefined;
}

/** The broken reference that is marked. */
export function referenceAt({ document, from, to }: MistakePlace): ReferenceInfo | undefined {
    return document.references.find(({ $refNode, error }) => error && $refNode?.offset === from && $refNode.end === to)?.error?.info;
}
