import { asWhole } from '../protocol/picture-change.ts';
import type { PreviewContent, ToWebview } from '../protocol.ts';
import { offerMenus } from './context-menu.ts';
import { untilFocused } from './focus.ts';
import { connectHost } from './host.ts';
import { insteadOf } from './instead.ts';
import { t } from './l10n.ts';
import { Message } from './message.ts';
import { Notices } from './notices.ts';
import { thingOf } from './picture/drawn.ts';
import { ViewHistory } from './picture/view-history.ts';
import { PictureView } from './picture.ts';
import { answerPixels } from './pixels.ts';
import { problemWords } from './problem-words.ts';
import { Stage } from './stage.ts';
import { element, Toolbar } from './toolbar.ts';

function start(): void {
    const host = connectHost();
    const banner = element('banner', HTMLParagraphElement);
    const message = new Message(element('message', HTMLElement));
    const toolbar = new Toolbar(host, () => stage);
    const stage = new Stage(element('stage', HTMLElement), host.state().place ?? { fit: 'width' }, (place, scale) => {
        toolbar.showScale(scale);
        host.keep({ place });
    });
    const picture = new PictureView(stage, {
        // A group that many systems are folded into stands in no text.
        text: (thing, aside) => (thing.kind === 'group' ? toolbar.openGroup(thing.id) : host.send({ type: 'select', thing, aside })),
        open: (own) => host.wish({ own }),
        groups: async (by) => (await toolbar.asker.ask({ ask: 'groups', by }))?.groups ?? [],
    });
    const history = new ViewHistory(host, stage, element('toolbar', HTMLElement));

    const notices = new Notices(stage.element, () => host.send({ type: 'restartServer' }));

    offerMenus(stage.element, thingOf, (thing) => picture.factsOf(thing));

    let shown: PreviewContent | undefined;
    const show = (received: PreviewContent): void => {
        const content = asWhole(received, shown);
        // A page that was made anew in between needs the whole picture.
        if (!content) return host.send({ type: 'ready', state: host.state() });
        shown = content;
        const { uri, view, own, problems, picture: drawn, version } = content;
        const before = host.state();
        // A picture of something else is no stand-in for one that failed.
        if (drawn.state === 'failed' && (before.uri !== uri || before.view !== view)) picture.clear();
        notices.showProgress(false);
        history.arrived(content);
        host.keep({ uri, view, own });
        toolbar.show(content);
        say(banner, problemWords(problems));
        banner.classList.toggle('mild', problems.errors === 0 && drawn.state !== 'failed');
        switch (drawn.state) {
            case 'drawn':
                message.hide();
                picture.show(drawn.svg);
                break;
            case 'empty':
                picture.clear();
                message.show(insteadOf(content, drawn, host, toolbar));
                break;
            case 'failed':
                say(banner, drawn.message);
                if (picture.isEmpty) message.show(insteadOf(content, drawn, host, toolbar));
                else message.hide();
                break;
        }
        toolbar.pictureChanged();
        afterPaint(() => host.send({ type: 'painted', version }));
    };

    window.addEventListener('message', ({ data }: MessageEvent<ToWebview>) => {
        switch (data.type) {
            case 'content':
                show(data.content);
                break;
            case 'things':
                picture.know(data.things);
                toolbar.know(data.things);
                break;
            case 'waiting':
                picture.clear();
                picture.know(undefined);
                toolbar.forget();
                // What was wished for of the map before means nothing for this one.
                host.keep({ view: undefined, own: undefined, adjust: undefined, ...data.wish });
                say(banner, '');
                message.show({ words: t('Drawing {0} …', data.file), steps: [] });
                break;
            case 'busy':
                notices.showProgress(true);
                // Another view can be chosen meanwhile.
                toolbar.showViews(data.busy);
                break;
            case 'server':
                notices.showServer(data.isRunning);
                break;
            case 'wish':
                host.keep({ view: undefined, own: undefined, adjust: undefined, ...data.wish });
                break;
            case 'pinned':
                host.keep({ pinned: data.pinned });
                break;
            case 'pixels':
                void answerPixels(data, (answer) => host.send(answer));
                break;
            case 'focused':
                void untilFocused().then(() => host.send({ type: 'focused', id: data.id }));
                break;
            case 'answer':
                toolbar.asker.receive(data.number, data.answer);
                break;
            case 'mark':
                picture.mark(data.things);
                break;
        }
    });
    host.send({ type: 'ready', state: host.state() });
}

/** Calls back once what the page shows now has been painted: a message that is sent before a frame comes after it. */
function afterPaint(then: () => void): void {
    requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', then);
        port1.start();
        port2.postMessage(undefined);
    });
}

/** Shows a text as text, or hides its place where there is none. */
function say(place: HTMLElement, text: string): void {
    if (place.textContent !== text) place.textContent = text;
    place.hidden = text === '';
}

start();
