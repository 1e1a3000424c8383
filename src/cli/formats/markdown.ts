import { dirname, relative } from 'node:path';
import { markdownOf } from '../../export/markdown/markdown.ts';
import { pictureTitle } from '../../pipeline.ts';
import type { Format } from './format.ts';

/** A document of the whole map; its pictures are written beside it. */
export const markdown: Format = {
    word: 'markdown',
    shows: () => false,
    whole: true,
    needs: ['svg'],
    files: (map, { names, isAsked, pictureName, findings, today }) => {
        const name = names.nameFor(map.shown, undefined, 'md');
        const addressOf = (picture: string): string =>
            encodeURI(relative(dirname(name), picture).replaceAll('\\', '/')).replaceAll(/[?#]/g, encodeURIComponent);
        return [
            {
                what: 'the document',
                name,
                content: () =>
                    markdownOf({
                        model: map.model,
                        pictures: map.views
                            .filter(isAsked)
                            .map((one) => ({ title: pictureTitle(map.model, one.view), purpose: one.view.purpose, address: addressOf(pictureName(one)) })),
                        findings: findings(map).map(({ severity, code, message, file, start }) => ({
                            severity,
                            code,
                            message,
                            place: `${file}:${start.line}`,
                        })),
                        today,
                    }),
            },
        ];
    },
};
