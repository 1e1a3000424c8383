import { nodeModules } from './node-modules.ts';

// The language server, one file for Node and for browsers; only what belongs to the place where it runs is ever evaluated.

void (nodeModules in globalThis ? import('./main-node.ts') : import('./main-web.ts'));
