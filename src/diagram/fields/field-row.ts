import type { Field } from '../../model/crm-model.ts';
import type { GroupMark, Mark } from '../marks.ts';
import { line, roundedBox } from '../paths.ts';
import type { StyleName } from '../style-names.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, textWidth, wrapText } from '../text-metrics.ts';

/** Something that is wrong with a field, in a few words. */
export interface FieldNote {
    readonly severity: 'error' | 'warning';
    readonly text: string;
}

export interface FieldRowContent {
    readonly field: Field;
    readonly type: string;
    /** Nothing is mapped to it: its name stands back. */
    readonly quiet: boolean;
    readonly notes: readonly FieldNote[];
}

export interface FieldRow {
    /** What the words need, in px. */
    readonly height: number;
    /** The row so high, in the card's own coordinates; `last` rounds the ground like the card. */
    readonly draw: (y: number, height: number, last: boolean) => GroupMark;
}

const nameX = 34;
const right = 34;
const gap = 16;
const lineHeight = 16;
const noteLine = 15;
/** Where a type shares the line with a name, it keeps so much room, in px. */
const leastType = 96;

/** The width in px at which the row takes one line, and its notes one each. */
export function fieldRowWidth({ field, type, notes }: FieldRowContent): number {
    const line = nameWidth(field, field.name) + gap + textWidth(type, fontOf('body'));
    const note = Math.max(0, ...notes.map(({ text }) => textWidth(text, fontOf('branch')) - right + 16));
    return Math.ceil(nameX + Math.max(line, note) + right);
}

function nameWidth(field: Field, text: string): number {
    return textWidth(text, fontOf('name')) + (field.required ? 14 : 0);
}

/** A field as a row of a card of the width: `least` px high and its middle half of that, more where words wrap or a note stands below. */
export function fieldRow(content: FieldRowContent, width: number, least: number): FieldRow {
    const { field, type, notes, quiet } = content;
    const room = width - nameX - right;
    const whole = nameWidth(field, field.name) + gap + textWidth(type, fontOf('body')) <= room;
    const beside = room - nameWidth(field, field.name) - gap;
    const atEnd = whole || beside >= leastType;
    const names = wrapText(field.name, room - (field.required ? 14 : 0), fontOf('name'));
    const types = wrapText(type, whole || !atEnd ? room : beside, fontOf('body'));
    const noteLines = notes.map((note) => ({ ...note, lines: wrapText(note.text, width - nameX - 12, fontOf('branch')) }));
    const lineCount = atEnd ? Math.max(names.length, types.length) : names.length + types.length;
    const first = least / 2 + 4;
    const lastText = first + (lineCount - 1) * lineHeight;
    const noteCount = noteLines.reduce((sum, note) => sum + note.lines.length, 0);
    const height = noteCount === 0 ? lastText + least / 2 - 4 : lastText + 17 + (noteCount - 1) * noteLine + 11;
    return {
        height: Math.ceil(height / 4) * 4,
        draw: (y, rowHeight, last) => {
            const marks: Mark[] = [...ground(notes, y, width, rowHeight, last), { type: 'path', d: line(0, y, width, y), style: 'hairline' }];
            if (field.key) {
                marks.push({ type: 'icon', icon: 'key', x: 11, y: y + first - 12, style: ['stroke-ink', 'w15'] });
            }
            marks.push(...textLines(names, nameX, y + first, lineHeight, quiet ? ['name', 'fill-ink2'] : 'name'));
            if (field.required) {
                const end = nameX + textWidth(names[names.length - 1] ?? '', fontOf('name'));
                const baseline = y + first + (names.length - 1) * lineHeight;
                marks.push({ type: 'icon', icon: 'required', x: end + 4, y: baseline - 11.5, scale: 0.8, style: ['stroke-ink', 'w15'] });
            }
            marks.push(
                ...(atEnd
                    ? textLines(types, width - right, y + first, lineHeight, 'body', 'end')
                    : textLines(types, nameX, y + first + names.length * lineHeight, lineHeight, 'body')),
            );
            if (field.personal) {
                marks.push({ type: 'icon', icon: 'person', x: width - 25, y: y + first - 10, style: 'fill-violet' });
            }
            let noteY = y + lastText + 17;
            for (const { severity, lines } of noteLines) {
                const colour: StyleName = severity === 'error' ? 'fill-red' : 'fill-amber';
                marks.push({ type: 'icon', icon: severity, x: 11, y: noteY - 12, scale: 0.95, style: severity === 'error' ? 'stroke-red' : 'stroke-amber' });
                marks.push(...textLines(lines, nameX, noteY, noteLine, ['branch', colour]));
                noteY += lines.length * noteLine;
            }
            return { type: 'group', thing: { kind: 'field', id: field.id, label: fieldLabel(content) }, inner: true, marks };
        },
    };
}

/** `Email, email, unique, required, personal data`. */
function fieldLabel({ field, type, notes }: FieldRowContent): string {
    const flags = [field.key && 'key', field.required && 'required', field.personal && 'personal data'].filter((word) => typeof word === 'string');
    return [field.name, type, ...flags, ...notes.map((note) => note.text)].join(', ');
}

function ground(notes: readonly FieldNote[], y: number, width: number, height: number, last: boolean): Mark[] {
    if (notes.length === 0) {
        return [];
    }
    const style: StyleName = notes.some((note) => note.severity === 'error') ? 'tint-red' : 'tint-amber';
    const corner = last ? 7 : 0;
    return [{ type: 'path', d: roundedBox(0.5, y + 0.5, width - 1, height - (last ? 1 : 0.5), [0, 0, corner, corner]), style }];
}
