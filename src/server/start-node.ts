import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { folderGlobal, nodeModules } from './node-modules.ts';

// Starts the language server in a process of its own, from the file that browsers load as well.

const script = path.join(__dirname, 'web', 'server.js');
Object.assign(globalThis, { [nodeModules]: createRequire(__filename), [folderGlobal]: __dirname });
vm.runInThisContext(readFileSync(script, 'utf8'), { filename: script });
