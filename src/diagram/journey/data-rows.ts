import type { CrmModel, Touchpoint } from '../../model/crm-model.ts';
import { placeBlock } from '../block.ts';
import type { IconName } from '../icon-names.ts';
import type { Block, Mark, ThingRef } from '../marks.ts';
import type { Style } from '../style-names.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';
import { durationWords } from '../words/value-words.ts';
import type { JourneyGrid } from './journey-grid.ts';
import { columnSpan } from './journey-grid.ts';

interface DataEntry {
    readonly icon: IconName;
    readonly name: string;
    readonly second: string;
    readonly isPersonal: boolean;
    readonly thing: ThingRef;
    readonly details: readonly DataDetail[];
}

/** A line below an entry: what stands in front of it, and its words. */
export interface DataDetail {
    readonly before?: Block;
    readonly text: string;
    readonly style: Style;
    /** Added to what a screen reader says of the entry. */
    readonly spoken: string;
}

/** What a lane says of each entry beside its name. */
export interface DataWords {
    readonly captured: (target: string) => { readonly second: string; readonly details: readonly DataDetail[] };
    readonly used: (use: Touchpoint['uses'][number]) => { readonly second: string; readonly details: readonly DataDetail[] };
}

/** Where the lines below an entry start in its column, in px. */
const detailInset = 10;

const plainWords: DataWords = {
    captured: () => ({ second: 'captured', details: [] }),
    used: ({ freshWithin }) => ({ second: freshWithin === undefined ? 'used' : `within ${durationWords(freshWithin)}`, details: [] }),
};

/**
 * What each touchpoint captures and uses, with the oldest age allowed; y from 0, nothing (height 0) without any. `marksPersonal` puts a
 * person at what is personal.
 */
export function dataRows(grid: JourneyGrid, model: CrmModel, words: DataWords = plainWords, marksPersonal = false): Block {
    const names = dataNames(model);
    const marks: Mark[] = [];
    let bottom = 0;
    for (const column of grid.columns) {
        const entries = entriesOf(column.touchpoint, names, words);
        const span = columnSpan(grid, column, (next) => entriesOf(next.touchpoint, names, words).length === 0);
        let y = 12;
        for (const entry of entries) {
            const room = span.width - 32 - 6;
            const glyphRoom = marksPersonal && entry.isPersonal ? 18 : 0;
            const name = wrapText(entry.name, room - glyphRoom, fontOf('entity'));
            const second = wrapText(entry.second, room, fontOf('small'));
            const secondY = y + name.length * 15;
            const details: Mark[] = [];
            let end = secondY + (second.length - 1) * 13;
            for (const detail of entry.details) {
                const indent = detail.before === undefined ? 0 : detail.before.width + 6;
                const lines = wrapText(detail.text, span.width - detailInset - indent - 6, fontOf(detail.style));
                end += 21;
                if (detail.before !== undefined) {
                    details.push(placeBlock(detail.before, column.x + detailInset, end - 4 - detail.before.height / 2));
                }
                details.push(...textLines(lines, column.x + detailInset + indent, end, 13, detail.style));
                end += Math.max(0, lines.length - 1) * 13;
            }
            end += entry.details.length === 0 ? 0 : 6;
            marks.push({
                type: 'group',
                thing: entry.thing,
                marks: [
                    { type: 'icon', icon: entry.icon, x: column.x + 10, y: y - 12, scale: 0.9, style: ['icon', 'stroke-blue'] },
                    ...textLines(name, column.x + 32, y, 15, 'entity'),
                    ...(glyphRoom === 0
                        ? []
                        : [
                              {
                                  type: 'icon',
                                  icon: 'person',
                                  x: column.x + 38 + Math.ceil(linesWidth(name.slice(0, 1), fontOf('entity'))),
                                  y: y - 10,
                                  style: 'fill-violet',
                              } as const,
                          ]),
                    ...textLines(second, column.x + 32, secondY, 13, 'small'),
                    ...details,
                ],
            });
            bottom = Math.max(bottom, end);
            y = end + 19;
        }
    }
    return { width: grid.width, height: marks.length === 0 ? 0 : bottom + 4, marks };
}

interface DataName {
    readonly kind: 'entity' | 'field' | 'system';
    readonly name: string;
    readonly isPersonal: boolean;
}

function dataNames(model: CrmModel): ReadonlyMap<string, DataName> {
    const names = new Map<string, DataName>();
    for (const system of model.systems) {
        names.set(system.id, { kind: 'system', name: system.title, isPersonal: false });
        for (const entity of system.entities) {
            names.set(entity.id, { kind: 'entity', name: entity.title, isPersonal: entity.fields.some((field) => field.personal) });
            for (const field of entity.fields) {
                names.set(field.id, { kind: 'field', name: `${entity.title}.${field.title}`, isPersonal: field.personal });
            }
        }
    }
    return names;
}

function entriesOf(touchpoint: Touchpoint | undefined, names: ReadonlyMap<string, DataName>, words: DataWords): DataEntry[] {
    if (touchpoint === undefined) {
        return [];
    }
    const named = (id: string): DataName => names.get(id) ?? { kind: 'entity', name: id, isPersonal: false };
    const spoken = (details: readonly DataDetail[]): string => details.map((detail) => `, ${detail.spoken}`).join('');
    const captured = touchpoint.captures.map((id): DataEntry => {
        const { kind, name, isPersonal } = named(id);
        const { second, details } = words.captured(id);
        return {
            icon: 'data-in',
            name,
            second,
            isPersonal,
            details,
            thing: { kind, id, label: `${name}, captured at ${touchpoint.title}${isPersonal ? ', personal data' : ''}${spoken(details)}` },
        };
    });
    const used = touchpoint.uses.map((use): DataEntry => {
        const { kind, name, isPersonal } = named(use.target);
        const { second, details } = words.used(use);
        const within = use.freshWithin === undefined ? '' : `, within ${durationWords(use.freshWithin)}`;
        return {
            icon: 'data-out',
            name,
            second,
            isPersonal,
            details,
            thing: { kind, id: use.target, label: `${name}, used at ${touchpoint.title}${within}${isPersonal ? ', personal data' : ''}${spoken(details)}` },
        };
    });
    return [...captured, ...used];
}
