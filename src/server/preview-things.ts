import { DocumentState, type LangiumDocument, type URI } from 'langium';
import type { Diagnostic } from 'vscode-languageserver';
import { allThings } from '../diagram/things/all-things.ts';
import { dependenceOf } from '../diagram/things/dependence.ts';
import { ownViews } from '../diagram/things/own-views.ts';
import { searchWords } from '../diagram/things/search-words.ts';
import { factTeller } from '../diagram/things/thing-facts.ts';
import type { PreviewThings } from '../protocol.ts';
import type { MapModels } from './map-models.ts';
import { problemsOfThings } from './thing-problems.ts';

/** So long no newer picture may be asked for before things are told: while someone types, pictures are enough. */
const quietMs = 120;

export interface PreviewThingsOptions {
    readonly models: MapModels;
    /** What language and rules say of a file. */
    readonly diagnosticsOf: (document: LangiumDocument) => readonly Diagnostic[];
    readonly send: (things: PreviewThings) => void;
    readonly log: (message: string) => void;
}

interface Told {
    uri?: string;
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
        const told = this.previews.get(preview) ?? {};
        this.previews.set(preview, told);
        clearTimeout(told.timer);
        told.timer = setTimeout(
            () => {
                const document = documentOf();
                // A document on its way through a build comes back when that build is done.
                if (document && document.state >= DocumentState.Validated) this.tell(preview, uri, document, told);
            },
            told.uri === uri ? quietMs : 0,
        );
    }

    /** Has everything told again: the page has lost what it was told, or the preview is gone. */
    forget(preview: string): void {
        clearTimeout(this.previews.get(preview)?.timer);
        this.previews.delete(preview);
    }

    private tell(preview: string, uri: string, document: LangiumDocument, told: Told): void {
        try {
            const known = this.thingsOf(document);
            const text = JSON.stringify(known);
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
        const model = models.modelOf(document);
        const things = allThings(model);
        const factsOf = factTeller(model, things);
        const files = models.documentsOf(document).map((part) => ({ file: models.nameOf(part.uri as URI), diagnostics: diagnosticsOf(part) }));
        const problems = problemsOfThings(things, files);
        return {
            things: things.map((thing, position) => ({
                kind: thing.kind,
                id: thing.id,
                title: thing.title,
                ...(thing.within === undefined ? {} : { within: thing.within }),
                words: searchWords(thing),
                facts: factsOf(thing),
                own: ownViews(thing),
                problems: problems.get(position) ?? [],
            })),
            dependence: dependenceOf(model, things),
        };
    }
}
