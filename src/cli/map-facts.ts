import { EmptyFileSystem } from 'langium';
import { type Document, isImport, isMapInfo } from '../../language/generated/ast.ts';
import { createCrmMapServices } from '../../language/module.ts';

/** What has to be known of a text before it is read as a part of a map. */
export interface MapFacts {
    /** The paths of its import statements, in the order of the text; undefined stands for one without a path. */
    importsOf(text: string): readonly (string | undefined)[];
    /** Whether `map` stands in it. */
    holdsMap(text: string): boolean;
}

/** Asks the parser. A text that it cannot read has nothing in it; who reads it says why. */
export function parsedFacts(): MapFacts {
    const { language } = createCrmMapServices(EmptyFileSystem);
    const parse = (text: string): Partial<Document> => {
        try {
            return language.parser.LangiumParser.parse<Document>(text).value;
        } catch {
            return {};
        }
    };
    return {
        importsOf: (text) => (parse(text).imports ?? []).map((statement) => (isImport(statement) ? statement.path : undefined)),
        holdsMap: (text) => parse(text).elements?.some(isMapInfo) === true,
    };
}
