import { expect, test } from 'vitest';
import type { PreviewBusy, PreviewContent } from '../../src/protocol.ts';
import { MapModels } from '../../src/server/map-models.ts';
import { PreviewService } from '../../src/server/preview-service.ts';
import { LiveWorkspace } from '../language/live-workspace.ts';

test('a picture that takes its time is announced with the other views, and one of these can be had instead', async () => {
    const text = 'system a\nsystem b\na -> b\nview all as landscape\nview few as landscape { include a }\n';
    const live = await LiveWorkspace.open(new Map([['map.crmmap', text]]));
    const uri = live.uri('map.crmmap').toString();
    const sent: PreviewContent[] = [];
    let announce: (busy: PreviewBusy) => void = () => undefined;
    const announced = new Promise<PreviewBusy>((resolve) => (announce = resolve));
    let showed: () => void = () => undefined;
    const shown = new Promise<void>((resolve) => (showed = resolve));
    let left: boolean | undefined;
    const previews = new PreviewService({
        shared: live.shared,
        models: new MapModels(live.language),
        rules: { diagnosticsOf: () => [] },
        // The first picture never comes.
        draw: ({ sheet }, _, signal) => {
            if (sheet.id === 'few') return Promise.resolve('<svg/>');
            return new Promise((_, reject) =>
                signal.addEventListener('abort', () => {
                    left = true;
                    reject(new Error('left'));
                }),
            );
        },
        send: (content) => {
            sent.push(content);
            showed();
        },
        sendThings: () => undefined,
        sendBusy: announce,
        log: (message) => expect.fail(message),
    });
    await previews.subscribe({ preview: 'a', uri });
    expect(await announced).toMatchObject({ preview: 'a', uri, view: 'all', views: [{ name: 'all' }, { name: 'few' }] });
    expect(left).toBeUndefined();
    await previews.subscribe({ preview: 'a', uri, view: 'few' });
    await shown;
    expect(left).toBe(true);
    expect(sent).toMatchObject([{ view: 'few', picture: { state: 'drawn', svg: '<svg/>' } }]);
});
