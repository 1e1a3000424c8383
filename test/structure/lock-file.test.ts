import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Locked {
    readonly optionalDependencies?: Readonly<Record<string, string>>;
    readonly resolved?: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Readonly<Record<string, Locked>> };

test('the lock file knows the packages of every platform, without which `npm ci` refuses it', () => {
    const wanted = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
        Object.keys(optionalDependencies).map((name) => ({ place, name })),
    );
    const missing = wanted.filter(({ place, name }) => !packages[`${place}/node_modules/${name}`] && !packages[`node_modules/${name}`]);
    expect(missing).toEqual([]);
});

test('the lock file names no registry', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved?.startsWith('http'))).toEqual([]);
});
