import { describe, expect, test } from 'vitest';
import { landscapeDiagram } from '../../../src/diagram/landscape/landscape-diagram.ts';
import type { Mark } from '../../../src/diagram/marks.ts';
import { entity, flow, landscapeView, mapOf, system } from '../../helpers/landscape-maps.ts';

/** Every text of some marks, in their order. */
function textsOf(marks: readonly Mark[]): string[] {
    return marks.flatMap((mark) => {
        if (mark.type === 'group') return textsOf(mark.marks);
        return mark.type !== 'text' ? [] : [typeof mark.text === 'string' ? mark.text : mark.text.map((span) => span.text).join('')];
    });
}

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('A landscape', () => {
    test('puts systems in frames by category, with the code of a region that all of them share', () => {
        const diagram = landscapeDiagram(
            mapOf([
                system('a', { category: 'crm', region: 'eu' }),
                system('b', { category: 'erp' }),
                system('c', { category: 'crm', region: 'eu' }),
                system('d'),
            ]),
            landscapeView(),
        );
        expect(diagram.groups.map((group) => [group.caption, group.code, group.cards.map((card) => card.id)])).toEqual([
            ['CRM', 'EU', ['a', 'c']],
            ['ERP', undefined, ['b']],
            ['No category', undefined, ['d']],
        ]);
    });
    test('moves the codes to the cards where a frame holds several regions', () => {
        const diagram = landscapeDiagram(
            mapOf([system('a', { category: 'crm', region: 'eu' }), system('b', { category: 'crm', region: 'us' })]),
            landscapeView(),
        );
        expect(diagram.groups[0]?.code).toBeUndefined();
        expect(diagram.groups[0]?.cards.map((card) => textsOf(card.block.marks))).toEqual([
            ['a', 'EU'],
            ['b', 'US'],
        ]);
    });
    test('has no frames where no system has a category, or the view wants none', () => {
        const bare = mapOf([system('a'), system('b')]);
        expect(landscapeDiagram(bare, landscapeView()).groups.map((group) => group.caption)).toEqual([undefined, undefined]);
        expect(landscapeDiagram(mapOf([system('a', { category: 'crm' })]), landscapeView({ groupBy: 'none' })).groups[0]?.caption).toBeUndefined();
    });
    test('draws a flow through middleware in stretches, the words on the first and the number alone on the next', () => {
        const { hops } = landscapeDiagram(
            mapOf([system('a'), system('bus'), system('b')], [flow('f', 'a', 'b', { via: ['bus'], title: 'Orders' })]),
            landscapeView(),
        );
        expect(hops.map((hop) => [hop.from, hop.to, textsOf(hop.labels[0]?.block.marks ?? [])])).toEqual([
            ['a', 'bus', ['Orders', 'I-01']],
            ['bus', 'b', ['I-01']],
        ]);
    });
    test('lays a flow back beside its partner, and turns only its head', () => {
        const { hops } = landscapeDiagram(
            mapOf([system('a'), system('b')], [flow('there', 'a', 'b'), flow('back', 'b', 'a'), flow('both', 'b', 'a', { twoWay: true })]),
            landscapeView(),
        );
        expect(hops.map((hop) => [hop.from, hop.to, hop.heads])).toEqual([
            ['a', 'b', 'end'],
            ['a', 'b', 'start'],
            ['a', 'b', 'both'],
        ]);
    });
    test('opens a circle of flows at the one that is written last', () => {
        const { hops } = landscapeDiagram(
            mapOf([system('a'), system('b'), system('c')], [flow('1', 'a', 'b'), flow('2', 'b', 'c'), flow('3', 'c', 'a')]),
            landscapeView(),
        );
        expect(hops.map((hop) => [hop.from, hop.to, hop.heads])).toEqual([
            ['a', 'b', 'end'],
            ['b', 'c', 'end'],
            ['a', 'c', 'start'],
        ]);
    });
    test('makes a card high enough for the labels at its side', () => {
        const flows = [1, 2, 3, 4].map((index) => flow(`f${index}`, 'a', 'b'));
        const { groups } = landscapeDiagram(mapOf([system('a'), system('b')], flows), landscapeView());
        expect(groups[0]?.cards[0]?.block.height).toBeGreaterThanOrEqual(40 + 3 * 64);
    });
    test('never cuts a name, on a card or at a line', () => {
        const long = 'An extraordinarily long system name that nobody would ever want to write down in full but someone did';
        const diagram = landscapeDiagram(mapOf([system('a', { title: long, vendor: long })], []), landscapeView());
        const card = diagram.groups[0]?.cards[0];
        expect(textsOf(card?.block.marks ?? []).join(' ')).toBe(`${long} ${long}`);
    });
    test('says on a card what the text says of the system', () => {
        const map = mapOf(
            [
                system('crm', {
                    category: 'crm',
                    vendor: 'Salesforce',
                    owner: 'ops',
                    users: 240,
                    cost: { amount: 96000, per: 'year' },
                    limits: [{ amount: 100000, counted: 'calls', per: 'day' }],
                    classification: 'confidential',
                    provides: ['lead-management'],
                    life: 'retiring',
                    entities: [entity('crm', 'Contact', true, { master: true })],
                }),
                system('bus'),
            ],
            [flow('f', 'crm', 'bus')],
            { map: { title: 'M', currency: 'EUR', rules: {}, tags: [], links: [], notes: [] } },
        );
        const card = landscapeDiagram(map, landscapeView()).groups[0]?.cards[0];
        expect(textsOf(card?.block.marks ?? []).map(plain)).toEqual([
            'crm',
            'Salesforce · ops',
            'Retiring',
            'Contact',
            'Users',
            '240',
            'Cost',
            'EUR 96 000 a year',
            'Limit',
            '100 000 calls a day',
            'Classification',
            'Confidential',
            'Provides',
            'lead management',
        ]);
        expect(card?.thing.label).toBe('crm, CRM, retiring; Salesforce · ops');
    });
    test('leaves out what the view hides', () => {
        const map = mapOf([system('crm', { users: 3, entities: [entity('crm', 'Contact')] }), system('b')], [flow('f', 'crm', 'b', { title: 'Orders' })]);
        const diagram = landscapeDiagram(map, landscapeView({ hide: ['facts', 'entities', 'legend', 'register', 'labels', 'title'] }));
        expect(textsOf(diagram.groups[0]?.cards[0]?.block.marks ?? [])).toEqual(['crm']);
        expect(textsOf(diagram.hops[0]?.labels[0]?.block.marks ?? [])).toEqual(['I-01']);
        expect([diagram.legend, diagram.register, diagram.showTitle]).toEqual([[], undefined, false]);
    });
    test('tells with an overlay of regions where data crosses a border', () => {
        const map = mapOf(
            [system('crm', { region: 'eu' }), system('mail', { region: 'us' }), system('shop', { region: 'eu' })],
            [flow('news', 'crm', 'mail', { title: 'News', timing: 'manual' }), flow('orders', 'shop', 'crm', { title: 'Orders', timing: 'manual' })],
        );
        const words = (overlays: readonly string[]): string[][] =>
            landscapeDiagram(map, landscapeView({ overlays })).hops.map((hop) => textsOf(hop.labels[0]?.block.marks ?? []));
        expect(words(['region'])).toEqual([
            ['News', 'I-01', 'manual · EU → US'],
            ['Orders', 'I-02', 'manual'],
        ]);
        expect(words([])).toEqual([
            ['News', 'I-01', 'manual'],
            ['Orders', 'I-02', 'manual'],
        ]);
    });
    test('explains in its legend only what it uses', () => {
        const entries = (map: ReturnType<typeof mapOf>): string[] =>
            landscapeDiagram(map, landscapeView()).legend.flatMap((group) => group.entries.map((entry) => entry.label));
        expect(entries(mapOf([system('a')]))).toEqual([]);
        expect(
            entries(
                mapOf(
                    [system('a', { entities: [entity('a', 'E', true)], life: 'planned' }), system('b')],
                    [flow('f', 'a', 'b', { timing: 'manual', twoWay: true })],
                ),
            ),
        ).toEqual(['Manual', 'Number in the register', 'Both ways', 'Copy held here', 'Personal data', 'Planned']);
    });
    test('tells a flow without a timing from the others, by its line and in the legend', () => {
        const shown = (...all: (string | undefined)[]) => {
            const diagram = landscapeDiagram(
                mapOf(
                    [system('a'), system('b')],
                    all.map((timing, index) => flow(`f${index}`, 'a', 'b', { timing })),
                ),
                landscapeView(),
            );
            const entries = diagram.legend.find((group) => group.caption === 'Timing')?.entries ?? [];
            return {
                looks: diagram.flows.map((each) => each.look),
                labels: entries.map((entry) => entry.label),
                samples: new Set(entries.map((entry) => JSON.stringify(entry.sample))).size,
            };
        };
        expect(shown('real-time', undefined)).toEqual({ looks: [undefined, 'flow-use'], labels: ['Real-time', 'Not stated'], samples: 2 });
        expect(shown('scheduled', undefined)).toEqual({ looks: [undefined, 'flow-use'], labels: ['Scheduled', 'Not stated'], samples: 2 });
        expect(shown(undefined, undefined)).toEqual({ looks: [undefined, undefined], labels: [], samples: 0 });
    });
    test('has one sample for the timings that are drawn alike', () => {
        const labels = (...all: string[]): string[] | undefined =>
            landscapeDiagram(
                mapOf(
                    [system('a'), system('b')],
                    all.map((timing, index) => flow(`f${index}`, 'a', 'b', { timing })),
                ),
                landscapeView(),
            )
                .legend.find((group) => group.caption === 'Timing')
                ?.entries.map((entry) => entry.label);
        expect(labels('event', 'real-time', 'manual')).toEqual(['Real-time, on event', 'Manual']);
        expect(labels('event')).toEqual(['On event']);
    });
    test('calls a retired system retired, on its card and in the legend', () => {
        const said = (...lives: ('retiring' | 'retired')[]) => {
            const diagram = landscapeDiagram(mapOf(lives.map((life) => system(life, { title: 'Old', life }))), landscapeView());
            return {
                tags: diagram.groups.flatMap((group) => group.cards.flatMap((card) => textsOf(card.block.marks).slice(1))),
                legend: diagram.legend.flatMap((group) => group.entries.map((entry) => entry.label)),
            };
        };
        expect(said('retired')).toEqual({ tags: ['Retired'], legend: ['Retired'] });
        expect(said('retired', 'retiring')).toEqual({ tags: ['Retired', 'Retiring'], legend: ['Retiring', 'Retired'] });
    });
    test('has a sample of its own for each of planned, retiring and retired, as its cards look', () => {
        const lives = ['planned', 'retiring', 'retired'] as const;
        const diagram = landscapeDiagram(mapOf(lives.map((life) => system(life, { title: 'Old', life }))), landscapeView());
        const lookOf = (marks: readonly Mark[]): unknown => marks.flatMap((mark) => (mark.type === 'rect' ? [mark.style] : []))[0];
        const samples = diagram.legend.flatMap((group) => group.entries.map((entry) => lookOf(entry.sample?.marks ?? [])));
        const cards = diagram.groups.flatMap((group) => group.cards.map((card) => lookOf(card.block.marks)));
        expect(new Set(samples.map((look) => JSON.stringify(look))).size).toBe(3);
        expect(new Set(samples.map((look) => JSON.stringify(look)))).toEqual(new Set(cards.map((look) => JSON.stringify(look))));
    });
    test('describes itself in a sentence, and every flow in a phrase', () => {
        const map = mapOf(
            [system('shop', { title: 'Web shop' }), system('bus', { title: 'Event bus' }), system('erp', { title: 'ERP' })],
            [
                flow('orders', 'shop', 'erp', { title: 'Orders', via: ['bus'], timing: 'real-time', personal: true }),
                flow('both', 'shop', 'erp', { title: 'Stock', twoWay: true, timing: 'scheduled', cron: '*/15 * * * *' }),
            ],
        );
        const diagram = landscapeDiagram(map, landscapeView());
        expect(plain(diagram.sheet.description)).toBe('3 systems, 2 interfaces; personal data in 2 of the systems.');
        expect(diagram.flows.map((entry) => entry.thing.label)).toEqual([
            'I-01 Orders: Web shop to ERP via Event bus, real-time',
            'I-02 Stock: Web shop and ERP, both ways, every 15 minutes',
        ]);
    });
    test('says in words that there is nothing to draw', () => {
        expect(landscapeDiagram(mapOf([]), landscapeView()).empty).toContain('no systems yet');
        expect(landscapeDiagram(mapOf([system('a')]), landscapeView({ include: [{ select: 'category', value: 'erp' }] })).empty).toContain('No system matches');
    });
});
