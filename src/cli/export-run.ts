import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { nearest } from '../../language/nearest.ts';
import { sentenceList, UsageError } from './args.ts';
import type { DrawEvent, PlacedEvent } from './draw-unit.ts';
import type { Drawer } from './drawers.ts';
import type { ExportSettings } from './export-settings.ts';
import { failureText } from './failure-text.ts';
import { type ExitStatus, type Host, worst } from './host.ts';
import { InOrder } from './in-order.ts';
import { plural } from './plural.ts';
import { printableLine } from './printable.ts';
import type { Unit } from './units.ts';
import { holds, writeFile } from './write-file.ts';

/** What waits to be written; beyond it no further unit is started. */
const mostWaiting = 64_000_000;

/** One run of `export`: has units drawn, and writes or compares what comes of them, in the order of the maps. */
export class ExportRun {
    status: ExitStatus = 0;
    private readonly settings: ExportSettings;
    private readonly host: Host;
    private readonly told = new Set<string>();
    private readonly views = new Map<number, readonly string[]>();
    /** Nothing is written before it is known that all views that are asked for are there. */
    private held: DrawEvent[] | undefined;
    private readonly order = new InOrder<DrawEvent>((event) => this.pass(event));
    private handling: Promise<void> = Promise.resolve();
    private waiting = 0;
    private done = 0;
    private written = 0;
    private readonly brief: boolean;

    /** @param brief files that would not change are not named */
    constructor(settings: ExportSettings, host: Host, brief = false) {
        this.brief = brief;
        this.settings = settings;
        this.host = host;
        this.held = settings.draw.views.length > 0 ? [] : undefined;
    }

    /** `2 files written, 1 unchanged.` */
    get summary(): string {
        return `${plural(this.written, 'file')} written, ${this.done - this.written} unchanged.`;
    }

    fail(failure: ExitStatus, message: string): void {
        this.status = worst(this.status, failure);
        const line = printableLine(message);
        // A file may be a part of several maps.
        if (this.told.has(line)) return;
        this.told.add(line);
        this.host.err(`crmmap: ${line}\n`);
    }

    /**
     * Draws all units.
     *
     * @throws UsageError when no map has a view that is asked for
     */
    async drawAll(units: readonly Unit[], drawer: Drawer): Promise<void> {
        const own = units.filter(({ maps }) => maps.some((map) => map.own));
        const others = units.filter((unit) => !own.includes(unit));
        const drawn = new Set(own.flatMap(({ maps }) => maps.map(({ place }) => place)));
        for (let place = 0; place < Math.max(0, ...drawn); place += 1) if (!drawn.has(place)) this.order.close(place);
        await this.draw(own, drawer);
        if (this.held && this.views.size > 0) {
            // Other shards draw them; whether a view is there does not depend on the shard.
            await this.draw(others, drawer);
            if (this.held)
                throw noSuchView(
                    this.missingViews(),
                    [...this.views].sort(([a], [b]) => a - b).flatMap(([, names]) => names),
                );
        }
        this.release();
        await this.handling;
        if (this.settings.check && this.status === 0) this.host.out(`${plural(this.done, 'file')} in ${printableLine(this.settings.out)} up to date.\n`);
    }

    private async draw(units: readonly Unit[], drawer: Drawer): Promise<void> {
        const open = new Set<Promise<void>>();
        for (const unit of units) {
            while (open.size >= drawer.jobs || (open.size > 0 && this.waiting > mostWaiting)) await Promise.race(open);
            const drawing = this.drawOne(unit, drawer).finally(() => open.delete(drawing));
            open.add(drawing);
            // On this thread, a file is written before the next map is drawn.
            if (drawer.jobs === 1) await drawing.then(() => this.handling);
        }
        await Promise.all(open);
    }

    private async drawOne(unit: Unit, drawer: Drawer): Promise<void> {
        try {
            await drawer.draw(unit, (event) => this.hear(event));
        } catch (error) {
            const reason = error instanceof Error ? error.message : String(error);
            for (const { own, place, shown } of unit.maps)
                if (own) this.order.add(place, { kind: 'failure', status: 2, message: `${shown} cannot be drawn, by a fault of the program: ${reason}` });
        }
        for (const { place } of unit.maps) this.order.close(place);
    }

    private hear({ place, event }: PlacedEvent): void {
        if (event.kind === 'views') {
            this.views.set(place, event.names);
            if (this.missingViews().length === 0) this.release();
            return;
        }
        if (event.kind === 'file') this.waiting += event.content.length;
        this.order.add(place, event);
    }

    private missingViews(): string[] {
        const known = new Set([...this.views.values()].flat());
        return this.settings.draw.views.filter((name) => !known.has(name));
    }

    private release(): void {
        const held = this.held ?? [];
        this.held = undefined;
        for (const event of held) this.pass(event);
    }

    private pass(event: DrawEvent): void {
        if (this.held) this.held.push(event);
        else this.handling = this.handling.then(() => this.handle(event));
    }

    private async handle(event: DrawEvent): Promise<void> {
        if (event.kind === 'failure') this.fail(event.status, event.message);
        if (event.kind === 'note') this.host.err(`crmmap: ${printableLine(event.message)}\n`);
        if (event.kind !== 'file') return;
        await this.file(event);
        this.waiting -= event.content.length;
    }

    private async file({ name, what, drawn, content }: DrawEvent & { readonly kind: 'file' }): Promise<void> {
        const { out, check } = this.settings;
        const { cwd } = this.host;
        this.done += 1;
        const shown = printableLine(`${out.replace(/\/+$/, '') || '/'}/${name.replaceAll('\\', '/')}`);
        const path = resolve(cwd, out, name);
        if (check) {
            const verb = drawn ? 'drawn' : 'written';
            if (!existsSync(path)) this.fail(1, `${shown} is missing: ${what} would be ${verb} there.`);
            else if (!holds(path, content)) this.fail(1, `${shown} is out of date: it is not what ${what} would be ${verb} as now.`);
            return;
        }
        try {
            const written = await writeFile(path, content, resolve(cwd, out));
            if (written) this.written += 1;
            if (written || !this.brief) this.host.out(`${shown}${written ? '' : ' (unchanged)'}\n`);
        } catch (error) {
            this.fail(2, `${shown} cannot be written: ${failureText(error)}`);
        }
    }
}

function noSuchView([name = '']: readonly string[], views: readonly string[]): UsageError {
    const known = [...new Set(views)];
    const meant = nearest(name, known);
    return new UsageError(
        `There is no view ${name}. ${meant === undefined ? `There ${known.length === 1 ? 'is' : 'are'} ${sentenceList(known)}.` : `Did you mean ${meant}?`}`,
    );
}
