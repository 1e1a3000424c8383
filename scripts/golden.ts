/**
 * Draws the golden pictures anew and writes `out/golden/index.html`: each picture that changed, old beside new, light and dark.
 * Look at it, then commit `test/golden/pictures`, and those of them that the documentation shows (`docs/pictures`).
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { drawGoldenPictures, goldenFolder } from '../test/golden/golden-pictures.ts';

const report = 'out/golden';
mkdirSync(goldenFolder, { recursive: true });
rmSync(report, { recursive: true, force: true });
mkdirSync(report, { recursive: true });

const pictures = await drawGoldenPictures();
const gone = readdirSync(goldenFolder).filter((file) => !pictures.has(file));
const rows: string[] = [];
for (const [file, svg] of pictures) {
    const target = `${goldenFolder}/${file}`;
    const before = existsSync(target) ? readFileSync(target, 'utf8') : undefined;
    if (before === svg) continue;
    if (before !== undefined) writeFileSync(`${report}/old.${file}`, before);
    writeFileSync(`${report}/new.${file}`, svg);
    writeFileSync(target, svg);
    const old = before === undefined ? '<p>new</p>' : `<img src="old.${encodeURIComponent(file)}" alt="before">`;
    rows.push(`<h2>${file.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</h2><div>${old}<img src="new.${encodeURIComponent(file)}" alt="after"></div>`);
    console.log(`${before === undefined ? 'new     ' : 'changed '} ${target}`);
}
for (const file of readdirSync('docs/pictures')) {
    const svg = pictures.get(file);
    if (svg !== undefined) writeFileSync(`docs/pictures/${file}`, svg);
}
for (const file of gone) {
    rmSync(`${goldenFolder}/${file}`);
    console.log(`removed  ${goldenFolder}/${file}`);
}
writeFileSync(
    `${report}/index.html`,
    `<!doctype html><meta charset="utf-8"><title>Golden pictures</title><style>body{font:14px sans-serif;color-scheme:light dark}div{display:flex;gap:16px}img{max-width:50%}</style>${rows.join('\n') || '<p>Nothing changed.</p>'}`,
);
console.log(`${rows.length} of ${pictures.size} pictures changed. Old beside new: ${report}/index.html`);
