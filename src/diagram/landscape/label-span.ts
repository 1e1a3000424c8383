import type { HopLabel } from './landscape-parts.ts';

/** What an end of a line needs on the side of a card, before and after its line, in px. */
export interface PortSpan {
    readonly before: number;
    readonly after: number;
}

/** An end without a label. */
export const bareSpan: PortSpan = { before: 10, after: 10 };

/** From the corner of a card to the first line, in px. */
export const cornerSpan = 20;

/** What a label needs along the side of the card beside which it stands: up and down where lines run to the right, else left and right. */
export function labelSpan(label: HopLabel | undefined, direction: 'right' | 'down'): PortSpan {
    if (label === undefined) return bareSpan;
    const { block, lineX, lineY } = label;
    const [before, whole] = direction === 'right' ? [lineY, block.height] : [lineX, block.width];
    return { before: Math.max(bareSpan.before, before + 2), after: Math.max(bareSpan.after, whole - before + 2) };
}

/** How long the side of a card has to be for such ends, in px. */
export function portsLength(spans: readonly PortSpan[]): number {
    return spans.length === 0 ? 0 : spans.reduce((sum, span) => sum + span.before + span.after, 2 * cornerSpan);
}
