import { DocumentState, type LangiumDocument } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import type { PreviewThings } from '../protocol.ts';
import type { MapModels } from './map-models.ts';
import { toldThings } from './told-things.ts';

/** So long no newer picture may be asked for before things are told: while someone types, pictures are enough. */
const quietMs = 250;

export interface PreviewThingsOptions {
    readonly models: MapModels;
    /** What language and rules say of a file. */
    readonly diagnosticsOf: (document: LangiumDocument) => readonly Diagnostic[];
    readonly send: (things: PreviewThings) => void;
    readonly log: (message: string) => void;
}

/** Telling of a very large map takes its time: the wait before it is so many times as long. */
const patience = 10;

interface Told {
    uri?: string;
    /** How long it took last, in ms. */
    took: number;
    /** What was sent last, as JSON. */
    text?: string;
    timer?: ReturnType<typeof setTimeout>;
}

/** Tells previews of the things of their maps: after a picture, never before it, and only what has changed. */
export class PreviewThingsTeller {
    private readonly options: PreviewThingsOptions;
    private readonly previews = new Map<string, Told>();

    constructor(options: PreviewThingsOptions) {
        this.options = options;
    }

    /** Has a preview told, soon; asked again before that, the wait starts anew. The document is that of its map, as it is by then. */
    tellSoon(preview: string, uri: string, documentOf: () => LangiumDocument | undefined): void {
        const told = this.previews.get(preview) ?? { took: 0 };
        this.previews.set(preview, told);
        clearTimeout(told.timer);
        told.timer = setTimeout(
            () => {
                const document = documentOf();
                // A document on its way through a build comes back when that build is done.
                if (document && document.state >= DocumentState.Validated) this.tell(preview, uri, document, told);
            },
            told.uri === uri ? Math.max(quietMs, patience * told.took) : 0,
        );
    }

    /** Has everything told again: the page has lost what it was told, or the preview is gone. */
    forget(preview: string): void {
        clearTimeout(this.previews.get(preview)?.timer);
        this.previews.delete(preview);
    }

    private tell(preview: string, uri: string, document: LangiumDocument, told: Told): void {
        try {
            const start = performance.now();
            const known = this.thingsOf(document);
            const text = JSON.stringify(known);
            told.took = performance.now() - start;
            if (told.uri === uri && told.text === text) return;
            told.uri = uri;
            told.text = text;
            this.options.send({ preview, uri, ...known });
        } catch (error) {
            this.options.log(`The things of a map could not be told: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        }
    }

    private thingsOf(document: LangiumDocument): Pick<PreviewThings, 'things' | 'dependence'> {
        const { models, diagnosticsOf } = this.options;
        const files = models.documentsOf(document).map((part) => ({ file: models.nameOf(part.uri), diagnostics: diagnosticsOf(part) }));
        return toldThings(models.modelOf(document), files);
    }
}
