import type { AstNode, LangiumDocument, LangiumSharedCoreServices } from 'langium';
import { type Document, MapInfo } from './generated/ast.ts';
import { importedUris } from './imports.ts';
import { indexOf } from './map-names.ts';
import type { CrmMapParseResult } from './parser/parser.ts';

/** No name holds a line break. */
const separator = '\n';

/**
 * What other files can see of a file. Links and checks of another file depend on this alone, and on the places in this file that a
 * related place of a diagnostic names. A check that looks further needs more in here.
 */
export interface FileInterface {
    /** The tree into which references of other files point. */
    readonly root: AstNode;
    /** The files that it imports. */
    readonly imports: string;
    /** Whether it declares the map, and the names that it declares in parts that could not be understood. */
    readonly rest: string;
    /** Its declarations in the order of the text: type, path, and what they stand in. */
    readonly declared: readonly string[];
}

/** The interface of an indexed document. */
export function interfaceOf(document: LangiumDocument, services: LangiumSharedCoreServices): FileInterface {
    const root = document.parseResult.value as Document;
    const maps = root.elements?.filter((node) => node.$type === MapInfo.$type).length ?? 0;
    const { lostNames = [] } = document.parseResult as Partial<CrmMapParseResult>;
    return {
        root,
        imports: importedUris(document).join('\n'),
        rest: [maps, ...lostNames].join('\n'),
        declared: indexOf(services)
            .declaredIn(document.uri.toString())
            .map(({ type, name, node }) => [type, name, nameOf(node?.$container)].join(separator)),
    };
}

/** What differs between two states of a file, as others see it. */
export interface InterfaceChange {
    /** Whether it imports other files, came or went: the maps that it belongs to have other files. */
    readonly files: boolean;
    /** Whether there is one more or less `map`, or names that were lost in broken parts. */
    readonly rest: boolean;
    /** Paths of the declarations that came, went or changed places among each other. */
    readonly paths: ReadonlySet<string>;
}

export function changeBetween(before: FileInterface | undefined, after: FileInterface | undefined): InterfaceChange {
    const change = { files: before?.imports !== after?.imports, rest: before?.rest !== after?.rest };
    const [was, is] = [before?.declared ?? [], after?.declared ?? []];
    if (isSame(was, is)) return { ...change, paths: new Set() };
    const [known, now] = [new Set(was), new Set(is)];
    const changed = [...was.filter((line) => !now.has(line)), ...is.filter((line) => !known.has(line))];
    const ordered = isSame(
        was.filter((line) => now.has(line)),
        is.filter((line) => known.has(line)),
    );
    return { ...change, paths: new Set((ordered ? changed : [...was, ...is]).map((line) => line.split(separator)[1] ?? '')) };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
    return a.length === b.length && a.every((line, index) => line === b[index]);
}

function nameOf(node: AstNode | undefined): string {
    return node && 'name' in node && typeof node.name === 'string' ? node.name : '';
}
