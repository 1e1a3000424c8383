import { drawView } from '../../pipeline.ts';
import type { Format } from './format.ts';

/** A picture of each view, in pixels. */
export const png: Format = {
    word: 'png',
    shows: () => true,
    whole: false,
    files: (map, { names, engine, theme, rasterize }) =>
        map.views.map((mapView) => {
            const { view } = mapView;
            return {
                view: mapView,
                what: `view ${view.name} as PNG`,
                name: names.nameFor(map.shown, view.name, 'png'),
                content: async () => rasterize(await drawView(map.model, theme ? { ...view, theme } : view, engine)),
            };
        }),
};
