/** The text of a map with many systems and flows, each documented; the same for the same numbers. */
export function bigMap({ systems, flows }: { readonly systems: number; readonly flows: number }): string {
    const declared = Array.from({ length: systems }, (_, n) => `system s${n} "System ${n}" { description "This is system ${n}" }`);
    const joined = Array.from({ length: flows }, (_, n) => {
        const from = (n * 7919) % systems;
        const to = (from + 1 + ((n * 104_729) % (systems - 1))) % systems;
        return `flow f${n}: s${from} -> s${to} "Flow ${n}"`;
    });
    return ['/** The first of many. */', ...declared, ...joined, ''].join('\n');
}
