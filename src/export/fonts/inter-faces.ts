/** The faces of Inter in which pictures are set, and the files that hold them in `dist/assets`. */
export interface InterFace {
    readonly file: string;
    readonly weight: 400 | 500 | 600 | 700;
    readonly style: 'normal' | 'italic';
}

export const interFaces: readonly InterFace[] = [
    { file: 'inter-400.ttf', weight: 400, style: 'normal' },
    { file: 'inter-500.ttf', weight: 500, style: 'normal' },
    { file: 'inter-600.ttf', weight: 600, style: 'normal' },
    { file: 'inter-700.ttf', weight: 700, style: 'normal' },
    { file: 'inter-400-italic.ttf', weight: 400, style: 'italic' },
    { file: 'inter-500-italic.ttf', weight: 500, style: 'italic' },
];
