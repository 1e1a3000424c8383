import { setImmediate } from 'node:timers/promises';
import v8 from 'node:v8';
import vm from 'node:vm';
import type { AstNode } from 'langium';
import { describe, expect, test } from 'vitest';
import type { Connection, PublishDiagnosticsParams } from 'vscode-languageserver';
import type { ElkNode, LayoutEngine } from '../../src/layout/engine.ts';
import { MapModels } from '../../src/server/map-models.ts';
import { rememberingEngine } from '../../src/drawing/remembering-engine.ts';
import { RuleDiagnostics } from '../../src/server/rule-diagnostics.ts';
import { LiveWorkspace } from '../language/live-workspace.ts';

/** Clears away all garbage at once. */
function collect(): void {
    v8.setFlagsFromString('--expose-gc');
    (vm.runInNewContext('gc') as () => void)();
}

describe('what is kept in memory', () => {
    test('is nothing of a text that was replaced, nor of a file that was removed', async () => {
        const sent: PublishDiagnosticsParams[] = [];
        let heard: () => void = () => undefined;
        const connection = {
            sendDiagnostics: async (params: PublishDiagnosticsParams) => {
                sent.push(params);
                heard();
            },
            console: { error: (message: string) => expect.fail(message) },
        } as unknown as Connection;
        const told = (uri: string, count: number): Promise<void> =>
            new Promise((resolve) => {
                heard = () => {
                    if (sent.findLast((params) => params.uri === uri)?.diagnostics.length === count) resolve();
                };
                heard();
            });
        const live = await LiveWorkspace.open(new Map([['root.crmmap', 'import "./part.crmmap"\n']]));
        const rules = new RuleDiagnostics(connection, () => undefined);
        rules.follow(live.shared, live.language, new MapModels(live.language), () => '2026-11-22');

        await live.change({ 'part.crmmap': 'system a\n', 'root.crmmap': 'import "./part.crmmap"\nsystem b\na -> b\n' });
        await told('file:///w/part.crmmap', 1);
        const tree = (name: string): WeakRef<AstNode> => new WeakRef(live.document(name)?.parseResult.value as AstNode);
        const replaced = tree('root.crmmap');
        const removed = tree('part.crmmap');
        await live.change({ 'part.crmmap': undefined, 'root.crmmap': 'system b\n' });
        await told('file:///w/part.crmmap', 0);
        // What a finished task still holds goes with its turn.
        await setImmediate();
        collect();
        expect({ replaced: replaced.deref() === undefined, removed: removed.deref() === undefined }).toEqual({ replaced: true, removed: true });
        expect(tree('root.crmmap').deref()).toBeDefined();
    });

    test('are the last layouts, and no more than 128 of them', async () => {
        let count = 0;
        const engine: LayoutEngine = {
            layout: async (graph: ElkNode) => {
                count++;
                return graph;
            },
        };
        const remembering = rememberingEngine(engine, (text) => text);
        for (let id = 0; id < 129; id++) await remembering.layout({ id: String(id) });
        await remembering.layout({ id: '128' });
        expect(count).toBe(129);
        await remembering.layout({ id: '0' });
        expect(count).toBe(130);
    });
});
