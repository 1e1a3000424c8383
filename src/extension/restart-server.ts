import type { BaseLanguageClient } from 'vscode-languageclient';

/** Ends the language server and starts it anew, also one that hangs, and one that has crashed so often that the client gave up. */
export async function restartServer(client: BaseLanguageClient): Promise<void> {
    // A server that hangs does not answer the farewell; the client ends its process all the same.
    if (client.isRunning()) await client.stop().catch((error: unknown) => client.error('The language server did not end in time.', error, false));
    await client.start();
}
