import fc from 'fast-check';
import { DocumentState, setInterruptionPeriod } from 'langium';
import { describe, expect, onTestFinished, test } from 'vitest';
import { LiveWorkspace } from './live-workspace.ts';

const names = ['a.crmmap', 'b.crmmap', 'c.crmmap', 'd.crmmap'] as const;

/** Pieces of maps that mean, hide, break or need each other. */
const pieces = [
    'import "./a.crmmap"',
    'import "./b.crmmap"',
    'import "./c.crmmap"',
    'import "./d.crmmap"',
    'import "./gone.crmmap"',
    'map "M" { currency EUR }',
    'system s1 "One"',
    'system s1 { entity E { Id : id key  Email : email personal } }',
    'system s2 { entity E { Id : id key  Mail : email personal  Of : reference(E) } }',
    'system s3 { owner t1 }',
    'team t1 { function it }',
    'team s1',
    's1 -> s2',
    'system s1',
    'persona p1',
    'journey j1 {',
    'stage st1 {',
    'touchpoint tp1 { uses s1.E.Email }',
    'entity E { Id : id key }',
    'flow f1: s1.E -> s2.E { map Email -> Mail }',
    'flow f2: s1.E -> s2.E { key Mail  map Emial -> Mail }',
    'flow f1: s2 -> s3 { errors alert t1 }',
    'journey j1 { persona p1  stage st1 { touchpoint tp1 { uses s1.E  captures s2.E.Mail } } }',
    'journey j1 { stage st2 { touchpoint tp1 { frontstage s1  pain pp "Slow" } } }',
    'journey j2 { stage st1 { touchpoint tp1 } stage st2 { touchpoint tp2 } future of j1 }',
    'initiative i1 { changes j1.st1.tp1, f1 }',
    'initiative i2 { addresses j1.tp1.pp, j1.pp }',
    'view v1 as journey',
    'view v2 as journey of j1',
    'view v3 as profile of s1.E',
    'persona p1 { segment g1 }',
    'segment g1',
    'system s2 {',
    '}',
    'entity E {',
    'flow f9: s1 -> ',
    'system `s 1` "Odd"',
    '`s 1` -> s1',
    '// a line of its own',
    '',
];

const text = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((lines) => `${lines.join('\n')}\n`);
const change = fc.dictionary(fc.constantFrom(...names), fc.option(text, { nil: undefined, freq: 6 }), { minKeys: 1, maxKeys: 2 });
/** A change of one place: a line is put in, replaced or taken out. */
const touch = fc.record({
    name: fc.constantFrom(...names),
    at: fc.nat(8),
    line: fc.constantFrom(...pieces),
    how: fc.constantFrom('insert', 'replace', 'delete'),
});

/** Files without a mistake, that see each other in a circle, beside one that stands alone. */
const sound = {
    'a.crmmap': `import "./b.crmmap"
map "M"
system s1 {
entity E { Id : id key  Email : email personal }
}
team t1 { function it }
journey j1 {
persona p1
stage st1 {
touchpoint tp1 { uses s2.E.Mail }
}
stage st2 {
touchpoint tp2
}
}
`,
    'b.crmmap': `import "./c.crmmap"
system s2 {
entity E { Id : id key  Mail : email personal  Of : reference(s1.E) }
}
flow f1: s1.E -> s2.E { map Email -> Mail  key Id }
s1 -> s2
view v1 as journey
`,
    'c.crmmap': `import "./a.crmmap"
persona p1
system s3 { owner t1 }
s3 -> s1.E
initiative i1 { changes s1, f1 }
journey j2 { future of j1  stage st1 { touchpoint tp1 { frontstage s1 } } }
`,
    'd.crmmap': `system s1
system s4
s1 -> s4
`,
};

function touched(before: string, { at, line, how }: { at: number; line: string; how: string }): string {
    const lines = before.split('\n');
    lines.splice(Math.min(at, lines.length - 1), how === 'insert' ? 0 : 1, ...(how === 'delete' ? [] : [line]));
    return lines.join('\n');
}

describe('a workspace that follows edits', () => {
    test('any edits of several files end as if the last texts had been opened afresh', async () => {
        const edits = fc.array(fc.oneof({ weight: 1, arbitrary: change }, { weight: 3, arbitrary: touch }), { minLength: 1, maxLength: 8 });
        await fc.assert(
            fc.asyncProperty(fc.dictionary(fc.constantFrom(...names), text), edits, async (first, steps) => {
                const texts = new Map(Object.entries(first));
                const live = await LiveWorkspace.open(texts);
                for (const step of steps) {
                    const now: Record<string, string | undefined> =
                        'how' in step ? { [String(step.name)]: touched(texts.get(String(step.name)) ?? '', step as never) } : step;
                    for (const [name, content] of Object.entries(now)) {
                        if (content === undefined) texts.delete(name);
                        else texts.set(name, content);
                    }
                    await live.change(now);
                }
                const fresh = await LiveWorkspace.open(texts);
                expect(live.links()).toEqual(fresh.links());
                expect(live.diagnostics()).toEqual(fresh.diagnostics());
            }),
            { numRuns: Number(process.env['CRMMAP_RUNS'] ?? 80) },
        );
    });

    test('a few edits of files without a mistake end so too', async () => {
        await fc.assert(
            fc.asyncProperty(fc.array(touch, { minLength: 1, maxLength: 5 }), async (steps) => {
                const texts = new Map<string, string>(Object.entries(sound));
                const live = await LiveWorkspace.open(texts);
                for (const step of steps) {
                    texts.set(step.name, touched(texts.get(step.name) ?? '', step));
                    await live.change({ [step.name]: texts.get(step.name) });
                }
                const fresh = await LiveWorkspace.open(texts);
                expect(live.links()).toEqual(fresh.links());
                expect(live.diagnostics()).toEqual(fresh.diagnostics());
            }),
            { numRuns: Number(process.env['CRMMAP_RUNS'] ?? 80) },
        );
    });

    test('edits that come while an earlier one is still being built end the same', async () => {
        await fc.assert(
            fc.asyncProperty(
                fc.dictionary(fc.constantFrom(...names), text),
                fc.subarray([...names]),
                fc.array(touch, { minLength: 2, maxLength: 8 }),
                async (first, opened, steps) => {
                    const texts = new Map(Object.entries(first));
                    const live = await LiveWorkspace.open(texts);
                    await live.edit(...opened.filter((name) => texts.has(name)));
                    const changes = steps.map((step) => {
                        texts.set(step.name, touched(texts.get(step.name) ?? '', step));
                        return live.change({ [step.name]: texts.get(step.name) });
                    });
                    await Promise.all(changes);
                    await live.settled();
                    const fresh = await LiveWorkspace.open(texts);
                    expect(live.links()).toEqual(fresh.links());
                    expect(live.diagnostics()).toEqual(fresh.diagnostics());
                },
            ),
            { numRuns: Number(process.env['CRMMAP_RUNS'] ?? 50) },
        );
    });
});

describe('an edit', () => {
    const circle = new Map([
        ['a.crmmap', 'import "./b.crmmap"\nsystem s1 { entity E { Id : id key } }\n'],
        ['b.crmmap', 'import "./c.crmmap"\nsystem s2\ns1 -> s2\n'],
        ['c.crmmap', 'import "./a.crmmap"\nsystem s3\ns1.E -> s3\n'],
        ['d.crmmap', 'system s1\n'],
    ]);

    /** The names of the files that an edit links, and those that it checks. */
    async function worked(live: LiveWorkspace, edit: Readonly<Record<string, string>>): Promise<{ linked: string[]; checked: string[] }> {
        const linked: string[] = [];
        const checked: string[] = [];
        const { DocumentBuilder } = live.shared.workspace;
        const name = (path: string): string => path.replace('/w/', '');
        const listeners = [
            DocumentBuilder.onDocumentPhase(4, ({ uri }) => void linked.push(name(uri.path))),
            DocumentBuilder.onDocumentPhase(6, ({ uri }) => void checked.push(name(uri.path))),
        ];
        await live.change(edit);
        for (const listener of listeners) listener.dispose();
        return { linked: linked.sort(), checked: checked.sort() };
    }

    test('that changes no name touches no other file, even in a circle of imports', async () => {
        const live = await LiveWorkspace.open(circle);
        const edit = { 'a.crmmap': 'import "./b.crmmap"\n\n\nsystem s1 "With a title" { entity E { Id : id key } }\n' };
        expect(await worked(live, edit)).toEqual({ linked: ['a.crmmap'], checked: ['a.crmmap'] });
        expect(live.links()['/w/c.crmmap']).toEqual(['s1.E → /w/a.crmmap /elements@0/entities@0', 's3 → /w/c.crmmap /elements@0']);
    });

    test('that adds a name touches no file that does not mention it', async () => {
        const live = await LiveWorkspace.open(circle);
        const edit = { 'a.crmmap': `${circle.get('a.crmmap')}system s9\n` };
        expect(await worked(live, edit)).toEqual({ linked: ['a.crmmap'], checked: ['a.crmmap'] });
    });

    test('that renames a thing links those files of the map anew that mention it', async () => {
        const live = await LiveWorkspace.open(circle);
        const edit = { 'a.crmmap': circle.get('a.crmmap')?.replace('entity E', 'entity F') ?? '' };
        expect(await worked(live, edit)).toEqual({ linked: ['a.crmmap', 'c.crmmap'], checked: ['a.crmmap', 'c.crmmap'] });
        expect(live.diagnostics()['/w/c.crmmap']).toMatchObject([{ code: 'LNG010' }]);
    });

    test('that moves a thing moves the places of other files that point to it', async () => {
        const live = await LiveWorkspace.open(new Map([...circle, ['c.crmmap', 'import "./a.crmmap"\nsystem s3\nsystem s1\n']]));
        const place = (): unknown =>
            live.diagnostics()['/w/c.crmmap']?.find(({ code }) => code === 'LNG030')?.relatedInformation?.[0]?.location.range.start.line;
        expect(place()).toBe(1);
        await live.change({ 'a.crmmap': `\n\n${circle.get('a.crmmap')}` });
        expect(place()).toBe(3);
    });

    test('of a file that is open is checked before the files that depend on it', async () => {
        const live = await LiveWorkspace.open(circle);
        await live.edit('c.crmmap');
        const checked: string[] = [];
        live.shared.workspace.DocumentBuilder.onDocumentPhase(DocumentState.Linked, ({ uri }) => void checked.push(`links ${uri.path}`));
        live.shared.workspace.DocumentBuilder.onDocumentPhase(DocumentState.Validated, ({ uri }) => void checked.push(`checks ${uri.path}`));
        await live.change({ 'c.crmmap': circle.get('c.crmmap')?.replace('system s3', 'system s4') });
        expect(checked).toEqual(['links /w/c.crmmap', 'checks /w/c.crmmap']);
        checked.length = 0;
        await live.change({ 'c.crmmap': 'import "./a.crmmap"\nsystem s2\n' });
        expect(checked.slice(0, 2)).toEqual(['links /w/c.crmmap', 'checks /w/c.crmmap']);
        expect(checked.slice(2)).toContain('links /w/b.crmmap');
    });

    test('that is cut off by the next one is still told of once all is built', async () => {
        const live = await LiveWorkspace.open(circle);
        await live.edit('a.crmmap');
        const built: string[] = [];
        const { DocumentBuilder } = live.shared.workspace;
        DocumentBuilder.onBuildPhase(DocumentState.Validated, (documents) => void built.push(...documents.map(({ uri }) => uri.path)));
        setInterruptionPeriod(0);
        onTestFinished(() => setInterruptionPeriod(10));
        // The other edit comes once this one is checked, while the files that name its entity are not.
        let next: Promise<void> | undefined;
        DocumentBuilder.onDocumentPhase(DocumentState.Validated, ({ uri }) => {
            if (uri.path === '/w/a.crmmap') next ??= live.change({ 'd.crmmap': 'system s1 // The same.\n' });
        });
        await live.change({ 'a.crmmap': circle.get('a.crmmap')?.replace('entity E', 'entity F') }).catch(() => undefined);
        await next;
        expect(built.sort()).toEqual(['/w/a.crmmap', '/w/c.crmmap', '/w/d.crmmap']);
        built.length = 0;
        await live.change({ 'd.crmmap': 'system s1\n' });
        expect(built).toEqual(['/w/d.crmmap']);
    });

    test('that comes to the same text touches nothing else', async () => {
        const live = await LiveWorkspace.open(circle);
        expect(await worked(live, { 'a.crmmap': circle.get('a.crmmap') ?? '' })).toEqual({ linked: ['a.crmmap'], checked: ['a.crmmap'] });
    });
});
