import { URI } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { describe, expect, test } from 'vitest';
import { type FileQuestion, listFolder, readFile, statFile } from '../../src/protocol.ts';
import { ClientFiles } from '../../src/server/client-files.ts';

const at = (path: string): URI => URI.parse(`memory:${path}`);

/** A client with these files, and what it was asked for. */
function client(files: Record<string, string>, answers = true) {
    const asked: string[] = [];
    const sendRequest = async (method: string, { uri }: FileQuestion): Promise<unknown> => {
        asked.push(`${method} ${uri}`);
        const { path } = URI.parse(uri);
        const below = Object.keys(files).filter((name) => name.startsWith(`${path}/`));
        switch (method) {
            case statFile:
                return path in files ? { isFile: true, isDirectory: false } : below.length > 0 ? { isFile: false, isDirectory: true } : null;
            case listFolder:
                return [...new Set(below.map((name) => name.slice(path.length + 1).split('/')[0] ?? ''))].map((name) => {
                    const isFile = `${path}/${name}` in files;
                    return { name, isFile, isDirectory: !isFile };
                });
            case readFile:
                return files[path] ?? null;
            default:
                throw new Error(`Nobody answers ${method}`);
        }
    };
    return { files: new ClientFiles({ sendRequest } as unknown as Connection, () => answers), asked };
}

describe('files that the client reads', () => {
    test('are found, listed and read', async () => {
        const { files } = client({ '/maps/a.crmmap': 'system a', '/maps/parts/b.crmmap': 'system b' });
        expect(await files.exists(at('/maps/a.crmmap'))).toBe(true);
        expect(await files.exists(at('/maps/gone.crmmap'))).toBe(false);
        expect(await files.stat(at('/maps/parts'))).toMatchObject({ isDirectory: true });
        expect(await files.readFile(at('/maps/a.crmmap'))).toBe('system a');
        expect(await files.readBinary(at('/maps/a.crmmap'))).toHaveLength(8);
        expect((await files.readDirectory(at('/maps'))).map(({ uri, isFile }) => [uri.toString(), isFile])).toEqual([
            ['memory:/maps/a.crmmap', true],
            ['memory:/maps/parts', false],
        ]);
        await expect(files.readFile(at('/maps/gone.crmmap'))).rejects.toThrow('memory:/maps/gone.crmmap cannot be read.');
        await expect(files.stat(at('/maps/gone.crmmap'))).rejects.toThrow('cannot be read');
    });

    test('settings are known at once after their folder was listed, and follow changes', async () => {
        const texts: Record<string, string> = { '/maps/crmmap.json': '{"a":1}' };
        const { files } = client(texts);
        const settings = at('/maps/crmmap.json');
        expect(files.existsSync(settings)).toBe(false);
        await files.readDirectory(at('/maps'));
        expect(files.existsSync(settings)).toBe(true);
        expect(files.readFileSync(settings)).toBe('{"a":1}');
        texts['/maps/crmmap.json'] = '{"a":2}';
        await files.keepSettings(settings);
        expect(files.readFileSync(settings)).toBe('{"a":2}');
        delete texts['/maps/crmmap.json'];
        await files.keepSettings(settings);
        expect(files.existsSync(settings)).toBe(false);
        expect(() => files.readFileSync(settings)).toThrow('cannot be read');
    });

    test('a client that reads no files is asked for none', async () => {
        const { files, asked } = client({ '/maps/a.crmmap': 'system a' }, false);
        expect(await files.exists(at('/maps/a.crmmap'))).toBe(false);
        expect(await files.readDirectory(at('/maps'))).toEqual([]);
        await expect(files.readFile(at('/maps/a.crmmap'))).rejects.toThrow('cannot be read');
        expect(asked).toEqual([]);
    });
});
