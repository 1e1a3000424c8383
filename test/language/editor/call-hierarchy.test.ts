import { AstUtils } from 'langium';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CallHierarchyItem, Range } from 'vscode-languageserver-types';
import { type DataWay, waysBackward, waysOnward } from '../../../language/editor/data-ways.ts';
import { isEntity, isField, isFlow, isSystem } from '../../../language/generated/ast.ts';
import { pathOf } from '../../../language/names.ts';
import { buildModel } from '../../../src/model/build-model.ts';
import { Lineage } from '../../../src/rules/lineage.ts';
import { open, textOf, type Edited } from './support.ts';

type Way = 'in' | 'out';

interface Step {
    readonly item: CallHierarchyItem;
    readonly fromRanges: readonly Range[];
}

async function start(files: Readonly<Record<string, string>> | string): Promise<{ map: Edited; item: CallHierarchyItem | undefined }> {
    const map = await open(files);
    const params = { textDocument: { uri: map.document.uri.toString() }, position: map.positions[0]! };
    const items = await map.services.lsp.CallHierarchyProvider!.prepareCallHierarchy(map.document, params);
    return { map, item: items?.[0] };
}

async function steps(map: Edited, item: CallHierarchyItem, way: Way): Promise<Step[]> {
    const provider = map.services.lsp.CallHierarchyProvider!;
    if (way === 'out') return ((await provider.outgoingCalls({ item })) ?? []).map(({ to, fromRanges }) => ({ item: to, fromRanges }));
    return ((await provider.incomingCalls({ item })) ?? []).map(({ from, fromRanges }) => ({ item: from, fromRanges }));
}

/** The steps to some depth, indented. */
async function tree(map: Edited, item: CallHierarchyItem, way: Way, depth: number, indent = ''): Promise<string[]> {
    const lines: string[] = [];
    for (const step of depth > 0 ? await steps(map, item, way) : []) {
        lines.push(`${indent}${step.item.name} | ${step.item.detail}`, ...(await tree(map, step.item, way, depth - 1, `${indent}  `)));
    }
    return lines;
}

async function ways(text: string, way: Way, depth = 1): Promise<string[]> {
    const { map, item } = await start(text);
    return item ? tree(map, item, way, depth) : ['nothing'];
}

const map = `system shop { entity Customer { Ema:il : email personal Name : text(9) } entity Order }
system crm { entity Contact { Email : email personal Note : text(9) } }
system mail { entity Reader { email : email personal } }
system lake
flow sync: shop.Customer -> crm.Contact { timing scheduled "0 3 * * *" map Email -> Email map Name -> Note }
flow send: crm.Contact -> mail.Reader { timing event map Email -> email }
flow back: crm.Contact <- mail.Reader { map email -> Email }
crm.Contact -> lake "Dump"
flow all: shop -> lake { timing manual }
journey j { stage s { touchpoint call { uses crm.Contact.Email fresh within 1 hour } touchpoint sign { captures shop.Customer } } }
`.replace('Ema:il', 'Email');

const at = (marked: string): string => map.replace(marked, `<|>${marked}`);

describe('Where data goes', () => {
    it('of a field: along the map lines, with the whole of its entity where a flow has none, and to who uses it', async () => {
        expect(await ways(at('Email : email personal Name'), 'out', 3)).toEqual([
            'crm.Contact.Email | sync, scheduled "0 3 * * *" · personal',
            '  mail.Reader.email | send, event · personal',
            '    crm.Contact.Email | back · personal',
            '  lake | Dump · personal',
            '  j.call | uses crm.Contact.Email fresh within 1 hour · personal',
            'lake | all, manual · personal',
        ]);
    });

    it('of a field that no flow maps and no touchpoint uses: nowhere but where the whole goes', async () => {
        expect(await ways(at('Note'), 'out')).toEqual(['lake | Dump']);
    });

    it('of an entity: over its flows, and over those of its system as a whole', async () => {
        expect(await ways(at('Customer {'), 'out')).toEqual(['crm.Contact | sync, scheduled "0 3 * * *" · personal', 'lake | all, manual · personal']);
    });

    it('of a system: over its own flows and those of its entities; where only the system is reached, no entity is taken for it', async () => {
        expect(await ways(at('shop {'), 'out', 2)).toEqual([
            'crm.Contact | sync, scheduled "0 3 * * *" · personal',
            '  mail.Reader | send, event · personal',
            '  lake | Dump · personal',
            '  j.call | uses crm.Contact.Email fresh within 1 hour · personal',
            'lake | all, manual',
        ]);
    });

    it('of a flow: to its end; and of a touchpoint: to what it captures', async () => {
        expect(await ways(at('send:'), 'out')).toEqual(['mail.Reader | send, event · personal']);
        expect(await ways(at('back:'), 'out')).toEqual(['crm.Contact | back · personal']);
        expect(await ways(at('sign {'), 'out')).toEqual(['shop.Customer | captures · personal']);
    });

    it('is asked of a word in a path as well, and not of a word that holds no data', async () => {
        expect(await ways(map.replace('uses crm.Contact.', 'uses crm.Con<|>tact.'), 'in')).toEqual([
            'shop.Customer | sync, scheduled "0 3 * * *" · personal',
            'mail.Reader | back · personal',
        ]);
        expect(await ways(at('journey'), 'in')).toEqual(['nothing']);
    });

    it('goes both ways over a flow that does, in circles as far as one opens them', async () => {
        const text = 'system a { entity <|>e { x : id } }\nsystem b { entity f { y : id } }\na.e <-> b.f';
        expect(await ways(text, 'out', 3)).toEqual(['b.f | a.e <-> b.f', '  a.e | a.e <-> b.f', '    b.f | a.e <-> b.f']);
        expect(await ways(text, 'in')).toEqual(['b.f | a.e <-> b.f']);
    });
});

describe('Where data comes from', () => {
    it('of a field: back along the map lines, to the touchpoint that captures it', async () => {
        expect(await ways(map.replace('email : email', '<|>email : email'), 'in', 3)).toEqual([
            'crm.Contact.Email | send, event · personal',
            '  shop.Customer.Email | sync, scheduled "0 3 * * *" · personal',
            '    j.sign | captures · personal',
            '  mail.Reader.email | back · personal',
            '    crm.Contact.Email | send, event · personal',
        ]);
    });

    it('of a touchpoint: from what it uses', async () => {
        expect(await ways(at('call {'), 'in')).toEqual(['crm.Contact.Email | uses crm.Contact.Email fresh within 1 hour · personal']);
    });

    it('of a system: what flows into it and into its entities', async () => {
        expect(await ways(at('crm {'), 'in')).toEqual(['shop.Customer | sync, scheduled "0 3 * * *" · personal', 'mail.Reader | back · personal']);
    });
});

describe('Places of the steps', () => {
    it('are the map line of a field and the end of a flow', async () => {
        const { map: edited, item } = await start(at('Email : email personal Name'));
        const texts = (await steps(edited, item!, 'out')).map(({ fromRanges }) => fromRanges.map((range) => textOf(edited.document, range)));
        expect(texts).toEqual([['map Email -> Email'], ['lake']]);
    });

    it('stand in the file of the thing; where the flow is in another one, at its name', async () => {
        const { map: edited, item } = await start({
            'systems.crmmap': 'system <|>a\nsystem b',
            'flows.crmmap': 'import "./systems.crmmap"\n\n\n\n\nflow f: a -> b',
        });
        const [step] = await steps(edited, item!, 'out');
        expect(step?.item).toMatchObject({ name: 'b', detail: 'f' });
        expect(step?.fromRanges.map((range) => textOf(edited.document, range))).toEqual(['a']);
    });

    it('are found again after the text has changed', async () => {
        const { map: edited, item } = await start('system <|>a\nsystem b\na -> b');
        const { LangiumDocuments, LangiumDocumentFactory, DocumentBuilder } = edited.services.shared.workspace;
        LangiumDocuments.deleteDocument(edited.document.uri);
        const document = LangiumDocumentFactory.fromString('team t\nsystem b\nsystem a\na -> b "New"', edited.document.uri);
        LangiumDocuments.addDocument(document);
        await DocumentBuilder.build([document]);
        expect((await steps(edited, item!, 'out')).map(({ item: { name, detail } }) => `${name} ${detail}`)).toEqual(['b New']);
    });

    it('the e-mail address of the reference map ends in the newsletter and in marketing', async () => {
        const text = readFileSync('examples/northwind.crmmap', 'utf8').replace(/Email\s*:\s*email\s+required unique/, '<|>$&');
        expect(await ways(text, 'out')).toEqual([
            'shop.Customer.Email | customers, scheduled "*/15 * * * *" · personal',
            'marketing.Subscriber.email | audiences, scheduled "0 3 * * *" · personal',
        ]);
    });
});

describe('The steps that an editor shows', () => {
    it.each(readdirSync('examples').filter((name) => name.endsWith('.crmmap')))('are those that the rules reckon with, in %s', async (name) => {
        const { services, document } = await open(readFileSync(`examples/${name}`, 'utf8'));
        const model = buildModel(document, services, () => name);
        const entities = model.systems.flatMap((system) => system.entities);
        const byId = <T extends { readonly id: string }>(things: readonly T[]): Map<string, T> => new Map(things.map((thing) => [thing.id, thing]));
        const lineage = new Lineage(model.flows, byId(entities), byId(entities.flatMap(({ fields }) => fields)));
        const workspace = { documents: services.shared.workspace.LangiumDocuments, usages: services.editor.Usages };
        const overFlows = (ways: readonly DataWay[], end: 'from' | 'to'): string[] =>
            [...new Set(ways.filter(({ over }) => isFlow(over)).map((way) => pathOf(way[end])!))].sort();
        const holders = AstUtils.streamAst(document.parseResult.value).filter((node) => isSystem(node) || isEntity(node) || isField(node));
        for (const node of holders) {
            const id = pathOf(node)!;
            expect(overFlows(waysOnward(node, 'unplaced', workspace), 'to')).toEqual([...new Set([...lineage.onward(id)].map(([to]) => to))].sort());
            expect(overFlows(waysBackward(node, 'unplaced', workspace), 'from')).toEqual([...new Set([...lineage.backward(id)].map(([from]) => from))].sort());
        }
    });
});
