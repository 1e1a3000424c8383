import { createElkEngine } from '../layout/elk-engine.ts';
import { drawUnit, type PlacedEvent } from './draw-unit.ts';
import type { ThreadData } from './drawers.ts';
import { MapLoader } from './load.ts';
import { rasterizer } from './rasterize.ts';
import type { Unit } from './units.ts';

/** Draws units one after the other with the same tools, which are warm from the second one on. */
export function unitDrawing({ settings, cwd }: ThreadData): (unit: Unit) => AsyncIterable<PlacedEvent> {
    const tools = { loader: new MapLoader(), engine: createElkEngine(), rasterize: rasterizer(settings.scale, settings.fonts), cwd };
    return (unit) => drawUnit(unit, settings, tools);
}
