import { EmptyFileSystem } from 'langium';
import { describe, expect, it } from 'vitest';
import { createCrmMapServices } from '../../../language/module.ts';
import { edited, labels, offered, open, type Surroundings } from './support.ts';

const vsCode: Surroundings = { client: { snippets: true, commands: ['editor.action.triggerSuggest'] } };
const otherEditor: Surroundings = { client: { snippets: true } };

async function written(text: string, label: string, surroundings = vsCode): Promise<string | undefined> {
    return (await offered(text, surroundings)).find((item) => item.label === label && !item.labelDetails)?.textEdit?.newText;
}

describe('Completion with snippets', () => {
    it('writes a property with a choice of its closed list, quotes or a number', async () => {
        expect(await written('system s { entity e { <|> } }', 'basis')).toBe(
            'basis ${1|consent,contract,legal-obligation,vital-interests,public-task,legitimate-interests|}',
        );
        expect(await written('system s { <|> }', 'vendor')).toBe('vendor "$1"');
        expect(await written('system s { entity e { <|> } }', 'retention')).toMatch(/^retention \$\{1:3\} \$\{2\|years,/);
        expect(await written('system s { <|> }', 'limit')).toMatch(/^limit \$\{1:10000\} \$\{2\|calls,records\|\} per \$\{3\|day,/);
        expect(await written('lifecycle l { stage s { <|> } }', 'converts')).toBe('converts ${1:10} percent');
        expect(await written('metric m { <|> }', 'lower is better')).toBe('lower is better');
        expect(await written('goal g { <|> }', 'due')).toBe('due ${1:YYYY-MM-DD}');
    });

    it('goes on to the names where a name is wanted, in an editor that can be asked to', async () => {
        const ownerIn = async (surroundings: Surroundings) => (await offered('system s { <|> }', surroundings)).find(({ label }) => label === 'owner');
        expect(await ownerIn(vsCode)).toMatchObject({ textEdit: { newText: 'owner ' }, command: { command: 'editor.action.triggerSuggest' } });
        const plain = await ownerIn(otherEditor);
        expect(plain?.textEdit?.newText).toBe('owner');
        expect(plain?.command).toBe(undefined);
    });

    it('writes the word alone in front of a value that is there already, and in an editor without snippets', async () => {
        expect(await written('system s { entity e { ba<|> contract } }', 'basis')).toBe('basis');
        expect(await written('system s { entity e { <|> } }', 'basis', {})).toBe('basis');
    });

    it('offers bodies for what can be declared at the place, and nothing twice', async () => {
        const bodies = async (text: string): Promise<string[]> =>
            (await offered(text, vsCode)).filter(({ labelDetails }) => labelDetails).map(({ label, labelDetails }) => `${label}: ${labelDetails?.description}`);
        expect(await bodies('sys<|>')).toEqual(
            expect.arrayContaining(['system: System', 'flow: Flow', 'view: View: blueprint', 'map: Map', 'doc: Documentation']),
        );
        expect(await bodies('system s { <|> }')).toEqual(['entity: Entity', 'master: Master entity']);
        expect(await bodies('system s { entity e {\n<|>\n} }')).toEqual(['field: Field', 'picklist: Picklist field']);
        expect(await bodies('flow a: b -> c { <|> }')).toEqual(['map: Mapping', 'map: Mapping with a transform', 'map: Mapping of values']);
        expect(await bodies('lifecycle l { <|> }')).toEqual(['stage: Stage']);
        expect(await bodies('journey j { stage s { touchpoint t { <|> } } }')).toEqual([
            'evidence: Evidence',
            'opportunity: Opportunity',
            'pain: Pain',
            'pain: Pain and opportunity',
        ]);
        for (const text of ['<|>', 'system s { <|> }', 'system s { entity e {\n<|>\n} }']) {
            const items = (await offered(text, vsCode)).map(({ label, labelDetails }) => `${label} ${labelDetails?.description}`);
            expect(new Set(items).size).toBe(items.length);
        }
    });

    it('lets a body choose from the names of the map', async () => {
        const text = 'team ops\nteam `Sales, and care`\nsys<|>';
        const body = (await offered(text, vsCode)).find(({ labelDetails }) => labelDetails?.description === 'System')?.textEdit?.newText;
        expect(body).toContain('owner    ${5|ops,`Sales\\, and care`|}');
        expect(body).toContain('region   ${6:region}');
    });

    it('writes field types with their arguments', async () => {
        const type = (name: string) => written('system s { entity e { X : <|> } }', name);
        expect(await type('text')).toBe('text(${1:80})');
        expect(await type('number')).toBe('number(${1:10}, ${2:2})');
        expect(await type('picklist')).toBe('picklist("${1:A}", "${2:B}")');
        expect(await type('email')).toBe('email');
    });

    it('every property that is written with a value parses', async () => {
        const { language } = createCrmMapServices(EmptyFileSystem);
        const fill = (snippet: string): string =>
            snippet
                .replace(/\$\{\d+\|([^,|]*)[^|]*\|\}/g, '$1')
                .replaceAll('YYYY-MM-DD', '2026-09-30')
                .replace(/\$\{\d+:([^}]*)\}/g, '$1')
                .replace(/\$\{?\d+\}?/g, '');
        const places = [
            'map "M" {#}',
            'team t {#}',
            'metric m {#}',
            'goal g {#}',
            'persona p {#}',
            'system s {#}',
            'system s { entity e {#} }',
            'flow f: a -> b {#}',
        ];
        const more = [
            'lifecycle l { stage s {#} }',
            'journey j {#}',
            'journey j { stage s { touchpoint t {#} } }',
            'initiative i {#}',
            'view v {#}',
            'region r {#}',
        ];
        let count = 0;
        for (const frame of [...places, ...more]) {
            for (const item of await offered(frame.replace('#', '<|>'), vsCode)) {
                if (item.insertTextFormat !== 2 || item.labelDetails) continue;
                count += 1;
                const text = frame.replace('#', ` ${fill(item.textEdit?.newText ?? '')} `);
                expect(
                    language.parser.LangiumParser.parse(text).parserErrors.map(({ message }) => message),
                    text,
                ).toEqual([]);
            }
        }
        expect(count).toBeGreaterThan(100);
    });
});

describe('Completion and what stands there already', () => {
    it('offers no property a second time where that would be an error', async () => {
        const system = await labels('team t\nsystem s { vendor "x" owner t <|> tags a }');
        expect(system).not.toContain('vendor');
        expect(system).not.toContain('owner');
        expect(system).toEqual(expect.arrayContaining(['category', 'tags', 'entity', 'limit']));
        expect(await labels('system s { entity e { retention 3 years <|> } }')).not.toContain('retention');
        expect(await labels('metric m { lower is better <|> }')).not.toContain('higher is better');
        expect(await labels('journey j { stage s { touchpoint t { pain p severity high <|> } } }')).not.toContain('severity');
        expect(await labels('flow f: a -> b { map x -> y using "z" <|> }')).not.toContain('using');
    });

    it('offers a property below one that it follows, and the one under the cursor', async () => {
        expect(await labels('system s { <|>\n vendor "x" }')).not.toContain('vendor');
        expect(await labels('system s { ven<|>dor "x" }')).toContain('vendor');
        expect(await labels('system s { entity a { basis consent } entity b { <|> } }')).toContain('basis');
    });

    it('knows the declaration at hand, also below one whose brace is missing', async () => {
        const found = await labels('team t\nsystem a {\n  vendor "x"\n\nsystem b {\n  owner t\n  <|>\n}\n');
        expect(found).toEqual(expect.arrayContaining(['vendor', 'category']));
        expect(found).not.toContain('owner');
    });

    it('offers only the modifiers that a field lacks', async () => {
        const found = await labels('system s { entity e { X : email key personal <|> } }');
        expect(found).toEqual(expect.arrayContaining(['required', 'unique', 'format']));
        expect(found).not.toEqual(expect.arrayContaining(['key']));
        expect(found).not.toEqual(expect.arrayContaining(['personal']));
        expect(found.indexOf('required')).toBeLessThan(found.indexOf('retention'));
    });
});

const two = `system a { entity E { Email : email key First : text(40) Age : integer } }
system b { master entity F { EMail : email required Note : text(99) Years : integer } }
`;

describe('Completion of references, best first', () => {
    it('offers the fields of the two ends in a map line, with their types, those alike first and those mapped already last', async () => {
        const flow = (body: string): string => `${two}flow f: a.E -> b.F { ${body} }`;
        const items = await offered(flow('map Email -> <|>'));
        expect(items.map(({ label, detail }) => `${label}: ${detail}`)).toEqual(['EMail: field · email', 'Note: field · text(99)', 'Years: field · integer']);
        expect((await labels(flow('map Age -> <|>')))[0]).toBe('Years');
        expect(await labels(flow('map Email -> EMail\n map First -> <|>'))).toEqual(['Note', 'Years', 'EMail']);
        expect(await labels(flow('map Email -> EMail\n map <|>'))).toEqual(['Age', 'First', 'Email']);
    });

    it('offers data of the systems at a touchpoint first', async () => {
        const at = (system: string): string => `${two}journey j { stage s { touchpoint t { backstage ${system} captures <|> } } }`;
        expect((await labels(at('b')))[0]).toBe('b.F');
        expect((await labels(at('a')))[0]).toBe('a.E');
    });

    it('offers only what a view of that kind can show', async () => {
        const view = (kind: string) => labels(`${two}flow f: a -> b\njourney j { stage s { touchpoint t } }\nview v as ${kind} of <|>`);
        expect(await view('journey')).toEqual(['j']);
        expect(await view('data')).toEqual(['a', 'b']);
        expect(await view('mapping')).toEqual(['f']);
        expect(await view('profile')).toEqual(['a.E', 'b.F']);
        expect((await view('matrix')).slice(0, 2)).toEqual(['capabilities', 'systems']);
        expect(await view('matrix')).not.toContain('a');
    });

    it('offers the pains of the touchpoint, and the touchpoints of the journey', async () => {
        const journey =
            'journey j { stage s { touchpoint a { pain far } touchpoint b { pain near opportunity o addresses <|> } } }\njourney k { stage s { touchpoint z } }';
        expect((await labels(journey))[0]).toBe('near');
        const ways = await labels('journey j { stage s { touchpoint a touchpoint b } a -> <|> }\njourney k { stage s { touchpoint z } }');
        expect(ways).toEqual(['a', 'b']);
    });
});

describe('Completion of values', () => {
    it('offers timetables with what they mean, with and without quotes', async () => {
        const bare = (await offered('flow f: a -> b { timing scheduled <|> }')).slice(0, 7);
        expect(bare.map(({ label, detail }) => `${label} ${detail}`)).toContain('"0 3 * * *" Every night at 03:00');
        const inside = await open('flow f: a -> b { timing scheduled "0 3<|> * * *" }');
        const list = await inside.services.lsp.CompletionProvider?.getCompletion(inside.document, {
            textDocument: { uri: inside.document.uri.toString() },
            position: inside.positions[0] ?? { line: 0, character: 0 },
        });
        const nightly = list?.items.find(({ label }) => label === '0 6 * * 1');
        const edits = nightly?.textEdit && 'range' in nightly.textEdit ? [nightly.textEdit] : [];
        expect(edited(inside.document, edits)).toBe('flow f: a -> b { timing scheduled "0 6 * * 1" }');
    });

    it('offers lengths of time, and currencies that are usual first', async () => {
        expect(await labels('system s { entity e { retention <|> } }')).toContain('3 years');
        expect((await labels('map "M" { currency <|> }')).slice(0, 3)).toEqual(['EUR', 'USD', 'GBP']);
    });

    it('offers codes of rules and their severities, as far as the server knows them', async () => {
        const words = { rules: { SYS001: 'A system has no owner', PII001: 'Personal data leaves' }, cron: (text: string) => text };
        const items = await offered('map "M" { rules { <|> } }', { words });
        expect(items.map(({ label, detail }) => `${label} ${detail}`)).toEqual(['PII001 Personal data leaves', 'SYS001 A system has no owner']);
        expect(await labels('map "M" { rules { SYS001 <|> } }', { words })).toEqual(['off', 'info', 'warning', 'error']);
        expect(await labels('// crmmap-ignore SYS001, <|>', { words })).toEqual(['PII001', 'SYS001']);
        expect(await labels('// crmmap-ignore SYS001: <|>', { words })).toEqual([]);
        expect((await offered('  // crm<|>', otherEditor)).map(({ label, filterText }) => `${label} ${filterText}`)).toEqual([
            'crmmap-ignore // crmmap-ignore',
        ]);
    });
});

describe('Completion of what another file declares', () => {
    const teams = { 'teams.crmmap': 'team far "Far away"\nteam near' };
    const imported = async (text: string, files: Readonly<Record<string, string>> = teams): Promise<string> => {
        const { services, document, positions } = await open({ 'map.crmmap': text, ...files });
        const list = await services.lsp.CompletionProvider?.getCompletion(document, {
            textDocument: { uri: document.uri.toString() },
            position: positions[0] ?? { line: 0, character: 0 },
        });
        const item = list?.items.find(({ label }) => label === 'far');
        const own = item?.textEdit && 'range' in item.textEdit ? [item.textEdit] : [];
        return edited(document, [...own, ...(item?.additionalTextEdits ?? [])]);
    };

    it('is offered last, with the file that it comes from', async () => {
        const items = await offered({ 'map.crmmap': 'team own\nsystem s { owner <|> }', ...teams });
        expect(items.map(({ label, detail }) => `${label}: ${detail}`)).toEqual([
            'own: team',
            'far: team · Far away · imports ./teams.crmmap',
            'near: team · imports ./teams.crmmap',
        ]);
    });

    it('brings the import along: behind the last one, or on top below the comment of the file', async () => {
        expect(await imported('import "./other.crmmap"\nsystem s { owner f<|> }', { ...teams, 'other.crmmap': 'team own' })).toBe(
            'import "./other.crmmap"\nimport "./teams.crmmap"\nsystem s { owner far }',
        );
        expect(await imported('// The map of a shop.\n\nsystem s { owner <|> }')).toBe(
            '// The map of a shop.\n\nimport "./teams.crmmap"\nsystem s { owner far }',
        );
        expect(await imported('// Of the system below.\r\nsystem s { owner <|> }')).toBe(
            'import "./teams.crmmap"\r\n// Of the system below.\r\nsystem s { owner far }',
        );
    });

    it('is not offered again once its file is imported, nor where only names of the own flow or entity make sense', async () => {
        expect(await labels({ 'map.crmmap': 'import "./teams.crmmap"\nsystem s { owner <|> }', ...teams })).toEqual(['far', 'near']);
        const fields = { 'map.crmmap': 'system a { entity E { X : id match <|> } }', 'other.crmmap': 'system b { entity F { Y : id } }' };
        expect(await labels(fields)).toEqual(['X']);
    });
});
