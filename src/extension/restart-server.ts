import type { ServerClient } from './server-client.ts';

/** Ends the language server and starts it anew, also one that hangs, and one that has crashed so often that the client gave up. */
export async function restartServer(client: ServerClient): Promise<void> {
    // A server that hangs does not answer the farewell; the client ends its process all the same.
    await client.stop().catch((error: unknown) => client.error('The language server did not end in time.', error, false));
    await client.start();
}
