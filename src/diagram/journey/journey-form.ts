import type { Journey, View } from '../../model/crm-model.ts';
import { pxPerMm } from '../paper-sizes.ts';
import { fontOf, roomForWords } from '../text-metrics.ts';
import type { GridForm, JourneyGrid } from './journey-grid.ts';
import { cardFor, cardWidth, contentLeft, journeyGrid, mostCard } from './journey-grid.ts';
import { columnCount, commonColumns, journeyRows, narrowColumns } from './journey-rows.ts';

/** How a journey is spread over its sheet. */
export interface JourneyForm {
    /** Columns of a row, as far as no stage is longer. */
    readonly mostColumns: number;
    /** Least distance of columns, in px; the common one without it. */
    readonly pitch?: number;
}

/** Distances of columns that are tried for a page, in px: those that journeys on the common sheet have, too. */
const pitches = [140, 168, 200, 240, 288];
/** Rows that are tried for a page. */
const mostRows = 8;
/** White beside the words of a card, and from one card to the next, in px. */
const cardText = 10;
const betweenCards = 24;
/** What a page must gain by another form, so that a journey keeps the one that it has on a screen. */
const worthwhile = 1.08;

/**
 * Draws a journey in the form that its view asks for: `direction right` puts all stages beside each other, `down` no more than the common
 * sheet holds; else a row has up to 16 columns. Where the picture fills a page, that form is taken in which it is largest there.
 */
export function inBestForm<Drawn>(
    journey: Journey,
    view: View,
    draw: (form: JourneyForm) => Drawn,
    sizeOf: (drawn: Drawn) => { readonly width: number; readonly height: number },
): Drawn {
    const common = { mostColumns: view.direction === 'right' ? Number.POSITIVE_INFINITY : view.direction === 'down' ? narrowColumns : commonColumns };
    let best = draw(common);
    const paper = view.page;
    if (paper === undefined) {
        return best;
    }
    const scaleOf = (drawn: Drawn): number => {
        const { width, height } = sizeOf(drawn);
        return pxPerMm(paper, width, height);
    };
    let least = scaleOf(best) / worthwhile;
    for (const form of pageForms(journey, common.mostColumns, view.direction === undefined)) {
        // Its width alone would make it smaller.
        if (pxPerMm(paper, form.width, 0) >= least) {
            continue;
        }
        const drawn = draw(form);
        const scale = scaleOf(drawn);
        if (scale < least) {
            best = drawn;
            least = scale;
        }
    }
    return best;
}

function pageForms(journey: Journey, mostColumns: number, isFree: boolean): (JourneyForm & { readonly pitch: number; readonly width: number })[] {
    const count = columnCount(journey);
    const columns = isFree ? Array.from({ length: mostRows }, (_, index) => Math.ceil(count / (index + 1))) : [mostColumns];
    const seen = new Set<string>();
    return columns.flatMap((most) => {
        const lengths = journeyRows(journey, most).map(columnCount);
        const shape = lengths.join(' ');
        const isNew = !seen.has(shape);
        seen.add(shape);
        return isNew ? pitches.map((pitch) => ({ mostColumns: most, pitch, width: contentLeft + pitch * Math.max(...lengths) })) : [];
    });
}

/** The columns of each row of a journey: sheet and cards as wide in all of them, and cards as wide as the longest word of a title, as far as that makes sense. */
export function gridsOf(journey: Journey, form: JourneyForm): readonly { readonly journey: Journey; readonly grid: JourneyGrid }[] {
    const rows = journeyRows(journey, form.mostColumns);
    const titles = journey.stages.flatMap((stage) => stage.touchpoints.map(({ title }) => title));
    const words = titles.reduce((width, title) => roomForWords(title, fontOf('name'), width, mostCard - 2 * cardText), 0);
    const card = words + 2 * cardText;
    const pitch = card > cardWidth ? Math.max(form.pitch ?? 0, Math.ceil((card + betweenCards) / 4) * 4) : form.pitch;
    const own: GridForm = pitch === undefined ? {} : { pitch };
    const all = rows.map((row) => journeyGrid(row, own));
    const common = { ...own, card: Math.max(card, cardFor(Math.min(...all.map((grid) => grid.pitch)))) };
    if (rows.length === 1) {
        return [{ journey, grid: journeyGrid(journey, common) }];
    }
    const width = Math.max(...all.map((grid) => grid.width));
    return rows.map((row) => ({ journey: row, grid: journeyGrid(row, { ...common, width }) }));
}
