import { drawView } from '../../pipeline.ts';
import type { Format } from './format.ts';

/** A picture of each view. */
export const svg: Format = {
    word: 'svg',
    shows: () => true,
    whole: false,
    files: (map, { pictureName, engine, theme }) =>
        map.views.map((mapView) => {
            const { view } = mapView;
            return {
                view: mapView,
                what: `view ${view.name}`,
                name: pictureName(mapView),
                content: () => drawView(map.model, theme ? { ...view, theme } : view, engine),
            };
        }),
};
