import type { DrawnText, TextToDraw } from '../../protocol.ts';
import type { Block } from './block.ts';

export interface BlockPicturesOptions {
    readonly draw: (text: TextToDraw, signal: AbortSignal) => Promise<DrawnText>;
    /** Is called when blocks are to be shown anew. */
    readonly changed: () => void;
}

/** What is known of a block now. Without an answer it is being drawn, and what stood in its place before may stay. */
export interface BlockState {
    readonly answer?: DrawnText;
    readonly last?: string;
}

interface Entry {
    answer?: DrawnText;
    /** It says nothing of the text: the server did not answer. */
    failed?: boolean;
    /** A preview has asked for the block since its answer is there. */
    seen?: boolean;
    readonly drawing: AbortController;
}

/** The blocks of a document when it was shown last. */
interface Shown {
    readonly keys: string[];
    readonly pictures: (string | undefined)[];
}

const mostAnswers = 200;
const mostDocuments = 20;
/** So long may the first of several pictures wait for the others, in milliseconds: the preview loads its whole page anew for each time. */
const togetherMs = 400;

/**
 * VS Code drops a wish to refresh while it waits for one of its own that only looks whether the text has changed, as after a document
 * was opened or typed in. So a preview that has not asked after so many milliseconds is told again, and later each time.
 */
const patienceMs = 500;
const mostTellings = 4;

/** Pictures of blocks. Who asks has an answer at once: what was drawn before, or that it is on its way. */
export class BlockPictures {
    private readonly options: BlockPicturesOptions;
    private readonly entries = new Map<string, Entry>();
    private readonly shown = new Map<string, Shown>();
    private waiting = 0;
    private timer: ReturnType<typeof setTimeout> | undefined;
    /** Runs after blocks were to be shown anew. */
    private patience: ReturnType<typeof setTimeout> | undefined;

    constructor(options: BlockPicturesOptions) {
        this.options = options;
    }

    /** Whether any block was asked for. */
    get isUsed(): boolean {
        return this.shown.size > 0;
    }

    /**
     * What is known of a block.
     *
     * @param document the address of the document
     * @param blocks all blocks of the document
     * @param index the place of the block among them
     */
    look(document: string, blocks: readonly Block[], index: number): BlockState {
        const keys = blocks.map((block) => keyOf(document, block));
        const shown = this.shownIn(document, keys);
        const key = keys[index];
        const block = blocks[index];
        if (key === undefined || block === undefined) return {};
        const before = shown.keys[index];
        shown.keys[index] = key;
        if (before !== undefined && before !== key) this.abandon(before);
        const { answer } = this.entries.get(key) ?? this.start(key, { text: block.text, view: block.view, within: document === '' ? undefined : document });
        const entry = this.entries.get(key);
        if (entry) renew(this.entries, key, entry, mostAnswers);
        if (!answer || !entry) return { last: shown.pictures[index] };
        entry.seen = true;
        shown.pictures[index] = answer.svg;
        return { answer };
    }

    /** Has blocks that depend on other files drawn anew. */
    forgetImporting(): void {
        this.forget(({ answer }) => answer?.imports === true);
    }

    /** Has blocks drawn anew of which the server could say nothing. */
    retry(): void {
        this.forget(({ failed }) => failed === true);
    }

    dispose(): void {
        clearTimeout(this.timer);
        clearTimeout(this.patience);
        for (const { drawing } of this.entries.values()) drawing.abort();
        this.entries.clear();
        this.shown.clear();
    }

    /** Blocks keep their places while there are as many of them; else they are known by their texts alone. */
    private shownIn(document: string, keys: readonly string[]): Shown {
        const before = this.shown.get(document);
        const shown = before?.keys.length === keys.length ? before : { keys: [...keys], pictures: keys.map((key) => this.entries.get(key)?.answer?.svg) };
        renew(this.shown, document, shown, mostDocuments);
        return shown;
    }

    private start(key: string, text: TextToDraw): Entry {
        const entry: Entry = { drawing: new AbortController() };
        this.entries.set(key, entry);
        this.waiting++;
        void this.options
            .draw(text, entry.drawing.signal)
            .catch((error: unknown): DrawnText => {
                entry.failed = true;
                return {
                    message: `This map could not be drawn. ${error instanceof Error ? error.message : String(error)}`,
                    errors: [],
                    moreErrors: 0,
                    imports: false,
                };
            })
            .then((answer) => {
                this.waiting--;
                entry.answer = answer;
                if (this.entries.get(key) === entry) this.tell();
            });
        return entry;
    }

    /** Nobody sees the block any more. */
    private abandon(key: string): void {
        const entry = this.entries.get(key);
        if (!entry || entry.answer || [...this.shown.values()].some(({ keys }) => keys.includes(key))) return;
        entry.drawing.abort();
        this.entries.delete(key);
    }

    private forget(isOld: (entry: Entry) => boolean): void {
        const old = [...this.entries].filter(([, entry]) => isOld(entry));
        for (const [key] of old) this.entries.delete(key);
        if (old.length > 0) this.tell();
    }

    private tell(): void {
        if (this.waiting > 0) {
            this.timer ??= setTimeout(() => this.flush(), togetherMs);
        } else {
            this.flush();
        }
    }

    private flush(tellings = 1): void {
        clearTimeout(this.timer);
        clearTimeout(this.patience);
        this.timer = undefined;
        if (tellings < mostTellings) {
            this.patience = setTimeout(
                () => {
                    if (this.isAnyUnseen()) this.flush(tellings + 1);
                },
                patienceMs * 2 ** (tellings - 1),
            );
        }
        this.options.changed();
    }

    private isAnyUnseen(): boolean {
        return [...this.shown.values()].some(({ keys }) =>
            keys.some((key) => {
                const entry = this.entries.get(key);
                return entry === undefined || (entry.answer !== undefined && entry.seen !== true);
            }),
        );
    }
}

function keyOf(document: string, { text, view }: Block): string {
    // Only an import makes the place of a text matter, and the name of the document, which is the title of a map without one.
    return JSON.stringify([document, view, text]);
}

function renew<T>(map: Map<string, T>, key: string, value: T, most: number): void {
    map.delete(key);
    map.set(key, value);
    const [oldest] = map.keys();
    if (map.size > most && oldest !== undefined) map.delete(oldest);
}
