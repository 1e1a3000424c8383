import { readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn } from './files-in.ts';
import { crmmap, folderWith, type Outcome, soundMap } from './program.ts';

const formats = 'svg,json,mermaid,markdown,pdf';

/** Maps of every sort: sound ones, with a shared import, a circle, names that meet in one file, and broken ones among them. */
const maps: Record<string, string> = {
    'a.crmmap': soundMap,
    'A.crmmap': soundMap.replace('"Shop"', '"Upper"'),
    'a.systems.crmmap': 'system x\nview other as landscape\n',
    'broken.crmmap': 'system a { owner nobody }\nview all as landscape\n',
    'not-utf8.crmmap': '',
    'one.crmmap': 'import "./shared/teams.crmmap"\nsystem crm { owner sales }\nsystem shop\ncrm -> shop "Prices"\n',
    'two.crmmap': '// with a comment\nimport "./shared/teams.crmmap" /* and another */\nsystem till { owner sales }\n',
    'shared/teams.crmmap': 'team sales "Sales" { function sales }\n',
    'circle/left.crmmap': 'import "./right.crmmap"\nsystem l\nl -> r "Data"\n',
    'circle/right.crmmap': 'system r\nimport "./left.crmmap"\nmap "Circle"\n',
    'lost.crmmap': 'import "./nowhere.crmmap"\nsystem s\n',
    'z.crmmap': soundMap.replace('"Shop"', '"Last"'),
};

function folderOfMaps(): string {
    return folderWith({ ...maps, 'not-utf8.crmmap': new Uint8Array([0xff, 0xfe, 0xff]) });
}

/** What a run says, whatever folder it writes to. */
function saidOf({ status, out, err }: Outcome, folder: string): Outcome {
    return { status, out: out.replaceAll(`${folder}/`, ''), err: err.replaceAll(`${folder}/`, '') };
}

describe('export --jobs', () => {
    test('gives the same bytes and the same messages in the same order for any number of threads', () => {
        const cwd = folderOfMaps();
        const runs = ['1', '3'].map((jobs) => {
            const out = `jobs-${jobs}`;
            const outcome = crmmap(['export', '--jobs', jobs, '--out', out, '--format', formats], { cwd });
            return { said: saidOf(outcome, out), bytes: filesIn(path.join(cwd, out)) };
        });
        expect(runs[0]?.said.status).toBe(2);
        expect(runs[0]?.said.err).toMatch(/not-utf8\.crmmap is not UTF-8[\s\S]*broken\.crmmap[\s\S]*lost\.crmmap/);
        for (const sound of ['A.systems.svg', 'a.systems-2.svg', 'a.systems.other.svg', 'one.md', 'z.pdf', 'circle/right.json'])
            expect(Object.keys(runs[0]?.bytes ?? {})).toContain(sound);
        expect(runs[1]).toEqual(runs[0]);
    });

    test('gives the same bytes in another order of arguments, in parts, and from a moved folder', () => {
        const cwd = folderOfMaps();
        crmmap(['export', '--out', 'whole', '--jobs', '1'], { cwd });
        const whole = filesIn(path.join(cwd, 'whole'));
        const names = Object.keys(maps).filter((name) => !name.startsWith('shared') && !name.startsWith('circle'));
        crmmap(['export', ...names.reverse(), 'circle', '--out', 'turned', '--jobs', '3'], { cwd });
        expect(filesIn(path.join(cwd, 'turned'))).toEqual(whole);
        for (const shard of ['2/3', '1/3', '3/3']) crmmap(['export', '--out', 'parts', '--jobs', '2', '--shard', shard], { cwd });
        expect(filesIn(path.join(cwd, 'parts'))).toEqual(whole);
        const moved = `${cwd}-moved`;
        renameSync(cwd, moved);
        crmmap(['export', '--out', 'moved', '--jobs', '2'], { cwd: moved });
        expect(filesIn(path.join(moved, 'moved'))).toEqual(whole);
        renameSync(moved, cwd);
    });

    test('writes nothing for a view that no map has, also when only the map of another part has one that is asked for', () => {
        const cwd = folderWith({ 'a.crmmap': soundMap, 'b.crmmap': 'system b\nview only as landscape\n' });
        const unknown = crmmap(['export', '--view', 'sistems', '--jobs', '2'], { cwd });
        expect(unknown).toMatchObject({ status: 2, out: '' });
        expect(unknown.err).toContain('There is no view sistems. Did you mean systems?');
        expect(readdirSync(cwd)).toEqual(['a.crmmap', 'b.crmmap']);
        expect(crmmap(['export', '--view', 'only', '--shard', '1/2'], { cwd })).toEqual({ status: 0, out: '', err: '' });
        expect(crmmap(['export', '--view', 'only', '--jobs', '2'], { cwd })).toEqual({ status: 0, out: 'out/b.only.svg\n', err: '' });
    });
});
