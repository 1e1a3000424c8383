import type { View } from '../../model/crm-model.ts';
import type { Block } from '../marks.ts';
import type { Sheet } from '../sheet.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';

/** Width of the content of a sheet in px, where a picture needs no more. */
export const leastContent = 852;

/** Parts of a sheet below each other: pictures whose parts need no layout engine. All lengths are px. */
export interface PageDiagram<Kind extends string> {
    readonly kind: Kind;
    readonly sheet: Sheet;
    /** Of the content, without the margins. */
    readonly contentWidth: number;
    readonly showTitle: boolean;
    readonly parts: readonly PagePart[];
}

export interface PagePart {
    readonly block: Block;
    /** Free space above it. */
    readonly above: number;
}

/** A part, unless there is nothing in it. */
export function part(block: Block, above: number): PagePart[] {
    return block.height === 0 ? [] : [{ block, above }];
}

/** A block with free space below it, which counts also where it is the last one. */
export function withSpaceBelow(block: Block, space: number): Block {
    return { ...block, height: block.height + space };
}

/** Words in place of a drawing. */
export function wordsBlock(text: string, width: number): Block {
    const lines = wrapText(text, width, fontOf('purpose'));
    return { width, height: lines.length * 20 + 8, marks: textLines(lines, 0, 16, 20, 'purpose') };
}

/** What a sheet takes from its view, whatever the kind. */
export function viewSheet(view: View): Pick<Sheet, 'id' | 'kind' | 'theme' | 'paper'> {
    return { id: view.name, kind: view.as, theme: view.theme ?? 'auto', ...(view.page && { paper: view.page }) };
}
