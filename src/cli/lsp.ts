import { createRequire } from 'node:module';
import type { ExitStatus } from './host.ts';

/**
 * `crmmap lsp`: the language server on standard input and output, the same as the extension's. It ends its process itself, when the
 * editor says so or goes away.
 */
export async function lsp(): Promise<ExitStatus> {
    process.argv.push('--stdio');
    // A bundle of its own, which stands beside the folder of this one.
    createRequire(import.meta.url)('../server.cjs');
    return new Promise(() => undefined);
}
