import type { Seen, Seens } from '../../protocol.ts';

/** So many views are remembered each way. */
const most = 30;

export const nothingSeen: Seens = { back: [], forward: [] };

/** After another view came onto the screen by itself: the one before can be gone back to. */
export function came({ back }: Seens, from: Seen): Seens {
    return { back: [...back, from].slice(-most), forward: [] };
}

/** One step back or forward from what is seen now: where to, and what is remembered then; undefined where there is no further step. */
export function stepped({ back, forward }: Seens, now: Seen, step: 'back' | 'forward'): { readonly to: Seen; readonly seens: Seens } | undefined {
    const to = step === 'back' ? back.at(-1) : forward[0];
    if (!to) return undefined;
    const seens =
        step === 'back'
            ? { back: back.slice(0, -1), forward: [now, ...forward].slice(0, most) }
            : { back: [...back, now].slice(-most), forward: forward.slice(1) };
    return { to, seens };
}

/** Whether two of them are the same view, wherever in it. */
export function isSameView(a: Seen, b: Seen): boolean {
    return a.view === b.view && a.own?.as === b.own?.as && a.own?.of.kind === b.own?.of.kind && a.own?.of.id === b.own?.of.id;
}
