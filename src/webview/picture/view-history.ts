import type { PreviewContent, Seen } from '../../protocol.ts';
import type { Host } from '../host.ts';
import type { Stage } from '../stage.ts';
import { button, icon, make } from '../toolbar/dom.ts';
import { came, isSameView, nothingSeen, stepped } from './history.ts';
import { words } from './words.ts';

/** The way back through the views that were seen of a map, with its buttons and keys. */
export class ViewHistory {
    private readonly host: Host;
    private readonly stage: Stage;
    private readonly back = button({ name: words.back }, () => this.step('back'), icon('back'));
    private readonly forward = button({ name: words.forward }, () => this.step('forward'), icon('forward'));
    private shown: Seen & { readonly uri?: string };
    /** What a step back or forward has asked for. */
    private awaited: Seen | undefined;

    constructor(host: Host, stage: Stage, toolbar: HTMLElement) {
        this.host = host;
        this.stage = stage;
        const { uri, view, own } = host.state();
        this.shown = { uri, view, own };
        toolbar.prepend(make('span', { class: 'steps' }, this.back, this.forward));
        this.showSteps();
        // VS Code would take the same keys for its own steps, were they not stopped on their way up.
        document.addEventListener('keydown', (event) => {
            if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
            if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
            event.preventDefault();
            event.stopPropagation();
            this.step(event.key === 'ArrowLeft' ? 'back' : 'forward');
        });
    }

    /** Takes note of what is about to be shown: where the reader was last time in a view gone back to, fitted where the view is another. */
    arrived({ uri, view, own }: PreviewContent): void {
        const { shown, awaited } = this;
        const isOtherMap = shown.uri !== uri;
        if (!isOtherMap && isSameView(shown, { view, own })) return;
        this.shown = { uri, view, own };
        if (isOtherMap && shown.uri !== undefined) this.host.keep({ seens: nothingSeen });
        if (awaited && isSameView(awaited, { view, own })) {
            this.stage.restore(awaited.place ?? { fit: 'width' });
        } else {
            const { seens = nothingSeen, place } = this.host.state();
            const isFirst = shown.view === undefined && shown.own === undefined;
            if (!isOtherMap && !isFirst) this.host.keep({ seens: came(seens, { view: shown.view, own: shown.own, place }) });
            this.stage.fit('width');
        }
        this.awaited = undefined;
        this.showSteps();
    }

    private step(way: 'back' | 'forward'): void {
        const { seens = nothingSeen, place } = this.host.state();
        const step = stepped(seens, { view: this.shown.view, own: this.shown.own, place }, way);
        if (!step) return;
        this.awaited = step.to;
        this.host.keep({ seens: step.seens });
        this.host.wish({ view: step.to.view, own: step.to.own });
        this.showSteps();
    }

    private showSteps(): void {
        const { back, forward } = this.host.state().seens ?? nothingSeen;
        this.back.disabled = back.length === 0;
        this.forward.disabled = forward.length === 0;
    }
}
