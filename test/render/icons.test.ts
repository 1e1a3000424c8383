import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import type { IconName } from '../../src/diagram/icon-names.ts';
import { iconSize, isFilledIcon } from '../../src/diagram/icon-names.ts';
import { icons } from '../../src/render/icons.ts';
import { renderSvg } from '../../src/render/svg.ts';

const names = Object.keys(icons) as IconName[];

describe('an icon', () => {
    it.each(names)('%s is drawn inside its grid', (icon) => {
        const margin = 8;
        const size = iconSize(icon);
        const svg = renderSvg({
            sheet: { id: 'i', kind: 'x', role: 'x', caption: '', title: '', description: '', facts: [], theme: 'light' },
            width: size + 2 * margin,
            height: size + 2 * margin,
            marks: [{ type: 'icon', icon, x: margin, y: margin, style: isFilledIcon(icon) ? 'fill-ink' : 'stroke-ink' }],
        });
        const { pixels, width, height } = new Resvg(svg, { fitTo: { mode: 'zoom', value: 4 } }).render();
        const inked: { x: number; y: number }[] = [];
        for (let index = 0; index < width * height; index += 1) {
            if ((pixels[index * 4] ?? 255) < 128) {
                inked.push({ x: (index % width) / 4 - margin, y: Math.floor(index / width) / 4 - margin });
            }
        }
        expect(inked.length).toBeGreaterThan(size * 16 * 0.4);
        expect(Math.min(...inked.map(({ x }) => x), ...inked.map(({ y }) => y))).toBeGreaterThanOrEqual(0);
        expect(Math.max(...inked.map(({ x }) => x), ...inked.map(({ y }) => y))).toBeLessThan(size);
    });
});
