import { dateWords, durationWords } from '../../diagram/words/value-words.ts';
import type { CrmModel, Declared } from '../../model/crm-model.ts';
import { tablesOf } from '../tables/all-tables.ts';
import type { Cell, ExportTable } from '../tables/table.ts';
import { plainLine, plainText, withoutLinks } from './markdown-text.ts';

/** A picture that stands beside the document. */
export interface DocumentPicture {
    readonly title: string;
    readonly purpose?: string;
    /** Its file, as a relative address. */
    readonly address: string;
}

export interface DocumentFinding {
    readonly severity: string;
    readonly code: string;
    readonly message: string;
    /** `shop.crmmap:4`. */
    readonly place: string;
}

export interface DocumentContent {
    readonly model: CrmModel;
    readonly pictures: readonly DocumentPicture[];
    readonly findings: readonly DocumentFinding[];
    /** The day of the check; without it, nothing that depends on the day is in the findings. */
    readonly today?: string;
}

/** A map as a document in Markdown: pictures, systems, registers, data dictionary, findings. Texts of the map are never markup. */
export function markdownOf(content: DocumentContent): string {
    const { model } = content;
    const parts = [
        `# ${text(model.map.title)}`,
        introduction(model),
        ...content.pictures.flatMap(pictureParts),
        ...thingParts('Systems', model.systems),
        ...thingParts('Personas', model.personas),
        ...tablesOf(model)
            .filter(({ rows }) => rows.length > 0)
            .flatMap((table) => [`## ${table.title}`, tableText(withoutEmptyColumns(table))]),
        ...findingParts(content),
    ];
    return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function introduction({ map }: CrmModel): string {
    const reviewed = map.reviewed && `Reviewed ${dateWords(map.reviewed)}${map.reviewEvery ? `, every ${durationWords(map.reviewEvery)}` : ''}.`;
    const version = map.version && `Version ${map.version}.`;
    return [map.purpose, map.description, [reviewed, version].filter((part) => part !== undefined).join(' ')]
        .flatMap((part) => (part ? [line(part)] : []))
        .join('\n\n');
}

function pictureParts({ title, purpose, address }: DocumentPicture): string[] {
    return [`## ${text(title)}`, ...(purpose === undefined ? [] : [line(purpose)]), `![${text(title)}](<${address}>)`];
}

/** What is written of things in sentences; those of which nothing is written stand in the tables only. */
function thingParts(heading: string, things: readonly Declared[]): string[] {
    const told = things.flatMap(({ title, description, doc, notes, links }) => {
        const words = [description, doc?.replaceAll(/\s+/g, ' '), ...notes].flatMap((part) => (part ? [line(part)] : []));
        const pages = links.map((link) => `- [${text(link.title ?? link.url)}](<${encodeURI(decodeURISafe(link.url)).replaceAll('>', '%3E')}>)`);
        return words.length + pages.length === 0 ? [] : [`### ${text(title)}`, ...words, pages.join('\n')];
    });
    return told.length === 0 ? [] : [`## ${heading}`, ...told];
}

function decodeURISafe(url: string): string {
    try {
        return decodeURI(url);
    } catch {
        return url;
    }
}

function findingParts({ findings, today }: DocumentContent): string[] {
    const rows = findings.map(({ severity, code, message, place }) => [severity, code, message, place]);
    const table = { name: 'findings', title: 'Findings', columns: ['Severity', 'Rule', 'Finding', 'Place'], rows };
    const day = today === undefined ? 'Without what depends on the day.' : `As of ${dateWords(today)}.`;
    return ['## Findings', rows.length === 0 ? `None. ${day}` : `${day}\n\n${tableText(table)}`];
}

function withoutEmptyColumns(table: ExportTable): ExportTable {
    const kept = table.columns.map((_, index) => table.rows.some((row) => row[index] !== undefined && row[index] !== false && row[index] !== 0));
    const filter = <T>(row: readonly T[]): T[] => row.filter((_, index) => kept[index]);
    return { ...table, columns: filter(table.columns), rows: table.rows.map(filter) };
}

function tableText({ columns, rows }: ExportTable): string {
    const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
    return [line(columns), line(columns.map(() => '---')), ...rows.map((row) => line(row.map(cellText)))].join('\n');
}

function cellText(cell: Cell): string {
    if (cell === undefined || cell === false) return '';
    return typeof cell === 'string' ? text(cell) : cell === true ? 'yes' : String(cell);
}

function text(words: string): string {
    return withoutLinks(plainText(words));
}

function line(words: string): string {
    return withoutLinks(plainLine(words));
}
