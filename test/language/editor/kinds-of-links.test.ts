import type { LocationLink } from 'vscode-languageserver-types';
import { describe, expect, it } from 'vitest';
import { open } from './support.ts';

type Feature = 'type' | 'implementation' | 'declaration';

/** What is gone to from the marker, as `file: name`. */
async function goneTo(feature: Feature, files: Readonly<Record<string, string>> | string): Promise<string[]> {
    const { services, document, positions, file } = await open(files);
    const params = { textDocument: { uri: document.uri.toString() }, position: positions[0]! };
    const { TypeProvider, ImplementationProvider, DeclarationProvider } = services.lsp;
    const links: LocationLink[] | undefined = await (feature === 'type'
        ? TypeProvider!.getTypeDefinition(document, params)
        : feature === 'implementation'
          ? ImplementationProvider!.getImplementation(document, params)
          : DeclarationProvider!.getDeclaration(document, params));
    return (links ?? []).map(({ targetUri, targetRange, targetSelectionRange }) => {
        const name = targetUri.split('/maps/')[1]!;
        const { textDocument } = file(name);
        const declared = textDocument.getText(targetRange).split(/\s/)[0];
        return `${name}: ${declared} ${textDocument.getText(targetSelectionRange)}`;
    });
}

const map = (text: string, marked: string, at = 0): string => {
    let index = -1;
    for (let count = 0; count <= at; count += 1) index = text.indexOf(marked, index + 1);
    return `${text.slice(0, index)}<|>${text.slice(index)}`;
};

const shop = `system shop { entity Order { Customer : reference(Customer) No : id } entity Customer { Email : email } }
system crm { master entity Contact { same as shop.Customer Email : email } provides loyalty }
system old { entity contact provides loyalty }
system bus
flow sync: shop.Customer -> crm.Contact { via bus map Email -> Email }
channel web { system shop }
segment new
persona emma { segment new }
metric rate
goal trust { measured by rate }
lifecycle life { stage sell }
journey buy { persona emma stage look { in life.sell touchpoint pay { channel web pain slow "Slow" opportunity fast "Fast" addresses slow } } }
initiative speed { delivers buy.fast supports trust }
view all as data of shop
`;

describe('Go to the type of a thing', () => {
    it.each([
        ['a field to the entity that it refers to', 'Customer :', 0, ['map.crmmap: entity Customer']],
        ['an entity to the master of its concept', 'Customer { Email', 0, ['map.crmmap: master Contact']],
        ['a reference to an entity to its master', 'Customer -> crm', 0, ['map.crmmap: master Contact']],
        ['a flow to its ends', 'sync:', 0, ['map.crmmap: entity Customer', 'map.crmmap: master Contact']],
        ['a touchpoint to its channel', 'pay {', 0, ['map.crmmap: channel web']],
        ['a journey to its persona', 'buy {', 0, ['map.crmmap: persona emma']],
        ['a stage to where it is in the lifecycle', 'look {', 0, ['map.crmmap: stage sell']],
        ['a persona to its segment', 'emma {', 0, ['map.crmmap: segment new']],
        ['a channel to its system', 'web {', 0, ['map.crmmap: system shop']],
        ['a goal to its metric', 'trust {', 0, ['map.crmmap: metric rate']],
        ['a view to what it shows', 'all as', 0, ['map.crmmap: system shop']],
        ['nothing from a field of another type', 'No : id', 0, []],
        ['nothing from the master itself', 'Contact { same', 0, []],
        ['nothing from a word that is no name', 'supports', 0, []],
    ])('leads from %s', async (_what, marked, at, expected) => {
        expect(await goneTo('type', map(shop, marked, at))).toEqual(expected);
    });
});

describe('Go to what makes a thing real', () => {
    it.each([
        [
            'an entity to all of its concept, the master first',
            'Customer { Email',
            0,
            ['map.crmmap: master Contact', 'map.crmmap: entity Customer', 'map.crmmap: entity contact'],
        ],
        ['the master to the same', 'Contact { same', 0, ['map.crmmap: master Contact', 'map.crmmap: entity Customer', 'map.crmmap: entity contact']],
        ['a capability of the stock list to the systems that provide it', 'loyalty', 1, ['map.crmmap: system crm', 'map.crmmap: system old']],
        ['a channel to the system that carries it', 'web {', 0, ['map.crmmap: system shop']],
        ['a goal to its initiatives', 'trust {', 0, ['map.crmmap: initiative speed']],
        ['a metric to its goals', 'rate', 0, ['map.crmmap: goal trust']],
        ['an opportunity to its initiatives', 'fast "', 0, ['map.crmmap: initiative speed']],
        ['a pain to its opportunities', 'slow "', 0, ['map.crmmap: opportunity fast']],
        ['a stage of a lifecycle to those of journeys', 'sell }', 0, ['map.crmmap: stage look']],
        ['a segment to its personas', 'new', 0, ['map.crmmap: persona emma']],
        ['a flow to the systems that carry it', 'sync:', 0, ['map.crmmap: system bus']],
        ['a field to those that it is mapped to', 'Email : email } }', 0, ['map.crmmap: Email Email']],
        ['nothing from an entity that is alone', 'Order {', 0, []],
    ])('leads from %s', async (_what, marked, at, expected) => {
        expect(await goneTo('implementation', map(shop, marked, at))).toEqual(expected);
    });

    it('finds the concept over the files of a map, and not in another map', async () => {
        const files = {
            'crm.crmmap': 'system crm { master entity <|>Contact }',
            'shop.crmmap': 'import "./crm.crmmap"\nsystem shop { entity Customer { same as crm.Contact } }',
            'other.crmmap': 'system other { entity Contact }',
        };
        expect(await goneTo('implementation', files)).toEqual(['crm.crmmap: master Contact', 'shop.crmmap: entity Customer']);
    });
});

describe('Go to the declaration', () => {
    it('does what go to definition does', async () => {
        expect(await goneTo('declaration', map(shop, 'crm.Contact {', 0))).toEqual(['map.crmmap: system crm']);
    });
});
