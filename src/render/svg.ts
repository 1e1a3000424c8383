import { roundedNumber } from '../diagram/geometry.ts';
import type { IconName } from '../diagram/icon-names.ts';
import { isFilledIcon } from '../diagram/icon-names.ts';
import type { GroupMark, IconMark, Mark, TextMark } from '../diagram/marks.ts';
import type { Style, StyleName } from '../diagram/style-names.ts';
import { styleNames, withStyle } from '../diagram/style-names.ts';
import type { PlacedDiagram } from '../layout/placed-diagram.ts';
import type { Memory } from '../diagram/memory.ts';
import { noMemory } from '../diagram/memory.ts';
import { definitions } from './definitions.ts';
import { styleSheet } from './style-sheet.ts';
import { attributes, xmlText } from './xml.ts';

/** What the marks turn out to need, gathered while they are written. */
interface Needs {
    readonly id: string;
    readonly memory: Memory;
    readonly styles: Set<StyleName>;
    readonly icons: Set<IconName>;
    readonly clips: string[];
    things: boolean;
    bidi: boolean;
}

/**
 * A picture as SVG text, well-formed whatever its texts hold, the same bytes for the same input. It holds no script, no foreign
 * object and no reference to anything outside. Throws a RangeError where a coordinate is no finite number.
 * The memory may be that of any pictures.
 */
export function renderSvg(placed: PlacedDiagram, memory: Memory = noMemory): string {
    const { sheet } = placed;
    const id = safeId(sheet.id);
    const needs: Needs = { id, memory, styles: new Set(['fill-canvas']), icons: new Set(), clips: [], things: false, bidi: false };
    const marks = placed.marks.map((mark) => markSvg(mark, needs)).join('\n');
    const width = roundedNumber(placed.width);
    const height = roundedNumber(placed.height);
    const root = attributes({
        xmlns: 'http://www.w3.org/2000/svg',
        id,
        viewBox: `0 0 ${width} ${height}`,
        width: placed.millimetres ? `${placed.millimetres.width}mm` : width,
        height: placed.millimetres ? `${placed.millimetres.height}mm` : height,
        role: 'graphics-document document',
        'aria-roledescription': sheet.role,
        'aria-labelledby': `${id}-t ${id}-d`,
        lang: 'en',
    });
    const css = styleSheet({ id, used: needs.styles, theme: sheet.theme, things: needs.things, bidi: needs.bidi });
    const defs = definitions({ id, icons: needs.icons, clips: needs.clips, hatch: needs.styles.has('retiring'), shade: needs.styles.has('shade') });
    const name = sheet.caption === '' ? sheet.title : `${sheet.caption}: ${sheet.title}`;
    return [
        `<svg${root}>`,
        `<title id="${id}-t">${xmlText(name)}</title>`,
        `<desc id="${id}-d">${xmlText(sheet.description)}</desc>`,
        `<style>\n${css}\n</style>`,
        ...(defs === '' ? [] : [defs]),
        `<rect width="${width}" height="${height}" class="fill-canvas"/>`,
        ...(marks === '' ? [] : [marks]),
        '</svg>',
        '',
    ].join('\n');
}

function safeId(id: string): string {
    const safe = id.replace(/[^A-Za-z0-9_-]/g, '-');
    return /^[A-Za-z_]/.test(safe) ? safe : `picture-${safe}`;
}

function markSvg(mark: Mark, needs: Needs): string {
    switch (mark.type) {
        case 'rect': {
            const { x, y, width, height, radius } = mark;
            const place = numbers({ x, y, width: Math.max(0, width), height: Math.max(0, height), rx: radius || undefined });
            return `<rect${place}${classOf(mark.style, needs)}/>`;
        }
        case 'circle':
            return `<circle${numbers({ cx: mark.x, cy: mark.y, r: mark.radius })}${classOf(mark.style, needs)}/>`;
        case 'path':
            return `<path${attributes({ d: mark.d })}${classOf(mark.style, needs)}/>`;
        case 'text':
            return textSvg(mark, needs);
        case 'icon':
            return iconSvg(mark, needs);
        case 'group':
            return groupSvg(mark, needs);
    }
}

function numbers(values: Readonly<Record<string, number | undefined>>): string {
    return Object.entries(values)
        .map(([name, value]) => (value === undefined ? '' : ` ${name}="${roundedNumber(value)}"`))
        .join('');
}

function classOf(style: Style | undefined, needs: Needs, ...more: readonly string[]): string {
    const names = styleNames(style);
    for (const name of names) {
        needs.styles.add(name);
    }
    const all = [...more, ...names];
    return all.length === 0 ? '' : ` class="${all.join(' ')}"`;
}

const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u200f\u202b\u202e\u2067]/u;

function textSvg(mark: TextMark, needs: Needs): string {
    const spans = typeof mark.text === 'string' ? [{ text: mark.text }] : mark.text;
    // Each part that runs from right to left is a sentence of its own, so that parts keep their order.
    const content = spans
        .map((span) => {
            const turned = rightToLeft.test(span.text);
            needs.bidi ||= turned;
            const css = classOf('style' in span ? span.style : undefined, needs, ...(turned ? ['bidi'] : []));
            return css === '' ? xmlText(span.text) : `<tspan${css}>${xmlText(span.text)}</tspan>`;
        })
        .join('');
    const start = `<text${numbers({ x: mark.x, y: mark.y })}${classOf(mark.style, needs)}${attributes({ 'text-anchor': mark.anchor })}>`;
    return `${start}${content}</text>`;
}

function iconSvg(mark: IconMark, needs: Needs): string {
    needs.icons.add(mark.icon);
    const scale = mark.scale === undefined || mark.scale === 1 ? '' : ` scale(${roundedNumber(mark.scale)})`;
    const transform = `translate(${roundedNumber(mark.x)} ${roundedNumber(mark.y)})${scale}`;
    const style = isFilledIcon(mark.icon) ? mark.style : withStyle('icon', ...styleNames(mark.style));
    return `<use href="#${needs.id}-${mark.icon}" transform="${transform}"${classOf(style, needs)}/>`;
}

/** Marks with what they turn out to need, written apart from a picture. */
interface Apart extends Pick<Needs, 'styles' | 'icons' | 'things' | 'bidi'> {
    readonly text: string;
}

/** Marks that other pictures have as well are written once. */
function insideSvg(marks: readonly Mark[], needs: Needs): string {
    const apart = needs.memory.ofKept(marks, needs.id, () => writtenApart(marks, needs));
    if (apart === undefined) return marks.map((child) => markSvg(child, needs)).join('\n');
    for (const name of apart.styles) needs.styles.add(name);
    for (const name of apart.icons) needs.icons.add(name);
    needs.things ||= apart.things;
    needs.bidi ||= apart.bidi;
    return apart.text;
}

/** Undefined where their text depends on what else the picture holds: clips are numbered. */
function writtenApart(marks: readonly Mark[], { id, memory }: Needs): Apart | undefined {
    const needs: Needs = { id, memory, styles: new Set(), icons: new Set(), clips: [], things: false, bidi: false };
    const text = marks.map((child) => markSvg(child, needs)).join('\n');
    const { styles, icons, clips, things, bidi } = needs;
    return clips.length > 0 ? undefined : { text, styles, icons, things, bidi };
}

function groupSvg(mark: GroupMark, needs: Needs): string {
    const { x = 0, y = 0, thing } = mark;
    const moved = x !== 0 || y !== 0 ? `translate(${roundedNumber(x)} ${roundedNumber(y)})` : undefined;
    const clip = mark.clip && `url(#${needs.id}-clip-${needs.clips.push(numbers(mark.clip))})`;
    const isStop = thing !== undefined && !mark.inner;
    needs.things ||= isStop;
    const data = thing ? { 'data-id': thing.id, 'data-kind': thing.kind } : {};
    const stop = thing && isStop ? { tabindex: '0', role: 'graphics-symbol img', 'aria-label': thing.label } : {};
    const css = classOf(mark.style, needs, ...(isStop ? ['n'] : []));
    const title = thing && isStop ? [`<title>${xmlText(thing.label)}</title>`] : [];
    const content = insideSvg(mark.marks, needs);
    const inside = [...title, ...(content === '' ? [] : [content])];
    const open = `<g${css}${attributes({ ...data, ...stop, transform: moved, 'clip-path': clip })}>`;
    return inside.length === 0 ? `${open}</g>` : [open, ...inside, '</g>'].join('\n');
}
