// The program that is started in place of VS Code's server, whose file is the first argument: it becomes the server, and ends with all that it
// has started once its input ends. So no server is left over where the tests were killed.

import process from 'node:process';
import { pathToFileURL } from 'node:url';

const [file = ''] = process.argv.splice(2, 1);
process.stdin.on('end', () => {
    if (process.platform === 'win32') process.exit(1);
    // It leads a group of its own.
    process.kill(-process.pid, 'SIGKILL');
});
process.stdin.resume();
await import(pathToFileURL(file).href);
