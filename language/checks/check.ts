import type { AstNode, LangiumDocument } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type { CrmMapServices } from '../module.ts';
import type { LanguageCode } from './codes.ts';

/** Another place that belongs to a mistake. */
export interface RelatedPlace {
    readonly message: string;
    readonly node: AstNode;
    readonly property?: string;
}

/** Where a mistake stands: a node, one of its properties, one value of a list, or an exact range. */
export interface MistakePlace {
    readonly node: AstNode;
    readonly property?: string;
    readonly index?: number;
    readonly range?: Range;
    readonly related?: RelatedPlace;
    readonly severity?: 'error' | 'warning';
    /** What a quick fix needs: what to write instead of the place; nothing removes it. */
    readonly write?: string;
    /** Others that could be meant. */
    readonly choices?: readonly string[];
}

export interface CheckContext {
    readonly services: CrmMapServices;
    readonly document: LangiumDocument;
    /** The documents of the map, this one last. */
    readonly map: readonly LangiumDocument[];
    report(code: LanguageCode, message: string, place: MistakePlace): void;
}

/** A check of one node. Its node may be incomplete: what a broken text leaves out is undefined. */
export type Check = (node: never, context: CheckContext) => void;

/** Checks by the type of node they look at. */
export type CheckTable = Readonly<Record<string, readonly Check[]>>;
