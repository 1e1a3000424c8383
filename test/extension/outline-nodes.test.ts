import { describe, expect, test } from 'vitest';
import { type Finding, type Grouping, type OutlineNode, outlineNodes } from '../../src/extension/outline/outline-nodes.ts';
import type { OutlineMap, OutlineSystem } from '../../src/protocol.ts';

const system = (id: string, more: Partial<OutlineSystem> = {}): OutlineSystem => ({ kind: 'system', id, title: id, external: false, entities: [], ...more });
const map = (more: Partial<OutlineMap>): OutlineMap => ({
    uri: 'file:///m.crmmap',
    title: 'M',
    files: ['file:///m.crmmap'],
    systems: [],
    lifecycles: [],
    journeys: [],
    views: [],
    ...more,
});
const finding = (code: string, line: number, severity: Finding['severity'] = 1, message = `${code} speaks`): Finding => ({
    uri: 'file:///m.crmmap',
    code,
    severity,
    message,
    start: { line, character: 0 },
    end: { line, character: 1 },
});

/** The tree as indented words. */
function drawn(nodes: readonly OutlineNode[], indent = ''): string[] {
    return nodes.flatMap((node) => [`${indent}${wordOf(node)}`, ...drawn(node.children, `${indent}  `)]);
}

function wordOf(node: OutlineNode): string {
    switch (node.type) {
        case 'map':
            return node.map.title;
        case 'section':
            return `${node.section} ${node.count}`;
        case 'share':
            return `(${node.value ?? 'none'})`;
        case 'thing':
            return node.thing.id;
        case 'view':
            return node.view.name;
        case 'rule':
            return `${node.code} ×`;
        case 'finding':
            return `${node.finding.code}:${node.finding.start.line}`;
    }
}

const tree = (of: OutlineMap, findings: readonly Finding[] = [], by: Grouping = 'category'): string[] =>
    drawn(outlineNodes({ maps: [of] }, () => findings, by));

describe('the lines of the tree', () => {
    const systems = [system('shop', { category: 'commerce' }), system('desk'), system('pos', { category: 'commerce', owner: 'Sales' })];

    test('put systems together by what they have in common, those without it last', () => {
        expect(tree(map({ systems }))).toEqual(['M', '  systems 3', '    (commerce)', '      shop', '      pos', '    (none)', '      desk']);
        expect(tree(map({ systems }), [], 'owner')).toEqual(['M', '  systems 3', '    (Sales)', '      pos', '    (none)', '      shop', '      desk']);
    });

    test('leave systems in the order of the text where putting them together says nothing', () => {
        const flat = ['M', '  systems 3', '    shop', '    desk', '    pos'];
        expect(tree(map({ systems }), [], 'none')).toEqual(flat);
        expect(tree(map({ systems }), [], 'region')).toEqual(flat);
    });

    test('hold the gravest findings first, those of a rule below it', () => {
        const findings = [finding('SYS002', 3), finding('SYS001', 1, 2), finding('SYS002', 9), finding('LNG010', 4, 0)];
        expect(tree(map({}), findings)).toEqual(['M', '  findings 4', '    LNG010:4', '    SYS002 ×', '      SYS002:3', '      SYS002:9', '    SYS001:1']);
    });

    test('keep their ids while lines are typed above, and no two have the same', () => {
        const idsOf = (findings: readonly Finding[]): string[] => {
            const all: string[] = [];
            const add = (nodes: readonly OutlineNode[]): void => {
                for (const node of nodes) {
                    all.push(node.id);
                    add(node.children);
                }
            };
            add(outlineNodes({ maps: [map({ systems })] }, () => findings, 'category'));
            return all;
        };
        const before = idsOf([finding('SYS002', 3), finding('SYS002', 3), finding('SYS001', 1)]);
        expect(new Set(before).size).toBe(before.length);
        expect(idsOf([finding('SYS002', 8), finding('SYS002', 8), finding('SYS001', 6)])).toEqual(before);
    });
});
