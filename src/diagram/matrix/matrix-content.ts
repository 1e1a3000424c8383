import type { CrmModel, View } from '../../model/crm-model.ts';
import type { Axis, AxisItem } from './axes.ts';
import { shownItems } from './axes.ts';
import type { Link, Shape } from './links.ts';
import type { ItemGroup } from './item-notes.ts';
import { groupedItems, notedItems } from './item-notes.ts';
import { relate } from './relations.ts';

/** A mark in a cell. */
export interface CellMark {
    readonly shape: Shape;
    readonly word: string;
}

/** A matrix with its marks; `cells[row][column]`. */
export interface MatrixContent {
    readonly axes: readonly [rows: Axis, columns: Axis];
    readonly rows: readonly AxisItem[];
    /** None where the view does not group, or the axis has nothing to group by. */
    readonly rowGroups: readonly ItemGroup[];
    readonly columnGroups: readonly ItemGroup[];
    readonly columns: readonly AxisItem[];
    readonly cells: readonly (readonly (readonly CellMark[])[])[];
    /** How many columns each row is tied to, and the other way round. */
    readonly rowCounts: readonly number[];
    readonly columnCounts: readonly number[];
    /** The view leaves out some things that the map has. */
    readonly isPart: boolean;
    /** Every kind of mark in use, each once, in the order of the shapes; interfaces count as one kind. */
    readonly kinds: readonly CellMark[];
}

type Grouped = ReturnType<typeof groupedItems>;

const order: readonly Shape[] = ['full', 'half', 'master', 'copy', 'in', 'out', 'automated', 'assisted', 'manual', 'ring', 'planned', 'leaving', 'flow', 'via'];

/** The marks of rows and columns; undefined where nothing in a map relates the two axes. */
export function matrixContent(model: CrmModel, view: View, rowAxis: Axis, columnAxis: Axis): MatrixContent | undefined {
    const links = relate(model, view, rowAxis, columnAxis);
    if (links === undefined) {
        return undefined;
    }
    const [{ items: rows, groups: rowGroups }, { items: columns, groups: columnGroups }] = shownItems(model, view, [rowAxis, columnAxis]).map((items) =>
        groupedItems(model, view, notedItems(model, view, items)),
    ) as [Grouped, Grouped];
    const marks = new Map<string, CellMark[]>();
    for (const { a, b, shape, word } of [...links].sort(byShape)) {
        const key = cellKey(a, b);
        marks.set(key, [...(marks.get(key) ?? []), { shape, word }]);
    }
    const cells = rows.map((row) => columns.map((column) => marks.get(cellKey(row.id, column.id)) ?? []));
    const kinds = new Map(
        cells
            .flat(2)
            .sort(byShape)
            .map((mark) => [isNumber(mark.shape) ? mark.shape : `${mark.shape} ${mark.word}`, mark] as const)
            .toReversed(),
    );
    return {
        axes: [rowAxis, columnAxis],
        rowGroups,
        columnGroups,
        rows,
        columns,
        cells,
        rowCounts: cells.map((row) => row.filter((cell) => cell.length > 0).length),
        columnCounts: columns.map((_, index) => cells.filter((row) => (row[index] ?? []).length > 0).length),
        isPart: view.include.length + view.exclude.length + view.audience.length > 0,
        kinds: [...kinds.values()].toReversed(),
    };
}

/** Marks that are numbers of interfaces: these are their own words. */
export function isNumber(shape: Shape): boolean {
    return shape === 'flow' || shape === 'via';
}

function cellKey(row: string, column: string): string {
    return JSON.stringify([row, column]);
}

function byShape(one: Pick<Link, 'shape'>, two: Pick<Link, 'shape'>): number {
    return order.indexOf(one.shape) - order.indexOf(two.shape);
}
