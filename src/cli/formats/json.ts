import type { Format } from './format.ts';

/** The model of a map. */
export const json: Format = {
    word: 'json',
    shows: () => false,
    whole: true,
    files: (map, { names }) => [
        { what: 'the model', name: names.nameFor(map.shown, undefined, 'json'), content: () => `${JSON.stringify(map.model, undefined, 2)}\n` },
    ],
};
