/**
 * How a mark looks, said by names. `src/render/theme.ts` gives each its CSS. In a list, what stands further down in this file
 * wins over what stands higher: shapes, then text roles, then single properties. Nothing is filled or stroked unless a style
 * says so; text without a colour is `ink`.
 */
export type Style = StyleName | readonly StyleName[];

export type StyleName = ShapeStyle | FlowStyle | TextRole | FillStyle | StrokeStyle | WidthStyle | DetailStyle;

/** The colours of the palette; `inv` is text on ink. */
export type ColourName =
    | 'canvas'
    | 'frame'
    | 'card'
    | 'sunk'
    | 'hair'
    | 'edge'
    | 'mark'
    | 'ink'
    | 'ink2'
    | 'ink3'
    | 'line'
    | 'inv'
    | 'blue'
    | 'violet'
    | 'red'
    | 'green'
    | 'amber';

/** Whole looks of boxes and lines. */
export type ShapeStyle =
    /** System card, touchpoint card, bar: fill card, border 1 edge. Its border lights up when its thing is pointed at. */
    | 'card'
    /** Group frame and fact panel: fill frame. */
    | 'frame'
    /** Chevrons, icon tiles, bar tracks: fill sunk. */
    | 'sunk'
    /** With `card`: dashed border and hatch. The word `Retiring` must be there too. */
    | 'retiring'
    /** With `card`: dotted border and plain grey ground. The word `Retired` must be there too. */
    | 'retired'
    /** With `card`: dashed border without hatch. The word `Planned` must be there too. */
    | 'planned'
    /** With `card`: border 2 amber. */
    | 'moment-of-truth'
    /** With `card`: border 1.5 ink, for the one card in the centre. */
    | 'emphasis'
    /** Box of a tag: fill card, border 1 mark. */
    | 'tag-box'
    /** Plate on a mapping line: card fill and border. */
    | 'plate'
    /** Ground that keeps text clear of lines: fill canvas. */
    | 'label-plate'
    /** Pill of an interface number: fill ink. */
    | 'pill'
    /** Dashed box for what is not stated. */
    | 'missing'
    /** Decoration between rows: 1 hair. */
    | 'hairline'
    /** Line above a table: 1.5 ink. */
    | 'rule'
    /** Line of visibility and its like: dashed `4 3`, 1.25 mark. */
    | 'dashed-line'
    /** Shadow that fades to the right, of a pinned column. */
    | 'shade'
    /** Icon drawn by strokes: 1.4, round caps; add a stroke colour. */
    | 'icon';

/** Lines of interfaces; `flow` always, and one of the others for its timing. */
export type FlowStyle =
    | 'flow'
    | 'flow-near-real-time'
    | 'flow-scheduled'
    | 'flow-manual'
    /** A touchpoint or consumer that uses data: 1.25 ink3. */
    | 'flow-use'
    /** Arrowhead of a flow: fill line. */
    | 'flow-head'
    /** Clear 14 px path that catches the pointer. */
    | 'hit'
    /** 8 px wide canvas gap below a line that crosses another. */
    | 'halo';

/** Text by what it says: size, weight, spacing and a colour to start from. */
export type TextRole =
    | 'view-title'
    | 'score'
    | 'table-title'
    | 'quote'
    | 'stage-title'
    | 'card-title'
    | 'figure'
    | 'lifecycle-title'
    | 'purpose'
    | 'objective'
    | 'fact'
    | 'name'
    | 'entity'
    | 'cell'
    | 'body'
    | 'thought-text'
    | 'bar-label'
    | 'small'
    | 'tag'
    | 'region'
    | 'branch'
    | 'badge'
    | 'caption';

export type FillStyle = `fill-${ColourName}` | 'fill-none' | 'tint-blue' | 'tint-red' | 'tint-green' | 'tint-amber' | 'gap';

/** The colour of a stroke; it needs a width beside it where the shape has none. */
export type StrokeStyle = `stroke-${ColourName}` | 'stroke-none';

/** Width of a stroke: 1, 1.25, 1.5, 1.75, 2, 2.5, 3 px. */
export type WidthStyle = 'w1' | 'w125' | 'w15' | 'w175' | 'w2' | 'w25' | 'w3';

export type DetailStyle =
    | 'weight-400'
    | 'weight-500'
    | 'weight-600'
    | 'weight-700'
    | 'italic'
    /** Figures of one width. */
    | 'tabular'
    /** Dashed `4 3`. */
    | 'dash'
    /** Round ends and corners of a stroke. */
    | 'round';

/** The names of a style as a list. */
export function styleNames(style: Style | undefined): readonly StyleName[] {
    return style === undefined ? [] : typeof style === 'string' ? [style] : style;
}

/** A style with further names put behind it; the list keeps each name once. */
export function withStyle(style: Style | undefined, ...more: readonly StyleName[]): readonly StyleName[] {
    return [...new Set([...styleNames(style), ...more])];
}
