import { describe, expect, test } from 'vitest';
import { offeredAt, openFiles, refactored, refactoredText } from './support.ts';

const titles = async (source: string): Promise<string[]> => (await offeredAt(source)).actions.map(({ title }) => title);

describe('naming flows', () => {
    const systems = 'system shop\nsystem crm\n';

    test('a flow without a title is named after its ends, in the direction of the data', async () => {
        expect(await refactoredText(`${systems}shop -> c<|>rm`, 'Name this flow')).toBe(`${systems}flow shopToCrm: shop -> crm`);
        expect(await refactoredText(`${systems}shop <- c<|>rm`, 'Name this flow')).toBe(`${systems}flow crmToShop: shop <- crm`);
    });

    test('a flow with a short title is named after it', async () => {
        expect(await refactoredText(`${systems}flow shop -> c<|>rm "CRM: new customers"`, 'Name')).toBe(
            `${systems}flow crmNewCustomers: shop -> crm "CRM: new customers"`,
        );
    });

    test('a name that something has already, of whatever kind and case, is not taken again', async () => {
        const text = `${systems}team OrdersTeam\nshop -> c<|>rm "Orders team"`;
        expect(await refactoredText(text, 'Name this flow')).toContain('flow ordersTeam2: shop -> crm');
    });

    test('a name is taken away only where nothing refers to the flow and a title tells what it is', async () => {
        expect(await refactoredText(`${systems}flow orders: shop -<|>> crm "Orders"`, 'Take away')).toBe(`${systems}shop -> crm "Orders"`);
        expect(await titles(`${systems}flow orders: shop -<|>> crm`)).not.toContainEqual(expect.stringContaining('Take away'));
        expect(await titles(`${systems}flow orders: shop -<|>> crm "Orders"\nview v as mapping of orders`)).not.toContainEqual(
            expect.stringContaining('Take away'),
        );
    });
});

describe('directions of flows', () => {
    test('a flow written from its other end means the same, its key too', async () => {
        const text = 'system a { entity A { Id : id } }\nsystem b { entity B { Id : id } }\na.A <|>-> b.B { key Id  map Id -> Id }';
        const after = await refactored(text, 'from its other end');
        expect(after['map.crmmap']).toContain('b.B <- a.A { key b.B.Id  map Id -> Id }');
        const before = await openFiles({ 'map.crmmap': text.replace('<|>', '') });
        const [was, is] = [before.model.flows[0], (await openFiles(after)).model.flows[0]];
        expect([is?.from, is?.to, is?.key, is?.mappings[0]?.target]).toEqual([was?.from, was?.to, was?.key, was?.mappings[0]?.target]);
    });

    test('a flow that goes both ways becomes two, each with the transforms of its way', async () => {
        const text = `system a { entity A { Name : text  Code : text  Sum : money } }
system b { entity B { Name : text  Code : text  Sum : money } }

flow sync: a.A <<|>-> b.B "Sync" {
    timing manual
    map Name -> Name // as it is
    map Code -> Code using "upper case" back "lower case"
    map Sum -> Sum using "rounded"
} // end
view v as mapping of sync
`;
        const after = await refactoredText(text, 'two flows');
        expect(after).toContain(
            `flow sync: a.A -> b.B "Sync" {
    timing manual
    map Name -> Name // as it is
    map Code -> Code using "upper case"
    map Sum -> Sum using "rounded"
} // end

flow syncBack: b.B -> a.A "Sync" {
    timing manual
    map Name -> Name
    map Code -> Code using "lower case"
}
view v`,
        );
        expect((await openFiles({ 'map.crmmap': after })).diagnostics).toEqual([]);
    });
});

describe('mappings', () => {
    const shop = 'system shop { entity Customer { Id : id key  E-Mail : email  `Family name` : text(40)  Phone : phone  Total : money  Joined : datetime } }\n';

    test('fields are paired by name in whatever spelling, and by synonyms, where the types fit', async () => {
        const crm = 'system crm { entity Contact { Id : id key  email : email  LastName : text(80)  ContactPhone : phone  joined : date } }\n';
        expect(await refactoredText(`${shop}${crm}shop.Customer -> crm.Con<|>tact`, 'Map the fields that fit: email, LastName and ContactPhone')).toBe(
            `${shop}${crm}shop.Customer -> crm.Contact {\n  map E-Mail        -> email\n  map \`Family name\` -> LastName\n  map Phone         -> ContactPhone\n}`,
        );
    });

    test('what is mapped already, what is not writable, and what would be cut off is left alone', async () => {
        const crm =
            'system crm { entity Contact { Email : email readonly  Surname : text(20)  Phone : phone  Total : money formula  Joined : datetime deprecated } }\n';
        const flow = 'shop.Customer -> crm.Con<|>tact { map Phone -> Phone }';
        expect(await titles(shop + crm + flow)).not.toContainEqual(expect.stringContaining('Map the fields'));
    });

    test('a field of a target is never mapped twice, and the name that is most alike wins', async () => {
        const text =
            'system a { entity A { e_mail : email  Email : email  mail : email } }\nsystem b { entity B { Email : email } }\na.A -> b<|>.B { timing manual }';
        expect(await refactoredText(text, 'Map the fields')).toContain('a.A -> b.B {\n  timing manual\n  map Email -> Email\n}');
    });

    test('values of lists are paired by name too; a list with a value that has no partner is left out', async () => {
        const text = (values: string): string =>
            `system a { entity A { State : picklist("new", "in_use") } }\nsystem b { entity B { State : picklist(${values}) } }\na.A -> b<|>.B`;
        expect(await refactoredText(text('"New", "In use", "Gone"'), 'Map the fields')).toContain(
            'map State -> State values "new" -> "New", "in_use" -> "In use"',
        );
        expect(await titles(text('"New", "Gone"'))).not.toContainEqual(expect.stringContaining('Map the fields'));
    });

    test('of a system with one entity, or one of the other end’s name, the fields are named by their paths', async () => {
        const crm = 'system crm { entity Customer { Phone : phone }  entity Lead { Phone : phone } }\n';
        expect(await refactoredText(`${shop}${crm}shop.Customer -> c<|>rm`, 'Map the fields that fit: Phone')).toContain('map Phone -> Customer.Phone');
        expect(await titles(`${shop}system crm { entity A { Phone : phone } entity B { Phone : phone } }\nshop.Customer -> c<|>rm`)).not.toContainEqual(
            expect.stringContaining('Map the fields'),
        );
    });

    test('a flow backwards is filled from its right end', async () => {
        expect(await refactoredText('system a { entity A { X : text } }\nsystem b { entity B { X : text(9)  Y : url } }\na.A <|><- b.B', 'Map the')).toContain(
            'map X -> X',
        );
    });

    test('what both ways share must fit both ways', async () => {
        const text = 'system a { entity A { X : text(9)  Y : text(9) } }\nsystem b { entity B { X : text(20)  Y : text(9) } }\na.A <|><-> b.B';
        expect(await refactoredText(text, 'Map the fields that fit: Y')).not.toContain('map X');
    });

    test('an entity that is the same as another is offered a flow from its master, until there is one', async () => {
        const master = 'system a { master entity A { Mail : email } }\n';
        const copy = 'system b {\n  entity <|>B { same as a.A  Email : email }\n} // b\n';
        expect(await refactoredText(master + copy, 'Create a flow from a.A to b.B that maps Email')).toBe(
            `${(master + copy).replace('<|>', '').trimEnd()}\n\na.A -> b.B {\n  map Mail -> Email\n}\n`,
        );
        expect(await titles(`${master}${copy}b.B <- a.A`)).not.toContainEqual(expect.stringContaining('Create a flow'));
    });

    test('a selection over two entities is offered a flow each way', async () => {
        const text = 'system a { entity <|>A { X : text(9) } }\nsystem b { entity B<|> { X : text(9) } }\n';
        expect(await titles(text)).toEqual(expect.arrayContaining(['Create a flow from a.A to b.B that maps X', 'Create a flow from b.B to a.A that maps X']));
    });

    test('the mapping of the flow before is inlined: a flow past the system between, with both transforms', async () => {
        const text = `system a { entity A { First : text  Last : text } }
system b { entity B { Name : text  Own : text } }
system c { entity C { Label : text  Own : text } }
flow toB: a.A -> b.B { map First, Last -> Name using "joined" }
b.B <|>-> c.C "Names" {
  map Name -> Label using "upper case"
  map Own -> Own
}
`;
        expect(await refactoredText(text, 'Inline the mapping of `toB`')).toContain(
            '}\n\na.A -> c.C "Names" {\n  map First, Last -> Label using "joined, then upper case"\n}\n',
        );
    });
});
