import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { walkthroughFolder, walkthroughPictures } from '../../scripts/walkthrough/pictures.ts';
import { allTemplates } from '../../src/templates/all-templates.ts';

interface Step {
    readonly id: string;
    readonly description: string;
    readonly media: { readonly image: Readonly<Record<string, string>> };
    readonly completionEvents: readonly string[];
}

interface Manifest {
    readonly contributes: {
        readonly commands: readonly { readonly command: string }[];
        readonly views: { readonly explorer: readonly { readonly id: string }[] };
        readonly walkthroughs: readonly { readonly id: string; readonly steps: readonly Step[] }[];
        readonly snippets?: unknown;
    };
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const texts = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Record<string, string>;
const steps = contributes.walkthroughs.flatMap((walkthrough) => walkthrough.steps);

describe('the walkthrough', () => {
    test('shows pictures as they are drawn today, and no others: npm run walkthrough', async () => {
        const pictures = await walkthroughPictures();
        expect(readdirSync(walkthroughFolder).sort()).toEqual([...pictures.keys()].sort());
        for (const [file, svg] of pictures) expect(readFileSync(`${walkthroughFolder}/${file}`, 'utf8') === svg, file).toBe(true);
    });

    test('has a picture for each step in light, dark and high contrast, all of them small', () => {
        expect(steps.length).toBeGreaterThanOrEqual(5);
        for (const { id, media } of steps) {
            expect(Object.keys(media.image), id).toEqual(['light', 'dark', 'hc', 'hcLight']);
            for (const file of Object.values(media.image)) expect(existsSync(file), file).toBe(true);
        }
        const size = readdirSync(walkthroughFolder).reduce((sum, file) => sum + statSync(`${walkthroughFolder}/${file}`).size, 0);
        expect(size).toBeLessThan(400_000);
    });

    test('links to commands, views and templates that there are', () => {
        const commands = new Set(contributes.commands.map(({ command }) => command));
        const views = contributes.views.explorer.map(({ id }) => id);
        const own = steps.flatMap(({ description, completionEvents }) => [
            ...[...(texts[description.replaceAll('%', '')] ?? '').matchAll(/command:([\w.]+)/g)].map(([, command = '']) => command),
            ...completionEvents.flatMap((event) => (event.startsWith('onCommand:') ? [event.slice('onCommand:'.length)] : [])),
        ]);
        expect(own.length).toBeGreaterThan(5);
        const isKnown = (command: string): boolean =>
            commands.has(command) || views.some((view) => command === `${view}.focus`) || command.startsWith('workbench.');
        expect(own.filter((command) => !isKnown(command))).toEqual([]);
        const journey = /newMap\?([^)]*)/.exec(texts['walkthrough.journey.description'] ?? '')?.[1] ?? '';
        const [name] = JSON.parse(decodeURIComponent(journey)) as string[];
        expect(allTemplates.map((template) => template.name)).toContain(name);
    });
});

test('snippets come with completion alone, where they know the names of the map, and not a second time from the package', () => {
    expect(contributes.snippets).toBeUndefined();
});
