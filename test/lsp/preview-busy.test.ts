import { afterEach, beforeEach, expect, test } from 'vitest';
import { type PreviewBusy, previewBusy } from '../../src/protocol.ts';
import { bigMap } from './big-map.ts';
import { LspClient } from './lsp-client.ts';

let client: LspClient;

beforeEach(async () => {
    client = await LspClient.start();
});

afterEach(() => client.stop());

test('a picture that takes its time is announced with the other views, and one of these can be had instead', async () => {
    const uri = await client.open('big.crmmap', `${bigMap({ systems: 200, flows: 320 })}view all as landscape\nview few as landscape { include s1 }\n`);
    const busy = new Promise<PreviewBusy>((resolve) => void client.connection.onNotification(previewBusy, resolve));
    await client.subscribe({ preview: 'a', uri });
    const announced = await busy;
    expect(announced).toMatchObject({ preview: 'a', uri, view: 'all' });
    expect(announced.views.map(({ name }) => name)).toEqual(['all', 'few']);
    await client.subscribe({ preview: 'a', uri, view: 'few' });
    const content = await client.picture(({ view }) => view === 'few');
    expect(content.picture.state).toBe('drawn');
    expect(client.pictures.map(({ view }) => view)).toEqual(['few']);
});
