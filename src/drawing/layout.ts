import { drawingsGlobal, type ServeDrawings } from './drawing-worker.ts';
import { plainSha1 } from './hash-plain.ts';
import { serveDrawings } from './serve-drawings.ts';

// The script that draws, one file for drawing threads of Node and for workers of browsers. Whoever loads it hands it a port.

const serve: ServeDrawings = (port, hashOf = plainSha1) => serveDrawings(port, hashOf);
(globalThis as Record<string, unknown>)[drawingsGlobal] = serve;
