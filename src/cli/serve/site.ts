import type { HtmlMeans, PolicedPage } from '../../export/html/html.ts';
import { failurePage, findingsPage, missingPage } from './findings-page.ts';
import type { Answer } from './http-server.ts';
import { listPage, type ListedMap } from './list-page.ts';
import { mapPage } from './map-page.ts';
import type { ServedMap, ServedMaps } from './served-maps.ts';

/** The list is shown after so long, also when not all maps have been looked at. */
const patienceMs = 1500;

/** What there is to see, by address. An address is only ever looked up among the maps, never in the file system. */
export class Site {
    private readonly maps: ServedMaps;
    private readonly means: HtmlMeans;
    private readonly onLooked: () => void;
    /** The version of the list of which all maps have been looked at. */
    private looked: string | undefined;

    /** `onLooked` hears when all maps of the list have been looked at. */
    constructor(maps: ServedMaps, means: HtmlMeans, onLooked: () => void) {
        this.maps = maps;
        this.means = means;
        this.onLooked = onLooked;
    }

    /** The version of a page, by its name in its facts. */
    versionOf(page: string): string {
        if (page !== '') return this.maps.find(page)?.version ?? 'none';
        const { version } = this.maps;
        return this.looked === version ? version : inPart(version);
    }

    async find(path: string, query: string): Promise<Answer | undefined> {
        if (path === '/') return this.list();
        if (path === '/events') {
            const page = /^(?:page=([a-z0-9-]{0,80}))?$/.exec(query);
            return page ? { kind: 'events', page: page[1] ?? '' } : undefined;
        }
        const [, id, findings] = /^\/maps\/([a-z0-9-]{1,80})(\/findings)?$/.exec(path) ?? [];
        if (id === undefined) return undefined;
        const map = this.maps.find(id);
        return map ? this.map(map, findings !== undefined) : { kind: 'page', status: 404, ...missingPage(id, this.means) };
    }

    private async map(map: ServedMap, findings: boolean): Promise<Answer> {
        try {
            const { maps, means } = this;
            const page: PolicedPage = findings ? findingsPage(map, await maps.factsOf(map), means) : mapPage(map, await maps.drawnOf(map), means);
            return { kind: 'page', status: 200, ...page };
        } catch (error) {
            return { kind: 'page', status: 500, ...failurePage(map, reasonOf(error), this.means) };
        }
    }

    private async list(): Promise<Answer> {
        const { version, all, problems } = this.maps;
        const listed: (ListedMap | undefined)[] = all.map(() => undefined);
        const looking = Promise.all(
            all.map(async (map, place) => {
                listed[place] = { map, facts: await this.maps.factsOf(map).catch(reasonOf) };
            }),
        );
        let timer: NodeJS.Timeout | undefined;
        const patience = new Promise<'late'>((resolve) => {
            timer = setTimeout(() => resolve('late'), patienceMs);
        });
        const isLate = (await Promise.race([looking, patience])) === 'late';
        clearTimeout(timer);
        if (isLate) void looking.then(() => this.allLooked(version));
        else this.allLooked(version);
        const shown = all.map((map, place) => listed[place] ?? { map, facts: undefined });
        return { kind: 'page', status: 200, ...listPage(shown, problems, isLate ? inPart(version) : version, this.means) };
    }

    private allLooked(version: string): void {
        if (version !== this.maps.version || this.looked === version) return;
        this.looked = version;
        this.onLooked();
    }
}

/** The version of a list with maps that have not been looked at. */
function inPart(version: string): string {
    return `${version}-in-part`;
}

function reasonOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
