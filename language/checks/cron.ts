interface CronField {
    readonly name: string;
    readonly from: number;
    readonly to: number;
    readonly names?: readonly string[];
}

const fields: readonly CronField[] = [
    { name: 'minute', from: 0, to: 59 },
    { name: 'hour', from: 0, to: 23 },
    { name: 'day of the month', from: 1, to: 31 },
    { name: 'month', from: 1, to: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
    { name: 'day of the week', from: 0, to: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
];

/** Why a text is no cron line of five fields, in words; undefined where it is one. */
export function mistakeOfCron(text: string): string | undefined {
    const parts = text
        .trim()
        .split(/\s+/)
        .filter((part) => part !== '');
    if (parts.length !== fields.length) {
        return `A timetable has five fields: minute, hour, day of the month, month, day of the week. This one has ${parts.length}. Write such as "0 3 * * *", for 3:00 every day.`;
    }
    for (const [index, field] of fields.entries()) {
        const wrong = (parts[index] ?? '')
            .split(',')
            .map((item) => mistakeOfItem(item, field))
            .find((mistake) => mistake !== undefined);
        if (wrong !== undefined) return wrong;
    }
    return undefined;
}

function mistakeOfItem(item: string, field: CronField): string | undefined {
    const match = /^(\*|[a-z0-9]+)(?:-([a-z0-9]+))?(?:\/(\d+))?$/i.exec(item);
    const said = `In the timetable, "${item}" is no ${field.name}.`;
    if (!match) return `${said} Write *, a number, a range such as ${field.from}-${field.to}, or a step such as */5.`;
    const [, first = '', last, step] = match;
    if (step !== undefined && Number(step) < 1) return `${said} A step is at least 1.`;
    if (first === '*') return last === undefined ? undefined : `${said} A range begins with a number.`;
    const from = valueOf(first, field);
    const to = last === undefined ? from : valueOf(last, field);
    const bounds = `It goes from ${field.from} to ${field.to}${field.names ? `, or by name, such as ${field.names[0]}` : ''}.`;
    if (from === undefined || to === undefined) return `${said} ${bounds}`;
    return from > to ? `${said} The range begins after its end.` : undefined;
}

function valueOf(text: string, { from, to, names }: CronField): number | undefined {
    const named = names?.indexOf(text.toLowerCase()) ?? -1;
    if (named >= 0) return named + from;
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    return number >= from && number <= to ? number : undefined;
}
