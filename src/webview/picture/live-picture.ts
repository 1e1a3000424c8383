import { cleaned, readSvg, withoutStyle } from '../clean-svg.ts';
import { become } from './become.ts';
import { takeStep } from './take-written.ts';
import { readWritten, stepTo, type Written } from './written.ts';

/** A picture in the page, which becomes the next one. Of a picture of the same view only what differs is read, and touched. */
export class LivePicture {
    private root: SVGSVGElement | undefined;
    private text: string | undefined;
    /** How it is written, where that could be read line by line. */
    private written: Written | undefined;
    private style = '';

    /** The picture in the page. */
    get element(): SVGSVGElement | undefined {
        return this.root;
    }

    /** Its style rules, which the page takes over as a sheet of its own. */
    get css(): string {
        return this.style;
    }

    /** In px of the picture. */
    get size(): { readonly width: number; readonly height: number } | undefined {
        return this.root && { width: this.root.width.baseVal.value, height: this.root.height.baseVal.value };
    }

    /**
     * Takes a picture. Its element is another one where that before was of another view.
     *
     * @throws an Error where the text is no SVG; nothing has changed then
     */
    take(text: string): void {
        const { css, rest } = withoutStyle(text);
        const written = readWritten(rest);
        const step = written && this.written && idOf(this.written) === idOf(written) ? stepTo(this.written, written) : 'other';
        if (!this.root || step === 'other') this.takeWhole(text);
        else if (step) takeStep(this.root, step);
        this.text = text;
        this.written = written;
        this.style = css;
    }

    clear(): void {
        this.root = undefined;
        this.text = undefined;
        this.written = undefined;
    }

    private takeWhole(text: string): void {
        const { root } = readSvg(text);
        // Of another view nothing is kept, so the picture before need not be read.
        if (this.root && this.text !== undefined && this.root.id === root.id) become(this.root, readSvg(this.text).root, root);
        else this.root = cleaned(root);
    }
}

function idOf({ line }: Written): string | undefined {
    return / id="([^"]*)"/.exec(line)?.[1];
}
