import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { isProgram, outputFolder } from './paths.ts';

const FLAGS = [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
];

/** A browser program, and what it needs around it to start. */
export interface BrowserProgram {
    readonly file: string;
    readonly origin: string;
    readonly env?: Readonly<Record<string, string>>;
}

/**
 * Starts the first Chromium that really draws a page: the one named by CHROME_PATH, an installed one, Playwright's own,
 * or the one in the npm package @sparticuz/chromium. Prints which it chose, and why others did not do.
 * With none at all the error says what to install. The caller closes the browser.
 */
export async function openBrowser(print: (line: string) => void): Promise<Browser> {
    return (await firstThatDraws(print)).browser;
}

/** The browser that `openBrowser` starts, for programs that start one themselves. */
export async function findBrowser(print: (line: string) => void): Promise<BrowserProgram> {
    const { program, browser } = await firstThatDraws(print);
    await browser.close();
    return program;
}

async function firstThatDraws(print: (line: string) => void): Promise<{ program: BrowserProgram; browser: Browser }> {
    const refusals: string[] = [];
    for (const candidate of [namedByUser, installed, playwrightsOwn, fromNpm, fromNpmWithLibraries]) {
        try {
            const program = await candidate();
            if (program === undefined) continue;
            const browser = await startDrawing(program);
            print(`Browser: Chromium ${browser.version()}, ${program.origin}`);
            return { program, browser };
        } catch (error) {
            const reason = firstTellingLine(error);
            if (candidate === namedByUser) throw new Error(`CHROME_PATH is set, but that browser does not start: ${reason}`, { cause: error });
            refusals.push(`${candidate.name}: ${reason}`);
            print(`Browser: passed over one that does not start (${reason})`);
        }
    }
    throw new Error(
        'No Chromium was found that starts. Install one and run again, by any of these:\n' +
            '  npx playwright-core install --with-deps chromium-headless-shell\n' +
            '  sudo apt-get install chromium\n' +
            '  or set CHROME_PATH to a Chrome or Chromium program.\n' +
            refusals.map((line) => `  (tried ${line})\n`).join(''),
    );
}

async function namedByUser(): Promise<BrowserProgram | undefined> {
    const file = process.env['CHROME_PATH'];
    return file ? { file, origin: `named by CHROME_PATH: ${file}` } : undefined;
}

async function installed(): Promise<BrowserProgram | undefined> {
    const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
    const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter(Boolean);
    const programs = [
        ...names.flatMap((name) => folders.map((folder) => path.join(folder, name))),
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        ...[process.env['ProgramFiles'], process.env['ProgramFiles(x86)'], process.env['LOCALAPPDATA']]
            .filter((folder) => folder !== undefined)
            .map((folder) => path.join(folder, 'Google/Chrome/Application/chrome.exe')),
    ];
    const file = programs.find((program) => existsSync(program));
    return file === undefined ? undefined : { file, origin: `installed: ${file}` };
}

async function playwrightsOwn(): Promise<BrowserProgram | undefined> {
    const file = chromium.executablePath();
    return existsSync(file) ? { file, origin: "Playwright's own" } : undefined;
}

async function fromNpm(): Promise<BrowserProgram | undefined> {
    if (process.platform !== 'linux') return undefined;
    const { folder } = await unpackFromNpm();
    return { file: path.join(folder, 'chromium'), origin: 'from the npm package @sparticuz/chromium', env: fontsFor(folder) };
}

/** For a system without NSS and Expat: the package carries them for another Linux, and they serve here too. */
async function fromNpmWithLibraries(): Promise<BrowserProgram | undefined> {
    const plain = await fromNpm();
    if (plain === undefined) return undefined;
    const folder = path.dirname(plain.file);
    return {
        ...plain,
        origin: `${plain.origin}, with the system libraries it carries`,
        env: { ...plain.env, LD_LIBRARY_PATH: path.join(folder, 'al2023/lib') },
    };
}

/** The package unpacks into the system's temporary folder; it is turned to one of ours, and a half-done one never counts. */
async function unpackFromNpm(): Promise<{ folder: string }> {
    const packageFolder = path.resolve(path.dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
    const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string };
    const folder = path.join(outputFolder, `chromium-${version}`);
    if (existsSync(folder)) return { folder };
    const staging = `${folder}.partial-${process.pid}`;
    mkdirSync(staging, { recursive: true });
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = staging;
    try {
        const { default: packed, inflate } = await import('@sparticuz/chromium');
        await packed.executablePath();
        await inflate(path.join(packageFolder, 'bin/al2023.tar.br'));
        try {
            if (!existsSync(folder)) renameSync(staging, folder);
        } catch (error) {
            // Another process was first: its folder is as good.
            if (!existsSync(folder)) throw error;
        }
    } finally {
        if (before === undefined) delete process.env['TMPDIR'];
        else process.env['TMPDIR'] = before;
        rmSync(staging, { recursive: true, force: true });
    }
    return { folder };
}

/** A system without any fonts gets the one that comes with the package; others keep their own. */
function fontsFor(folder: string): Record<string, string> {
    if (existsSync('/etc/fonts/fonts.conf')) return {};
    const file = path.join(folder, 'fonts-only.conf');
    // Another process may read it at this moment, so it comes as a whole.
    writeFileSync(
        `${file}.${process.pid}`,
        `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir>` +
            `<cachedir>${folder}/fonts-cache</cachedir></fontconfig>\n`,
    );
    renameSync(`${file}.${process.pid}`, file);
    return { FONTCONFIG_FILE: file };
}

async function startDrawing(program: BrowserProgram): Promise<Browser> {
    if (!existsSync(program.file)) throw new Error(`there is no file ${program.file}`);
    const browser = await chromium.launch({
        executablePath: program.file,
        args: FLAGS,
        env: { ...(process.env as Record<string, string>), ...program.env },
        // The launcher closes the browser itself, after it has put the server away.
        handleSIGINT: false,
        handleSIGTERM: false,
        handleSIGHUP: false,
    });
    try {
        const page = await browser.newPage();
        await page.setContent('<p style="display:inline-block">Does it draw?</p>');
        const box = await page.locator('p').boundingBox();
        if (box === null || box.width < 20) throw new Error('it starts, but draws no text');
        await page.screenshot();
        await page.close();
        return browser;
    } catch (error) {
        await browser.close();
        throw error;
    }
}

function firstTellingLine(error: unknown): string {
    const lines = String(error instanceof Error ? error.message : error).split('\n');
    const telling = lines.find((line) => /error while loading|ENOENT|no file|cannot|not found/i.test(line));
    return (telling ?? lines[0] ?? '').replace(/^.*\[err\]\s*/, '').trim();
}

if (isProgram(import.meta.url)) {
    try {
        const browser = await openBrowser(console.log);
        await browser.close();
    } catch (error) {
        console.error((error as Error).message);
        process.exitCode = 1;
    }
}
