import type { PreviewContent, ToWebview } from '../protocol.ts';
import { offerMenus } from './context-menu.ts';
import { connectHost } from './host.ts';
import { thingOf } from './picture/drawn.ts';
import { Notices } from './notices.ts';
import { ViewHistory } from './picture/view-history.ts';
import { PictureView } from './picture.ts';
import { answerPixels } from './pixels.ts';
import { problemWords } from './problem-words.ts';
import { Stage } from './stage.ts';
import { element, Toolbar } from './toolbar.ts';

function start(): void {
    const host = connectHost();
    const banner = element('banner', HTMLParagraphElement);
    const message = element('message', HTMLParagraphElement);
    const toolbar = new Toolbar(
        () => stage,
        (view) => host.wish({ view, own: undefined }),
    );
    const stage = new Stage(element('stage', HTMLElement), host.state().place ?? { fit: 'width' }, (place, scale) => {
        toolbar.showScale(scale);
        host.keep({ place });
    });
    const picture = new PictureView(stage, {
        text: (thing, aside) => host.send({ type: 'select', thing, aside }),
        open: (own) => host.wish({ own }),
    });
    const history = new ViewHistory(host, stage, element('toolbar', HTMLElement));

    const notices = new Notices(stage.element, () => host.send({ type: 'restartServer' }));

    offerMenus(stage.element, thingOf);

    const show = (content: PreviewContent): void => {
        const { uri, view, own, views, problems, picture: drawn, version } = content;
        notices.showProgress(false);
        history.arrived(content);
        host.keep({ uri, view, own });
        toolbar.showViews(views, view);
        say(banner, problemWords(problems));
        banner.classList.toggle('mild', problems.errors === 0 && drawn.state !== 'failed');
        switch (drawn.state) {
            case 'drawn':
                say(message, '');
                picture.show(drawn.svg);
                break;
            case 'empty':
                picture.clear();
                say(message, [drawn.message, drawn.example].filter((line) => line !== undefined).join('\n'));
                break;
            case 'failed':
                say(message, '');
                say(banner, drawn.message);
                break;
        }
        // The frame after the next one begins when this content is on the screen.
        requestAnimationFrame(() => requestAnimationFrame(() => host.send({ type: 'painted', version })));
    };

    window.addEventListener('message', ({ data }: MessageEvent<ToWebview>) => {
        switch (data.type) {
            case 'content':
                show(data.content);
                break;
            case 'things':
                picture.know(data.things);
                break;
            case 'waiting':
                picture.clear();
                picture.know(undefined);
                host.keep(data.wish);
                say(banner, '');
                say(message, `Drawing ${data.file} …`);
                break;
            case 'busy':
                notices.showProgress(true);
                // Another view can be chosen meanwhile.
                toolbar.showViews(data.busy.views, data.busy.view);
                break;
            case 'server':
                notices.showServer(data.isRunning);
                break;
            case 'wish':
                host.keep(data.wish);
                break;
            case 'pinned':
                host.keep({ pinned: data.pinned });
                break;
            case 'pixels':
                void answerPixels(data, (answer) => host.send(answer));
                break;
            case 'mark':
                picture.mark(data.things);
                break;
        }
    });
    host.send({ type: 'ready', state: host.state() });
}

/** Shows a text as text, or hides its place where there is none. */
function say(place: HTMLElement, text: string): void {
    place.textContent = text;
    place.hidden = text === '';
}

start();
