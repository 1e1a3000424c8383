import type { OwnView, PreviewThings, ThingFacts, ThingReference } from '../protocol.ts';
import type { GroupFacts, Grouping } from '../protocol/way.ts';
import { moveFocus } from './focus.ts';
import { Badges } from './picture/badges.ts';
import { cardLines } from './picture/card.ts';
import { make } from './toolbar/dom.ts';
import { Drawn, thingOf } from './picture/drawn.ts';
import { ElementKeys } from './picture/element-keys.ts';
import { Groups } from './picture/groups.ts';
import { IdleWork } from './picture/idle-work.ts';
import { LivePicture } from './picture/live-picture.ts';
import { Minimap } from './picture/minimap.ts';
import { tellReader } from './picture/reader-tree.ts';
import { Selection, type Selected } from './picture/selection.ts';
import { SelectionBar } from './picture/selection-bar.ts';
import { ThingsIndex } from './picture/things-index.ts';
import { selectionWords, words } from './picture/words.ts';
import { line, showHoverCard } from './shared/hover-card.ts';
import type { Stage } from './stage.ts';

export interface PictureActions {
    /** Shows the text of a thing; to the side where the preview is to stay in sight. */
    readonly text: (thing: ThingReference, aside: boolean) => void;
    /** Shows the view of one thing. */
    readonly open: (own: OwnView) => void;
    /** What is known of the groups of a landscape that is drawn folded. */
    readonly groups: (by: Grouping) => Promise<readonly GroupFacts[]>;
}

/** So long the pointer rests on a thing before its card comes up, in ms. */
const restMs = 350;

/** So long no newer picture has come before it gets what is not seen at once, in ms. */
const quietMs = 200;

/** The picture in the page, in the colours of VS Code's theme, and what can be done with the things in it. */
export class PictureView {
    private readonly stage: Stage;
    private readonly actions: PictureActions;
    private readonly sheet = new CSSStyleSheet();
    private readonly drawn: Drawn;
    private readonly keys: ElementKeys;
    private readonly selection: Selection;
    private readonly bar: SelectionBar;
    private readonly badges: Badges;
    private readonly minimap: Minimap;
    private readonly groups: Groups;
    private readonly voice = make('p', { class: 'voice' });
    private index: ThingsIndex | undefined;
    private shown: string | undefined;
    private css = '';
    private readonly live = new LivePicture();
    private said = '';
    private marked: readonly ThingReference[] = [];
    private dressing: ReturnType<typeof setTimeout> | undefined;
    private readonly dress = new IdleWork();

    constructor(stage: Stage, actions: PictureActions) {
        this.stage = stage;
        this.actions = actions;
        this.drawn = new Drawn(stage.element);
        this.selection = new Selection(stage, this.drawn, (selected) => this.tell(selected));
        this.keys = new ElementKeys(stage.element, this.drawn, {
            select: (thing) => this.toggle(thing),
            open: (thing) => this.open(thing),
            text: actions.text,
            reveal: (element) => this.bringIntoSight(element),
        });
        this.groups = new Groups(this.drawn, actions.groups);
        this.badges = new Badges(stage, this.drawn);
        this.minimap = new Minimap(stage, this.drawn);
        this.bar = new SelectionBar({
            follow: (direction) => this.selection.follow(direction),
            open: (own) => this.openOwn(own),
            zoom: () => this.selection.zoom(),
            text: () => this.selection.thing && actions.text(this.selection.thing, false),
            end: () => this.end(),
        });
        this.voice.setAttribute('role', 'status');
        stage.element.after(this.bar.element, this.voice);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
        this.listen();
    }

    /** @throws an Error where the text is no SVG */
    show(svg: string): void {
        if (svg === this.shown) return;
        const focused = thingOf(document.activeElement);
        const before = this.live.element;
        this.live.take(svg);
        const { element, css, size } = this.live;
        if (css !== this.css) this.sheet.replaceSync((this.css = css));
        if (element !== before) this.stage.show(element, size);
        else if (size) this.stage.resize(size);
        this.shown = svg;
        this.colour();
        this.drawn.read();
        this.badges.settle();
        this.mark(this.marked);
        this.selection.apply();
        if (focused && thingOf(document.activeElement) === undefined) moveFocus(this.drawn.of(focused)[0], { preventScroll: true });
        this.dressSoon();
    }

    /** Nothing stands on the stage. */
    get isEmpty(): boolean {
        return this.shown === undefined;
    }

    clear(): void {
        this.shown = undefined;
        this.live.clear();
        this.stage.show(undefined, undefined);
        this.drawn.read();
        this.selection.apply();
        this.minimap.draw();
        this.dressSoon();
    }

    /** Takes what is known of the things of the map. */
    know(things: PreviewThings | undefined): void {
        this.index = things && new ThingsIndex(things);
        this.groups.forget();
        this.selection.know(this.index);
        this.dressSoon();
    }

    /** Marks the first of these things that is drawn: those in whose declarations the cursor is, the innermost first. */
    mark(things: readonly ThingReference[]): void {
        this.marked = things;
        for (const element of this.stage.element.querySelectorAll('.marked')) element.classList.remove('marked');
        const marked = things.map((thing) => this.drawn.of(thing)).find(({ length }) => length > 0);
        for (const element of marked ?? []) element.classList.add('marked');
    }

    /** What is known of a thing; undefined until that has come. */
    factsOf(thing: ThingReference): ThingFacts | undefined {
        return this.index?.factsOf(thing);
    }

    private listen(): void {
        const { element } = this.stage;
        element.addEventListener('click', (event) => {
            const thing = thingOf(event.target);
            if (!thing) return;
            event.preventDefault();
            this.selection.choose(thing);
            this.actions.text(thing, event.ctrlKey || event.metaKey);
        });
        element.addEventListener('dblclick', (event) => {
            const thing = thingOf(event.target);
            if (thing) this.open(thing);
        });
        element.addEventListener('click', (event) => {
            if (!thingOf(event.target)) this.end();
        });
        document.addEventListener('keydown', (event) => this.key(event));
        new MutationObserver(() => this.colour()).observe(document.body, { attributeFilter: ['class'] });
        const card = make('div', { class: 'thing-card' });
        card.hidden = true;
        card.setAttribute('role', 'tooltip');
        element.after(card);
        showHoverCard({
            card,
            stage: element,
            restMs,
            floor: () => (this.bar.element.hidden ? undefined : this.bar.element.getBoundingClientRect().top),
            thingOf: (target) => (target instanceof Element ? target.closest('#picture [data-id], #picture [data-of-id]') : null) ?? undefined,
            linesOf: (pointed) => this.cardOf(pointed),
        });
    }

    private key(event: KeyboardEvent): void {
        const { target } = event;
        const isHere = target === document.body || (target instanceof Node && (this.stage.element.contains(target) || this.bar.element.contains(target)));
        if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || !isHere || !this.selection.thing) return;
        const action = {
            u: () => this.selection.follow('up'),
            b: () => this.selection.follow('both'),
            d: () => this.selection.follow('down'),
            z: () => this.selection.zoom(),
            Escape: () => this.end(),
        }[event.key];
        if (!action) return;
        event.preventDefault();
        action();
    }

    private toggle(thing: ThingReference): void {
        const { thing: chosen } = this.selection;
        this.selection.choose(chosen?.kind === thing.kind && chosen.id === thing.id ? undefined : thing);
    }

    private end(): void {
        const { thing } = this.selection;
        const wasInBar = this.bar.element.contains(document.activeElement);
        this.selection.choose(undefined);
        if (wasInBar) (thing && this.drawn.of(thing)[0])?.focus({ preventScroll: true });
    }

    private open(thing: ThingReference): void {
        const [own] = this.index?.factsOf(thing)?.own ?? [];
        if (own) this.openOwn(own);
        else this.actions.text(thing, false);
    }

    /** All of a view of its own hangs on a thing, so that nothing is left to be lit up. */
    private openOwn(own: OwnView): void {
        this.selection.choose(undefined);
        this.actions.open(own);
    }

    private tell(selected: Selected | undefined): void {
        if (selected) this.bar.show(selected.thing, selected.direction, selected.up, selected.down);
        else this.bar.hide();
        const said = selected
            ? selectionWords(selected.thing.title, selected.thing.kind, selected.up, selected.down)
            : this.said === ''
              ? ''
              : words.noSelection;
        if (said === this.said) return;
        this.said = said;
        this.voice.textContent = said;
    }

    private cardOf(pointed: Element): readonly Node[] {
        const thing = thingOf(pointed);
        const position = thing && this.index?.positionOf(thing);
        const facts = position === undefined ? undefined : this.index?.at(position);
        if (!facts || position === undefined) {
            const group = thing && this.groups.factsOf(thing);
            if (group) return cardLines(group, []);
            const label = pointed.getAttribute('aria-label');
            return label === null ? [] : [line('b', label)];
        }
        const problems = this.index?.problemsOf(position, (part) => this.isDrawn(part)) ?? [];
        return cardLines(facts, problems, this.index?.at(facts.within ?? -1));
    }

    private isDrawn(position: number): boolean {
        const thing = this.index?.at(position);
        return thing !== undefined && this.drawn.has(thing);
    }

    /** What a picture needs beyond being seen comes after it is on the screen. */
    private dressSoon(): void {
        clearTimeout(this.dressing);
        this.dress.stop();
        this.dressing = setTimeout(() => this.dress.begin(this.dressed()), quietMs);
    }

    private *dressed(): Generator<void> {
        yield* this.badges.show(this.index);
        yield;
        this.groups.look();
        this.selection.apply();
        this.minimap.draw();
        yield;
        yield* tellReader(this.drawn, this.keys.inOrder(), this.index);
    }

    private bringIntoSight(element: SVGGElement): void {
        const page = this.stage.element.getBoundingClientRect();
        const box = element.getBoundingClientRect();
        const isInSight = box.left >= page.left && box.top >= page.top && box.right <= page.right && box.bottom <= page.bottom;
        if (!isInSight) this.stage.reveal(box, 0);
    }

    private colour(): void {
        const { classList } = document.body;
        const dark = classList.contains('vscode-dark') || (classList.contains('vscode-high-contrast') && !classList.contains('vscode-high-contrast-light'));
        const root = this.stage.element.querySelector('svg');
        root?.classList.toggle('dark', dark);
        root?.classList.toggle('light', !dark);
    }
}
