/** Draws the pictures of the walkthrough from the templates, light and dark, into `media/walkthrough`. Commit them. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { walkthroughFolder, walkthroughPictures } from './walkthrough/pictures.ts';

const pictures = await walkthroughPictures();
mkdirSync(walkthroughFolder, { recursive: true });
for (const file of readdirSync(walkthroughFolder)) if (!pictures.has(file)) rmSync(`${walkthroughFolder}/${file}`);
for (const [file, svg] of pictures) {
    writeFileSync(`${walkthroughFolder}/${file}`, svg);
    console.log(`${walkthroughFolder}/${file} ${Math.ceil(svg.length / 1024)} kB`);
}
