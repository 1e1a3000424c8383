import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

test('no picture rests on functions whose last bit differs between versions of V8, nor on clock, random or locale', () => {
    const files = globSync('src/{model,diagram,layout,render,export}/**/*.ts');
    expect(files.length).toBeGreaterThan(100);
    const unsafe =
        /\*\*(?! ?\/)\s*[\w(]|Math\.(pow|exp|expm1|log\w*|sin|cos|tan|a\w*sin\w*|cbrt|random)\(|Date\.now|new Date\(\)|performance\.now|toLocale\w+\(|localeCompare|Intl\.(?!Segmenter)/;
    const code = (file: string): string =>
        readFileSync(file, 'utf8')
            .replace(/\/\*[\s\S]*?\*\//g, '')
            .replace(/^\s*\/\/.*$/gm, '');
    expect(files.filter((file) => unsafe.test(code(file)))).toEqual([]);
});
