import type { Mark, ThingRef } from '../../src/diagram/marks.ts';

/** All texts in the order of the file. */
export function textsOf(marks: readonly Mark[]): string[] {
    return marks.flatMap((mark) => {
        if (mark.type === 'group') return textsOf(mark.marks);
        if (mark.type !== 'text') return [];
        return [typeof mark.text === 'string' ? mark.text : mark.text.map((span) => span.text).join('')];
    });
}

/** All things in the order of the file, with the marks that they hold. */
export function thingsOf(marks: readonly Mark[]): { readonly thing: ThingRef; readonly marks: readonly Mark[] }[] {
    return marks.flatMap((mark) => (mark.type === 'group' ? [...(mark.thing ? [{ thing: mark.thing, marks: mark.marks }] : []), ...thingsOf(mark.marks)] : []));
}
