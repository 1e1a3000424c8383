import { describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-types';
import { open, type Surroundings } from './support.ts';

async function hover(text: string, surroundings?: Surroundings): Promise<string> {
    const { services, document, positions } = await open(text, surroundings);
    const position = positions[0] ?? { line: 0, character: 0 };
    const found = await services.lsp.HoverProvider?.getHoverContent(document, { textDocument: { uri: document.uri.toString() }, position });
    return (found?.contents as MarkupContent | undefined)?.value ?? '';
}

const systems = `system shop { master entity Customer { basis contract Email : email key personal Full : text(120) personal } }
system crm { entity Contact { basis consent Email : email key personal Last : text(80) Note : text Age : integer formula } }
system bus
team ops
`;
const body = `{
  pattern batch-sync
  timing scheduled "0 3 * * *"
  via bus
  volume 3500 per day
  errors retry 3 then alert ops
  map Email -> Email
  map Full -> Last using "last word"
}`;

describe('Hover over a flow', () => {
    it('shows it as a table: ends, pattern, timing, stations, basis, personal data, volume, errors and how much is mapped', async () => {
        const value = await hover(`${systems}flow cus<|>tomers: shop.Customer <-> crm.Contact "Profile" ${body}`, {
            words: { rules: {}, cron: (text) => (text === '0 3 * * *' ? 'daily at 03:00' : text) },
        });
        expect(value.split('\n')).toEqual([
            '**flow** customers · Profile',
            '',
            '| Flow | |',
            '| :-- | :-- |',
            '| From | shop.Customer |',
            '| To, and back | crm.Contact |',
            '| Pattern | batch-sync |',
            '| Timing | scheduled: daily at 03:00 (0 3 \\* \\* \\*) |',
            '| Via | bus |',
            '| Basis | contract, consent |',
            '| Personal data | Email, Full |',
            '| Volume | 3500 per day |',
            '| On error | retry 3, then alert ops |',
            '| Mapped | 2 of 3 fields |',
        ]);
    });

    it('knows one without a name by its arrow, and turns one that points back', async () => {
        const value = await hover(`${systems}crm.Contact <<|>- shop.Customer`);
        expect(value).toContain('| From | shop.Customer |\n| To | crm.Contact |');
    });
});

describe('Hover over what is used', () => {
    const journey =
        'journey j { stage s {\n' + Array.from({ length: 7 }, (_, i) => `touchpoint t${i} { backstage crm captures crm.Contact }`).join('\n') + '\n} }\n';

    it('says by whom, with some of their names as links to the text', async () => {
        const value = await hover(`${systems.replace('system crm', 'system c<|>rm')}flow f: shop -> crm.Contact\n${journey}`);
        expect(value).toContain('- used by 1 flow: [f](file:///maps/map.crmmap#L5)');
        expect(value).toContain('- used by 7 touchpoints: [j.t0](file:///maps/map.crmmap#L7), [j.t1](');
        expect(value).toContain('[j.t4](file:///maps/map.crmmap#L11) and 2 more');
    });

    it('says where a field is mapped', async () => {
        const flow = `flow customers: shop.Customer -> crm.Contact ${body}`;
        expect(await hover(`${systems.replace('Last :', 'La<|>st :')}${flow}`)).toContain(
            '- type: text(80)\n- filled from Full, last word in [customers](file:///maps/map.crmmap#L5)',
        );
        expect(await hover(`${systems.replace('Full :', 'Fu<|>ll :')}${flow}`)).toContain('- goes to Last, last word in [customers]');
    });

    it('does not count what a thing says of itself', async () => {
        expect(await hover('system a { entity E<|> { match X  X : id } }')).not.toContain('used by');
    });
});

describe('A card', () => {
    it('stays inert and short, whatever the text of the map', async () => {
        const hostile = '<img src=x onerror=alert(1)>|](command:x)[y](javascript:z)';
        const long = 'word '.repeat(4000);
        const text = `/** ${long} */\nflow \`${hostile}\`: a.E -> b "${hostile}" { description "${long}" pattern x timing scheduled "| ${hostile} |" protocol "${hostile}" map \`${hostile}\` -> \`${hostile}\` }\nsystem a { entity E { \`${hostile}\` : text } }\nsystem b\nview v as mapping of \`${hostile}\``;
        const value = await hover(text.replace('flow `', 'flow `<|>'));
        expect(value).toContain('| From | a.E |');
        expect(value).toContain('used by 1 view');
        expect(value).not.toMatch(/<img/);
        expect(value).not.toMatch(/(?<!\\)\]\((?:command|javascript):/);
        expect(value.split('\n').filter((line) => line.startsWith('| ') && line.match(/(?<!\\)\|/g)?.length !== 3)).toEqual([]);
        expect(value.length).toBeLessThan(8000);
    });
});
