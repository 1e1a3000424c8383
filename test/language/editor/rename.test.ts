import fc from 'fast-check';
import { AstUtils, type LangiumDocument } from 'langium';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isNamed, type Named } from '../../../language/names.ts';
import { edited, open, textOf } from './support.ts';

type Files = Readonly<Record<string, string>>;

/** The files after what stands at the first marker got another name. */
async function renamed(source: Files | string, newName: string): Promise<Record<string, string>> {
    const { services, document, positions, file } = await open(source);
    const names = typeof source === 'string' ? ['map.crmmap'] : Object.keys(source);
    const edit = await services.lsp.RenameProvider?.rename(document, { textDocument: { uri: document.uri.toString() }, position: positions[0]!, newName });
    return Object.fromEntries(names.map((name) => [name, edited(file(name), edit?.changes?.[file(name).uri.toString()] ?? [])]));
}

async function renamedText(text: string, newName: string): Promise<string> {
    return (await renamed(text, newName))['map.crmmap'] ?? '';
}

async function wordThatCanBeRenamed(text: string): Promise<string | undefined> {
    const { services, document, positions } = await open(text);
    const range = await services.lsp.RenameProvider?.prepareRename(document, { textDocument: { uri: document.uri.toString() }, position: positions[0]! });
    return range && textOf(document, range);
}

describe('Renaming', () => {
    it('changes both ends of flows, `via`, and paths through a thing', async () => {
        expect(
            await renamedText(
                'system c<|>rm { entity Contact { Email : email } }\nsystem bus\ncrm.Contact <-> crm { via crm, bus map crm.Contact.Email -> Contact.Email }',
                'x',
            ),
        ).toBe('system x { entity Contact { Email : email } }\nsystem bus\nx.Contact <-> x { via x, bus map x.Contact.Email -> Contact.Email }');
    });

    it('changes the middle of a path', async () => {
        expect(await renamedText('system crm { entity Contact { Email : email match crm.Con<|>tact.Email } }\ncrm.Contact -> crm', 'Person')).toBe(
            'system crm { entity Person { Email : email match crm.Person.Email } }\ncrm.Person -> crm',
        );
    });

    it('takes backticks away where the new name needs none, and puts them where it does', async () => {
        expect(await renamedText('system s { entity e { `First <|>Name` : text(3) match `First Name` } }', 'FirstName')).toBe(
            'system s { entity e { FirstName : text(3) match FirstName } }',
        );
        expect(await renamedText('system s { entity e { F<|> : text(3) match F } }', '2026-01-01')).toBe(
            'system s { entity e { `2026-01-01` : text(3) match `2026-01-01` } }',
        );
    });

    it('changes a name in the selectors of views', async () => {
        expect(await renamedText('team o<|>ps\nsystem a { owner ops }\nview v { include owner ops and not a, neighbours of a, ops }', 'it')).toBe(
            'team it\nsystem a { owner it }\nview v { include owner it and not a, neighbours of a, it }',
        );
    });

    it('changes a stage where paths go through it, and leaves a journey alone that is not named', async () => {
        const text = (stage: string): string =>
            `journey j { stage ${stage} "S" { touchpoint a { pain p } touchpoint b }\n ${stage.replace('<|>', '')}.a -> j.${stage.replace('<|>', '')}.b }\nview v as trace of j.${stage.replace('<|>', '')}.a`;
        expect(await renamedText(text('fi<|>rst'), 'second')).toBe(text('second'));
    });

    it('changes the known part of a path whose end is unknown', async () => {
        expect(await renamedText('system c<|>rm { entity Contact }\ncrm.Kontakt -> crm.Contact', 'x')).toBe(
            'system x { entity Contact }\nx.Kontakt -> x.Contact',
        );
    });

    it('changes what stands in files that import it, from whichever file it was asked for', async () => {
        const main = 'import "./a.crmmap"\nsystem shop\nshop -> crm.Contact';
        const expected = { 'a.crmmap': 'import "./b.crmmap"', 'b.crmmap': 'system x { entity Contact }', 'main.crmmap': main.replace('crm.', 'x.') };
        expect(await renamed({ 'b.crmmap': 'system c<|>rm { entity Contact }', 'a.crmmap': 'import "./b.crmmap"', 'main.crmmap': main }, 'x')).toEqual(
            expected,
        );
        expect(
            await renamed(
                { 'main.crmmap': main.replace('crm.', 'cr<|>m.'), 'a.crmmap': 'import "./b.crmmap"', 'b.crmmap': 'system crm { entity Contact }' },
                'x',
            ),
        ).toEqual(expected);
    });

    it('tells names apart that differ by case only', async () => {
        expect(await renamedText('system s { entity e { Email : email email : text(9) match Em<|>ail, email } }', 'EMAIL')).toBe(
            'system s { entity e { EMAIL : email email : text(9) match EMAIL, email } }',
        );
    });

    it('counts places as UTF-16 does, behind emoji too', async () => {
        expect(await renamedText('system a "🧭🧭" { note "🧭" tags `🧭` } /* 🧭 */ system cr<|>m\n/* 🧭 */ a -> crm "🧭"', '`🧭 x`')).toBe(
            'system a "🧭🧭" { note "🧭" tags `🧭` } /* 🧭 */ system `🧭 x`\n/* 🧭 */ a -> `🧭 x` "🧭"',
        );
    });

    it('begins at the first letter of a name as well, be it of whatever script', async () => {
        expect(await wordThatCanBeRenamed('system <|>Überblick')).toBe('Überblick');
        expect(await wordThatCanBeRenamed('system <|>`Über blick`')).toBe('`Über blick`');
        expect(await wordThatCanBeRenamed('system <|>客户')).toBe('客户');
        expect(await wordThatCanBeRenamed('system <|>𠮷野')).toBe('𠮷野');
        expect(await wordThatCanBeRenamed('system crm<|>')).toBe('crm');
        expect(await wordThatCanBeRenamed('system a a<|>->a')).toBe('a');
        expect(await wordThatCanBeRenamed('sys<|>tem crm')).toBeUndefined();
    });

    it.each<[string, Files | string, string, string]>([
        [
            'a name that another file of the map has',
            { 'systems.crmmap': 'system c<|>rm', 'main.crmmap': 'import "./systems.crmmap"\nsystem shop' },
            'shop',
            'There is a system `shop` already, in main.crmmap.',
        ],
        [
            'a name by which a path would come to mean something else',
            'team o<|>ps\nsystem crm\nview v { include ops }',
            'crm',
            '`crm` in map.crmmap, line 3 would then name the system `crm`. Choose another name.',
        ],
        [
            'a name that would hide what another path names',
            'team ops\nsystem b<|>\nsystem c\nc -> b\nview v { include ops }',
            'ops',
            '`ops` in map.crmmap, line 5 would then name the system `ops`. Choose another name.',
        ],
    ])('refuses %s', async (_what, source, newName, message) => {
        await expect(renamed(source, newName)).rejects.toThrow(message);
    });

    it('allows a name that another kind of thing has, where no path comes to mean something else', async () => {
        expect(await renamedText('system o<|>ps\nteam crm { note "x" }\nsystem s { owner crm }\nops -> s', 'crm')).toBe(
            'system crm\nteam crm { note "x" }\nsystem s { owner crm }\ncrm -> s',
        );
    });

    it('leaves another map alone that has the name as well', async () => {
        expect(await renamed({ 'a.crmmap': 'system c<|>rm\ncrm -> crm', 'b.crmmap': 'system crm\nsystem x\ncrm -> x' }, 'x')).toEqual({
            'a.crmmap': 'system x\nx -> x',
            'b.crmmap': 'system crm\nsystem x\ncrm -> x',
        });
    });
});

describe('Renaming anything to a fresh name', () => {
    const northwind = readFileSync('examples/northwind.crmmap', 'utf8');
    const freshName = fc.oneof(
        fc.constantFrom(
            'owner',
            'system',
            'stage',
            'email',
            'and',
            'USD',
            'percent',
            '2026-01-01',
            '12',
            '1_000',
            '3-d',
            'Zürich',
            '客户',
            '🧭',
            'a.b',
            'a b',
            '-x',
            '"q"',
            '//',
            '{',
            'n\u00A0b',
            'x:',
            '%',
        ),
        fc.string({ minLength: 1, maxLength: 12 }).filter((name) => name.trim() === name && name !== '' && !/[`\r\n]/.test(name)),
    );

    it('and back gives the text as it was, and in between the same map with that name', async () => {
        const { services, document } = await open(northwind);
        const things = namedThings(document);
        expect(things.length).toBeGreaterThan(60);
        await fc.assert(
            fc.asyncProperty(fc.nat(things.length - 1), freshName, async (index, suffix) => {
                const thing = things[index]!;
                const name = suffix.length < 3 ? `fresh${suffix}` : suffix;
                fc.pre(!things.some((other) => other.name === name));
                const there = await renameThing({ services, document }, thing, name);
                const between = await open(there);
                expect(between.document.diagnostics?.filter(({ severity }) => severity === 1)).toEqual([]);
                const same = namedThings(between.document)[index]!;
                expect(same.name).toBe(name);
                expect(namedThings(between.document).map((other) => (other === same ? thing.name : other.name))).toEqual(things.map((other) => other.name));
                expect(await renameThing(between, same, thing.name)).toBe(northwind);
            }),
            { numRuns: 60 },
        );
    });

    function namedThings(document: LangiumDocument): Named[] {
        return AstUtils.streamAst(document.parseResult.value).filter(isNamed).toArray();
    }

    async function renameThing(
        { services, document }: Pick<Awaited<ReturnType<typeof open>>, 'services' | 'document'>,
        thing: Named,
        newName: string,
    ): Promise<string> {
        const position = services.references.NameProvider.getNameNode(thing)!.range.start;
        const edit = await services.lsp.RenameProvider?.rename(document, {
            textDocument: { uri: document.uri.toString() },
            position,
            newName: `\`${newName}\``,
        });
        return edited(document, edit?.changes?.[document.uri.toString()] ?? []);
    }
});
