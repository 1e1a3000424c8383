/** Geometry of a picture on the page; all lengths are px of the page, scales are factors. */
export interface Size {
    readonly width: number;
    readonly height: number;
}

export interface Point {
    readonly x: number;
    readonly y: number;
}

/** Where the left upper corner of the picture is, and how large it is shown. */
export interface FreePlace extends Point {
    readonly scale: number;
}

const margin = 12;
const visible = 48;
const smallest = 0.05;
const largest = 8;

/** The place of a picture that is fitted to the page: never larger than it is, centred, from the top. */
export function fitted(fit: 'width' | 'whole', picture: Size, page: Size): FreePlace {
    const across = (page.width - 2 * margin) / picture.width;
    const down = (page.height - 2 * margin) / picture.height;
    const scale = bounded(fit === 'width' ? across : Math.min(across, down), smallest, 1);
    return { scale, x: (page.width - picture.width * scale) / 2, y: margin };
}

/** The place after a change of scale that leaves the given point of the page on the same spot of the picture. */
export function zoomed(place: FreePlace, at: Point, factor: number): FreePlace {
    const scale = bounded(place.scale * factor, smallest, largest);
    const change = scale / place.scale;
    return { scale, x: at.x - (at.x - place.x) * change, y: at.y - (at.y - place.y) * change };
}

/** The nearest place that leaves some of the picture on the page. */
export function kept(place: FreePlace, picture: Size, page: Size): FreePlace {
    return {
        scale: place.scale,
        x: bounded(place.x, visible - picture.width * place.scale, page.width - visible),
        y: bounded(place.y, visible - picture.height * place.scale, page.height - visible),
    };
}

function bounded(value: number, least: number, most: number): number {
    return Math.min(Math.max(value, least), Math.max(least, most));
}
