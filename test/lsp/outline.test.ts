import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type MapFiles, type MapOfParams, type Outline, outlineChanged, readMapOf, readOutline } from '../../src/protocol.ts';
import { LspClient } from './lsp-client.ts';

describe('the outline, over stdio', () => {
    let client: LspClient;
    let changes: number;
    let heard: (() => void) | undefined;

    beforeEach(async () => {
        client = await LspClient.start({ 'main.crmmap': 'import "./systems.crmmap"\nmap "Main"\n', 'systems.crmmap': 'system shop "Shop"\n' });
        changes = 0;
        client.connection.onNotification(outlineChanged, () => {
            changes++;
            heard?.();
        });
    });

    afterEach(() => client.stop());

    const read = (): Promise<Outline> => client.connection.sendRequest(readOutline);
    const mapOf = (params: MapOfParams): Promise<MapFiles | null> => client.connection.sendRequest(readMapOf, params);
    const change = (): Promise<void> => new Promise((resolve) => (heard = resolve));

    test('holds the maps of the folder, also those that nobody has opened', async () => {
        const { maps } = await read();
        expect(maps.map(({ title, files }) => [title, files.length])).toEqual([['Main', 2]]);
    });

    test('is told to have changed by an edit that changes what it lists, once until it is read again', async () => {
        await read();
        const uri = await client.open('systems.crmmap', 'system shop "Shop"\n');
        const told = change();
        await client.change(uri, 'system shop "Shop" { vendor "Acme" }\n');
        await told;
        expect((await read()).maps[0]?.systems).toMatchObject([{ title: 'Shop', vendor: 'Acme' }]);
        const toldAgain = change();
        await client.change(uri, 'system shop "Shop" { vendor "Acme" }\nsystem crm\n');
        await toldAgain;
        expect(changes).toBe(2);
        expect((await read()).maps[0]?.systems.map(({ id }) => id)).toEqual(['shop', 'crm']);
    });

    test('names the map of a file by the file that imports it', async () => {
        expect(await mapOf({ uri: client.uri('systems.crmmap') })).toEqual({
            uri: client.uri('main.crmmap'),
            title: 'Main',
            files: [client.uri('systems.crmmap'), client.uri('main.crmmap')],
        });
        expect(await mapOf({ uri: client.uri('nowhere.crmmap') })).toBeNull();
    });
});
