import { roundedNumber } from '../diagram/geometry.ts';
import type { IconName } from '../diagram/icon-names.ts';
import type { IconPart } from './icons.ts';
import { icons } from './icons.ts';

export interface DefinitionNeeds {
    /** The id of the picture's root. */
    readonly id: string;
    readonly icons: ReadonlySet<IconName>;
    /** Place and size of each clipping box, written as attributes. */
    readonly clips: readonly string[];
    readonly hatch: boolean;
    readonly shade: boolean;
}

/** The `defs` of a picture: only what it uses; empty where it uses none. */
export function definitions(needs: DefinitionNeeds): string {
    const { id } = needs;
    const parts = [...needs.icons].sort().map((icon) => `<g id="${id}-${icon}">${icons[icon].map(partSvg).join('')}</g>`);
    needs.clips.forEach((place, index) => {
        parts.push(`<clipPath id="${id}-clip-${index + 1}"><rect${place}/></clipPath>`);
    });
    if (needs.hatch) {
        parts.push(
            `<pattern id="${id}-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
                '<rect width="8" height="8" class="hatch-ground"/><path d="M0 0V8" class="hatch-line"/></pattern>',
        );
    }
    if (needs.shade) {
        parts.push(`<linearGradient id="${id}-shade"><stop offset="0" class="shade-from"/><stop offset="1" class="shade-to"/></linearGradient>`);
    }
    return parts.length === 0 ? '' : `<defs>\n${parts.join('\n')}\n</defs>`;
}

/** A part of an icon as an element of SVG. */
export function partSvg(part: IconPart): string {
    if (typeof part === 'string') {
        return `<path d="${part}"/>`;
    }
    if ('circle' in part) {
        const [x, y, radius] = part.circle.map(roundedNumber);
        return `<circle cx="${x}" cy="${y}" r="${radius}"/>`;
    }
    const [x, y, width, height, radius] = part.box.map(roundedNumber);
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}"/>`;
}
