import type { AstNode } from 'langium';
import { type Entity, type Field, type Flow, isEntity } from '../generated/ast.ts';
import { pathOf } from '../names.ts';
import { mappedFields } from './mapped-fields.ts';
import { plainText } from './markdown.ts';
import { clipped } from './usage-words.ts';

const mostListed = 5;
const longestCell = 160;

/** What is known of a flow, as a table in Markdown: a row for each property that is stated. */
export function flowTable(flow: Flow, cronWords: (cron: string) => string): string {
    const backwards = flow.arrow === '<-';
    const mapped = mappedFields(flow);
    const rows: readonly (readonly [caption: string, value: string | undefined])[] = [
        ['From', endText(backwards ? flow.to : flow.from)],
        [flow.arrow === '<->' ? 'To, and back' : 'To', endText(backwards ? flow.from : flow.to)],
        ['Pattern', flow.pattern],
        ['Timing', timingText(flow, cronWords)],
        ['Via', namesOf(flow.via)],
        ['Basis', basisText(flow)],
        ['Personal data', personalText(flow)],
        ['Volume', flow.volume?.$cstNode?.text],
        ['On error', flow.errors.map(({ $cstNode }) => $cstNode?.text ?? '').join(', then ')],
        ['Mapped', mapped && `${mapped.mapped} of ${mapped.fields} fields`],
    ];
    const cells = rows.flatMap(([caption, value]) => (value ? [`| ${caption} | ${plainText(clipped(value.replace(/\s+/g, ' '), longestCell))} |`] : []));
    return ['| Flow | |', '| :-- | :-- |', ...cells].join('\n');
}

function endText(reference: Flow['from'] | undefined): string {
    return (reference?.ref && pathOf(reference.ref)) ?? reference?.$refText ?? '?';
}

function timingText({ timing, cron }: Flow, cronWords: (cron: string) => string): string | undefined {
    if (cron === undefined) return timing;
    const words = cronWords(cron);
    return words === cron ? `${timing} ${cron}` : `${timing}: ${words} (${cron})`;
}

function namesOf(references: Flow['via']): string {
    return references.map(({ $refText }) => $refText).join(', ');
}

function entitiesOf(flow: Flow): Entity[] {
    const ends: (AstNode | undefined)[] = [flow.from?.ref, flow.to?.ref];
    return ends.filter(isEntity);
}

function basisText(flow: Flow): string {
    return [...new Set(entitiesOf(flow).flatMap(({ basis }) => (basis ? [basis] : [])))].join(', ');
}

/** Personal fields that travel: those that are mapped; without any mapping, those of the entities at the ends. */
function personalText(flow: Flow): string | undefined {
    const entities = entitiesOf(flow);
    const mapped = flow.mappings.flatMap(({ sources, target }) => [...sources.map(({ ref }) => ref), target?.ref]).filter((field) => field !== undefined);
    if (mapped.length === 0 && entities.length === 0) return undefined;
    const fields = mapped.length > 0 ? mapped : entities.flatMap((entity) => entity.fields);
    const names = [...new Set(fields.filter(isPersonal).map(({ name }) => name))];
    if (names.length === 0) return 'none';
    return `${names.slice(0, mostListed).join(', ')}${names.length > mostListed ? ` and ${names.length - mostListed} more` : ''}`;
}

function isPersonal(field: Field): boolean {
    return field.modifiers.some(({ name }) => name === 'personal' || name === 'sensitive');
}
