import type { CrmModel, Touchpoint } from '../../model/crm-model.ts';
import type { IconName } from '../icon-names.ts';
import type { Block, Mark, ThingRef } from '../marks.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import { durationWords } from '../words/value-words.ts';
import type { JourneyGrid } from './journey-grid.ts';
import { columnSpan } from './journey-grid.ts';

interface DataEntry {
    readonly icon: IconName;
    readonly name: string;
    readonly second: string;
    readonly thing: ThingRef;
}

/** What each touchpoint captures and uses, with the oldest age allowed; y from 0, nothing (height 0) without any. */
export function dataRows(grid: JourneyGrid, model: CrmModel): Block {
    const names = dataNames(model);
    const marks: Mark[] = [];
    let bottom = 0;
    for (const column of grid.columns) {
        const entries = entriesOf(column.touchpoint, names);
        const span = columnSpan(grid, column, (next) => entriesOf(next.touchpoint, names).length === 0);
        let y = 12;
        for (const entry of entries) {
            const room = span.width - 32 - 6;
            const name = wrapText(entry.name, room, fontOf('entity'));
            const second = wrapText(entry.second, room, fontOf('small'));
            const secondY = y + name.length * 15;
            marks.push({
                type: 'group',
                thing: entry.thing,
                marks: [
                    { type: 'icon', icon: entry.icon, x: column.x + 10, y: y - 12, scale: 0.9, style: ['icon', 'stroke-blue'] },
                    ...textLines(name, column.x + 32, y, 15, 'entity'),
                    ...textLines(second, column.x + 32, secondY, 13, 'small'),
                ],
            });
            const end = secondY + (second.length - 1) * 13;
            bottom = Math.max(bottom, end);
            y = end + 19;
        }
    }
    return { width: grid.width, height: marks.length === 0 ? 0 : bottom + 4, marks };
}

interface DataName {
    readonly kind: 'entity' | 'field' | 'system';
    readonly name: string;
}

function dataNames(model: CrmModel): ReadonlyMap<string, DataName> {
    const names = new Map<string, DataName>();
    for (const system of model.systems) {
        names.set(system.id, { kind: 'system', name: system.title });
        for (const entity of system.entities) {
            names.set(entity.id, { kind: 'entity', name: entity.title });
            for (const field of entity.fields) {
                names.set(field.id, { kind: 'field', name: `${entity.title}.${field.title}` });
            }
        }
    }
    return names;
}

function entriesOf(touchpoint: Touchpoint | undefined, names: ReadonlyMap<string, DataName>): DataEntry[] {
    if (touchpoint === undefined) {
        return [];
    }
    const named = (id: string): DataName => names.get(id) ?? { kind: 'entity', name: id };
    const captured = touchpoint.captures.map((id): DataEntry => {
        const { kind, name } = named(id);
        return { icon: 'data-in', name, second: 'captured', thing: { kind, id, label: `${name}, captured at ${touchpoint.title}` } };
    });
    const used = touchpoint.uses.map(({ target, freshWithin }): DataEntry => {
        const { kind, name } = named(target);
        const second = freshWithin === undefined ? 'used' : `within ${durationWords(freshWithin)}`;
        return {
            icon: 'data-out',
            name,
            second,
            thing: { kind, id: target, label: `${name}, used at ${touchpoint.title}${freshWithin === undefined ? '' : `, ${second}`}` },
        };
    });
    return [...captured, ...used];
}
