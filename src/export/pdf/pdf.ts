import type { PlacedDiagram } from '../../layout/placed-diagram.ts';
import { PdfFonts } from './fonts.ts';
import { number, PdfObjects, textString } from './objects.ts';
import { pageContent } from './page.ts';

/** Points of 1/72 inch for each px, of which an inch has 96. */
const pointsPerPx = 0.75;
const pointsPerMillimetre = 72 / 25.4;
/** What readers of PDF take as the longest side of a page. */
const longest = 14_400;

/**
 * A document with a page for each picture, as large as the picture or as the paper that it is made for. Texts are texts, and lines are
 * lines. The same pictures give the same bytes.
 *
 * @param fonts the faces of Inter in the order of `interFaces`, then others for what Inter lacks
 */
export function pdfOf(title: string, pages: readonly PlacedDiagram[], fonts: readonly Uint8Array[]): Uint8Array {
    const objects = new PdfObjects();
    const all = new PdfFonts(fonts);
    const [root, tree, resources, outlines] = [objects.reserve(), objects.reserve(), objects.reserve(), objects.reserve()];
    const ids = pages.map((placed) => {
        const { width, height, millimetres } = placed;
        const scale = millimetres ? (millimetres.width * pointsPerMillimetre) / width : Math.min(pointsPerPx, longest / Math.max(width, height));
        const turn = `${number(scale)} 0 0 ${number(-scale)} 0 ${number(height * scale)} cm`;
        const content = objects.addStream(`${turn}\n${pageContent(placed, all)}`);
        const box = `/MediaBox[0 0 ${number(width * scale)} ${number(height * scale)}]`;
        return objects.add(`<</Type/Page/Parent ${tree} 0 R${box}/Resources ${resources} 0 R/Contents ${content} 0 R>>`);
    });
    objects.set(resources, all.write(objects));
    objects.set(tree, `<</Type/Pages/Count ${ids.length}/Kids[${ids.map((id) => `${id} 0 R`).join(' ')}]>>`);
    writeOutlines(
        objects,
        outlines,
        pages.map(({ sheet }, index) => ({ title: sheet.title, page: ids[index] ?? 0 })),
    );
    objects.set(root, `<</Type/Catalog/Pages ${tree} 0 R/Outlines ${outlines} 0 R/PageMode/UseOutlines/Lang(en)/ViewerPreferences<</DisplayDocTitle true>>>>`);
    const info = objects.add(`<</Title${textString(title)}/Producer(CRM Map)>>`);
    return objects.file(root, info);
}

/** The list of pages that a reader shows beside them. */
function writeOutlines(objects: PdfObjects, outlines: number, entries: readonly { readonly title: string; readonly page: number }[]): void {
    const ids = entries.map(() => objects.reserve());
    entries.forEach(({ title, page }, index) => {
        const link = (name: string, id: number | undefined): string => (id === undefined ? '' : `/${name} ${id} 0 R`);
        objects.set(
            ids[index] ?? 0,
            `<</Title${textString(title)}/Parent ${outlines} 0 R${link('Prev', ids[index - 1])}${link('Next', ids[index + 1])}/Dest[${page} 0 R/Fit]>>`,
        );
    });
    objects.set(outlines, `<</Type/Outlines/First ${ids[0] ?? 0} 0 R/Last ${ids.at(-1) ?? 0} 0 R/Count ${ids.length}>>`);
}
