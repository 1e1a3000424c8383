import { expect, test } from 'vitest';
import { Questions } from '../../src/extension/questions.ts';

test('answers find their questions in any order, and faults are told to whoever asked', async () => {
    const questions = new Questions<string>();
    const sent: number[] = [];
    const ask = (): Promise<string> => questions.ask((id) => sent.push(id));
    const [first, second, third] = [ask(), ask(), ask()];
    expect(new Set(sent).size).toBe(3);
    questions.answer(sent[1] ?? 0, 'second');
    questions.answer(sent[0] ?? 0, 'first');
    questions.answer(99, 'nobody asked');
    questions.answer(sent[2] ?? 0, new Error('too large'));
    expect([await first, await second]).toEqual(['first', 'second']);
    await expect(third).rejects.toThrow('too large');
});

test('who waits is told when nobody will answer any more', async () => {
    const questions = new Questions<string>();
    const waiting = questions.ask(() => undefined);
    questions.end(new Error('closed'));
    await expect(waiting).rejects.toThrow('closed');
});
