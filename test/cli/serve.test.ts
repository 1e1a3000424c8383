import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addFiles, crmmap, folderWith, soundMap } from './program.ts';
import { markupOf, Serving, versionIn } from './serving.ts';

const brokenMap = soundMap.replace('frontstage shop emotion +1', 'frontstage shup emotion +1');

describe('crmmap serve', () => {
    test('lists all maps of a folder with their findings, and has a page with all views of each', async () => {
        const cwd = folderWith({
            'shop.crmmap': soundMap,
            'sub/other.crmmap': 'import "parts/p.crmmap"\nmap "Other" {}\nsystem a "A"\nb -> c\n',
            'sub/parts/p.crmmap': 'system b "B"\n',
            'latin.crmmap': Buffer.from([0xff, 0xfe]),
        });
        const serving = await Serving.start(cwd);
        const list = await serving.list();
        const rows = [...markupOf(list).matchAll(/<tr>(<td>.*?)<\/tr>/g)].map(([, row = '']) => row.replace(/<[^>]*>/g, ' ').trim());
        expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
            ['Shop', 'shop.crmmap', '2 views', 'Nothing found'],
            ['Other', 'sub/other.crmmap', '1 view, 1 not drawn', expect.stringMatching(/^1 error, \d+ warnings/)],
        ]);
        expect(markupOf(list)).toContain('<b>latin.crmmap</b> is not UTF-8 text.');
        const page = await serving.ask(await serving.pageOf('Shop'));
        expect({ status: page.status, type: page.headers['content-type'] }).toEqual({ status: 200, type: 'text/html; charset=utf-8' });
        expect([...page.text.matchAll(/<section [^>]*data-view="(\w+)">\n<svg /g)].map(([, view]) => view)).toEqual(['systems', 'order']);
        const [drawn] = crmmap(['export', 'shop.crmmap'], { cwd }).out.split('\n');
        expect(page.text).toContain(readFileSync(path.join(cwd, drawn ?? ''), 'utf8'));
        expect(await serving.ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, text: '' });
        expect(await serving.endBy('SIGTERM')).toBe(0);
    });

    test('shows what is wrong in a broken map, with its lines, and draws the views that the mistakes leave whole', async () => {
        const serving = await Serving.start(folderWith({ 'shop.crmmap': brokenMap, 'lost.crmmap': 'map "Lost" {\nsystem x "<b>x</b>"\n' }));
        const address = await serving.pageOf('Shop');
        const page = markupOf(await serving.ask(address));
        expect(page).toContain('data-view="systems">\n<svg ');
        expect(page).not.toContain('data-view="order">\n<svg ');
        expect(page).toMatch(/not drawn: shop\.crmmap:10:\d+ .*`shup`/);
        const findings = markupOf(await serving.ask(`${address}/findings`));
        expect(findings).toMatch(/<b>shop\.crmmap:10:\d+<\/b> <span class="s-severity">error<\/span> <small>LNG010<\/small>/);
        expect(findings).toContain('<mark>shup</mark> emotion +1');
        const lost = await serving.ask(await serving.pageOf('Lost'));
        expect(lost.status).toBe(200);
        expect(markupOf(lost)).toMatch(/lost\.crmmap:\d+:\d+.*error/);
        expect(markupOf(lost)).toContain('&lt;b&gt;x&lt;/b&gt;');
        expect(lost.text).not.toContain('<b>x');
    });

    test('tells pages of changes that concern them: of a map, of an import, of settings, of a map that comes and goes', async () => {
        const cwd = folderWith({
            'shop.crmmap': soundMap,
            'one.crmmap': 'import "part.crmmap"\nmap "One" {}\nsystem a\n',
            'part.crmmap': 'system b\n',
            'crmmap.json': '{}',
        });
        const serving = await Serving.start(cwd);
        const [shop, one] = [await serving.pageOf('Shop'), await serving.pageOf('One')];
        const idOf = (address: string): string => address.replace('/maps/', '');
        const nextOfOne = await serving.events(idOf(one));
        const nextOfShop = await serving.events(idOf(shop));
        const nextOfList = await serving.events('');
        expect(await nextOfShop()).toBe(versionIn(await serving.ask(shop)));
        expect(await nextOfOne()).toBe(versionIn(await serving.ask(one)));
        expect(await nextOfList()).toBe(versionIn(await serving.list()));

        addFiles(cwd, { 'part.crmmap': 'system b "Second"\n' });
        const changed = await nextOfOne();
        const page = await serving.ask(one);
        expect(versionIn(page)).toBe(changed);
        expect(page.text).toContain('Second');

        // Nothing was said of the other map before.
        addFiles(cwd, { 'shop.crmmap': soundMap.replaceAll('"First order"', '"The very first"') });
        const second = await nextOfShop();
        const again = await serving.ask(shop);
        expect(versionIn(again)).toBe(second);
        expect(again.text).toContain('The very first');

        addFiles(cwd, { 'crmmap.json': '{"rules":{"SYS001":"off"}}' });
        expect(await nextOfShop()).toBe(versionIn(await serving.ask(shop)));

        rmSync(path.join(cwd, 'shop.crmmap'));
        expect(await nextOfShop()).toBe('none');
        const gone = await serving.ask(shop);
        expect({ status: gone.status, version: versionIn(gone) }).toEqual({ status: 404, version: 'none' });
        addFiles(cwd, { 'shop.crmmap': soundMap });
        expect(await nextOfShop()).toBe(versionIn(await serving.ask(shop)));
        expect(await nextOfList()).not.toBe('none');
        expect(await serving.endBy('SIGINT')).toBe(0);
    });

    test('ends at once and cleanly while pages listen and a picture is being drawn', async () => {
        const systems = Array.from({ length: 120 }, (_, index) => `system s${index}\n`).join('');
        const flows = Array.from({ length: 300 }, (_, index) => `s${index % 120} -> s${(index * 7 + 3) % 120} "Data ${index}"\n`).join('');
        const serving = await Serving.start(folderWith({ 'large.crmmap': `map "Large" {}\n${systems}${flows}` }));
        const address = await serving.pageOf('Large');
        await serving.events('');
        const cut = serving.ask(address).then(
            () => 'answered',
            () => 'cut',
        );
        await serving.ask('/nothing');
        // It would go on for as long as pages listen.
        expect(await serving.endBy('SIGTERM')).toBe(0);
        expect(['cut', 'answered']).toContain(await cut);
    });

    test('starts in a folder without a map, and shows the first one that is written', async () => {
        const cwd = folderWith({});
        const serving = await Serving.start(cwd);
        expect(markupOf(await serving.ask('/'))).toContain('There is no map here yet.');
        const next = await serving.events('');
        const before = await next();
        addFiles(cwd, { 'new/shop.crmmap': soundMap });
        expect(await next()).not.toBe(before);
        await serving.pageOf('Shop');
    });

    test.skipIf(process.platform === 'win32')('goes on where a part of the folder cannot be used, and says so', async () => {
        const cwd = folderWith({ 'shop.crmmap': soundMap });
        symlinkSync('nowhere', path.join(cwd, 'dead.crmmap'));
        const serving = await Serving.start(cwd, '.');
        expect(markupOf(await serving.list())).toContain('<b>dead.crmmap</b> cannot be read: the link leads nowhere.');
        await serving.pageOf('Shop');
    });

    test('stands in the help, and is completed', () => {
        expect(crmmap(['help', 'serve']).out).toContain('--port N');
        expect(crmmap(['completion', 'bash']).out).toContain('serve) words="--port --today --help"');
    });

    test('says when the port is in use, is no port, or what is named is not there', async () => {
        const taken = createServer().listen(0, '127.0.0.1');
        onTestFinished(() => void taken.close());
        await once(taken, 'listening');
        const { port } = taken.address() as { port: number };
        const cwd = folderWith({ 'shop.crmmap': soundMap });
        expect(crmmap(['serve', '--port', String(port)], { cwd })).toEqual({
            status: 2,
            out: '',
            err: `crmmap: port ${port} is in use. Write another one, or leave --port out and take a free one.\n`,
        });
        expect(crmmap(['serve', '--port', '65536'], { cwd })).toMatchObject({ status: 2, err: expect.stringContaining('--port 65536 is no port.') });
        expect(crmmap(['serve', 'shopp.crmmap'], { cwd })).toMatchObject({
            status: 2,
            out: '',
            err: 'crmmap: shopp.crmmap matches nothing. Write a .crmmap file, a folder or a glob.\n',
        });
    });
});

describe('crmmap serve, attacked', () => {
    test('answers to its own names alone, to no page of another origin, and only reads', async () => {
        const serving = await Serving.start(folderWith({ 'shop.crmmap': soundMap }));
        const { port } = serving;
        const address = await serving.pageOf('Shop');
        const statusOf = async (headers: Record<string, string>, method = 'GET', where = address): Promise<number> => {
            const reply = await serving.ask(where, { method, headers });
            expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
            if (reply.status !== 200) expect(reply.text).not.toMatch(/Shop|crmmap\.|<svg/);
            return reply.status;
        };
        for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) expect(await statusOf({ host }), host).toBe(200);
        const foreign = [
            'evil.example',
            `evil.example:${port}`,
            `127.0.0.1.evil.example:${port}`,
            `localhost.evil.example:${port}`,
            `localhost.:${port}`,
            '127.0.0.1',
            'localhost',
            `127.0.0.1:${port + 1}`,
            `127.0.0.1:0${port}`,
            `127.0.0.2:${port}`,
            `0.0.0.0:${port}`,
            `evil@127.0.0.1:${port}`,
            `2130706433:${port}`,
        ];
        for (const host of foreign) for (const where of [address, '/', '/events']) expect(await statusOf({ host }, 'GET', where), host).toBe(403);
        for (const origin of [
            'https://evil.example',
            'null',
            `https://127.0.0.1:${port}`,
            `http://127.0.0.1:${port + 1}`,
            `http://localhost:${port}.evil.example`,
        ])
            for (const where of [address, '/events']) expect(await statusOf({ origin }, 'GET', where), origin).toBe(403);
        expect(await statusOf({ origin: serving.origin })).toBe(200);
        // A picture, script or frame of another site says no origin, but browsers say this.
        expect(await statusOf({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' })).toBe(403);
        expect(await statusOf({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' })).toBe(403);
        expect(await statusOf({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' })).toBe(200);
        for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'TRACE', 'PROPFIND']) expect(await statusOf({}, method), method).toBe(405);
        expect(await statusOf({ origin: 'https://evil.example', 'access-control-request-method': 'GET' }, 'OPTIONS')).toBe(403);
        expect(await statusOf({}, 'OPTIONS')).toBe(405);
    });

    test('has nothing but its pages: no path becomes a file', async () => {
        const cwd = folderWith({ 'in/shop.crmmap': soundMap, 'in/secret.txt': 'SECRET', 'secret.crmmap': 'map "SECRET" {}' });
        const serving = await Serving.start(path.join(cwd, 'in'));
        const address = await serving.pageOf('Shop');
        const paths = [
            '/shop.crmmap',
            '/secret.txt',
            '/../secret.crmmap',
            '/maps/../secret.txt',
            '/maps/..%2fsecret.txt',
            '/maps/%2e%2e/%2e%2e/etc/passwd',
            `${address}/../../secret.txt`,
            `${address}/`,
            `${address}/findings/x`,
            `${address}%00`,
            '//etc/passwd',
            '/etc/passwd',
            '/maps/',
            '/maps/shop',
            '/maps/__proto__',
            '/maps/constructor',
            '/favicon.ico',
            '/..\\secret.txt',
            `${serving.origin}/`,
            'http://evil.example/',
            '/%',
            `/${'a'.repeat(8000)}`,
            '/events?page=../x',
        ];
        for (const where of paths) {
            const reply = await serving.ask(where);
            expect({ where, status: reply.status }).toEqual({ where, status: 404 });
            expect(markupOf(reply)).not.toMatch(/SECRET|root:/);
            expect(reply.headers['x-content-type-options']).toBe('nosniff');
        }
    });

    test('bears huge heads, half requests, wrong bytes and many connections', async () => {
        const serving = await Serving.start(folderWith({ 'shop.crmmap': soundMap }));
        const host = `Host: 127.0.0.1:${serving.port}`;
        expect(await serving.raw(`GET / HTTP/1.1\r\n${host}\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`)).toMatch(/^(?:HTTP\/1\.1 431 |$)/);
        expect(await serving.raw('\u0000\u0001 not http\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
        expect(await serving.raw(`GET / HTTP/1.1\r\n${host}\r\nHost: evil.example\r\n\r\n`)).toMatch(/^HTTP\/1\.1 40[03] /);
        expect(await serving.raw('GET / HTTP/1.1\r\nHost:\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
        expect(await serving.raw('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 403 /);
        expect(await serving.raw(`CONNECT evil.example:443 HTTP/1.1\r\n${host}\r\n\r\n`)).not.toMatch(/ 200 /);
        const upgraded = await serving.raw(`GET / HTTP/1.1\r\n${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`);
        expect(upgraded).not.toMatch(/^HTTP\/1\.1 101 /);
        const sockets: Socket[] = Array.from({ length: 300 }, () => connect(serving.port, '127.0.0.1'));
        onTestFinished(() => {
            for (const socket of sockets) socket.destroy();
        });
        for (const socket of sockets) socket.on('error', () => undefined);
        await Promise.all(sockets.map((socket) => once(socket, 'connect')));
        for (const socket of sockets) socket.write(`GET /events HTTP/1.1\r\n${host}\r\n\r\n`);
        expect((await serving.ask('/')).status).toBe(200);
        // Readers that go away in the midst of an answer.
        const address = await serving.pageOf('Shop');
        for (const socket of sockets.slice(0, 150)) {
            socket.write(`GET ${address} HTTP/1.1\r\n${host}\r\n\r\n`);
            socket.resetAndDestroy();
        }
        expect((await serving.ask(address)).status).toBe(200);
        expect(await serving.endBy('SIGINT')).toBe(0);
    });

    test.runIf(
        Object.values(networkInterfaces())
            .flat()
            .some((one) => one && !one.internal && one.family === 'IPv4'),
    )('cannot be reached from another machine', async () => {
        const serving = await Serving.start(folderWith({ 'shop.crmmap': soundMap }));
        const outer = Object.values(networkInterfaces())
            .flat()
            .find((one) => one && !one.internal && one.family === 'IPv4');
        const socket = connect(serving.port, outer?.address ?? '');
        const reached = await new Promise((resolve) => {
            socket.on('connect', () => resolve('reached'));
            socket.on('error', ({ code }: NodeJS.ErrnoException) => resolve(code));
        });
        socket.destroy();
        expect(reached).toBe('ECONNREFUSED');
    });

    test('keeps names and texts of maps inert, and lets no page run, load or frame anything else', async () => {
        const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
        const written = JSON.stringify(evil);
        const serving = await Serving.start(
            folderWith({
                [process.platform === 'win32' ? 'broken.crmmap' : '<img src=x onerror=alert(1)>.crmmap']:
                    `map ${written} {}\nsystem a ${written}\nsystem b "B" { category "${'<script>'}" }\nview v ${written} as landscape\n`,
                'whole.crmmap': `map ${written} {}\nsystem a ${written}\nview v ${written} as landscape\n`,
            }),
        );
        const list = await serving.list();
        const links = [...list.text.matchAll(/href="(\/maps\/[^"]*)"/g)].map(([, where = '']) => where);
        expect(links.length).toBeGreaterThanOrEqual(4);
        for (const where of ['/', ...links]) {
            const page = await serving.ask(where);
            expect(page.status).toBe(200);
            expect(markupOf(page)).not.toMatch(/<script|<img|<iframe|<link rel="(?!icon")/i);
            expect(markupOf(page).replace(/"[^"]*"/g, '""')).not.toMatch(/<[^<>]*\son\w+=/);
            const scripts = [...page.text.matchAll(/<script>(.*?)<\/script>/gs)].map(([, text = '']) => text);
            const sheets = [...page.text.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text = '']) => text);
            expect(scripts).toHaveLength(1);
            const policy = String(page.headers['content-security-policy']);
            const sources = (name: string): string[] => new RegExp(`(?:^|; )${name} ([^;]*)`).exec(policy)?.[1]?.split(' ') ?? [];
            const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
            expect(sources('default-src')).toEqual(["'none'"]);
            expect(sources('script-src')).toEqual(scripts.map(hash));
            expect(sources('style-src').toSorted()).toEqual([...new Set(sheets.map(hash))].toSorted());
            expect(sources('connect-src')).toEqual(["'self'"]);
            expect(sources('frame-ancestors')).toEqual(["'none'"]);
            expect(page.headers).toMatchObject({
                'cache-control': 'no-store',
                'x-content-type-options': 'nosniff',
                'x-frame-options': 'DENY',
                'referrer-policy': 'no-referrer',
                'cross-origin-resource-policy': 'same-origin',
            });
        }
    });
});
