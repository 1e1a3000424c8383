import { describe, expect, it } from 'vitest';
import type { SignatureHelp } from 'vscode-languageserver-types';
import { open } from './support.ts';

async function helpAt(text: string): Promise<SignatureHelp | undefined> {
    const { services, document, positions } = await open(text);
    const [position] = positions;
    if (!position) throw new Error('The text has no marker.');
    return services.lsp.SignatureHelp?.provideSignatureHelp(document, { textDocument: { uri: document.uri.toString() }, position });
}

/** The shape with its active part between angle brackets. */
async function shape(text: string): Promise<string | undefined> {
    const help = await helpAt(text);
    const signature = help?.signatures[0];
    const active = signature?.parameters?.[help?.activeParameter ?? 0]?.label;
    if (!signature || !Array.isArray(active)) return undefined;
    const [start, end] = active;
    return `${signature.label.slice(0, start)}<${signature.label.slice(start, end)}>${signature.label.slice(end)}`;
}

const base = 'system a { entity E { Email : email key Name : text(80) personal } }\nsystem b { entity F { Mail : email required Full : text(40) } }\n';
const flow = (body: string): string => `${base}flow f: a.E -> b.F {\n  ${body}\n}`;

describe('Help with the shape of a statement', () => {
    it('marks the part of a map line that is to be written', async () => {
        const whole = 'map source[, source] -> target using "…" back "…" values "A" -> "B", …';
        const withPart = (part: string): string => whole.replace(part, `<${part}>`);
        expect(await shape(flow('map <|>'))).toBe(withPart('source[, source]'));
        expect(await shape(flow('map Ema<|>'))).toBe(withPart('source[, source]'));
        expect(await shape(flow('map Email, <|>'))).toBe(withPart('source[, source]'));
        expect(await shape(flow('map Email -> <|>'))).toBe(withPart('-> target'));
        expect(await shape(flow('map Email -> Mail <|>'))).toBe(withPart('using "…"'));
        expect(await shape(flow('map Email -> Mail back <|>'))).toBe(withPart('back "…"'));
        expect(await shape(flow('map Email -> Mail values "A" -> <|>'))).toBe(withPart('values "A" -> "B", …'));
    });

    it('shows the fields of a map line with their types', async () => {
        const help = await helpAt(flow('map Email -> Mail <|>'));
        expect(help?.signatures[0]?.documentation).toEqual({
            kind: 'markdown',
            value: '- from field a.E.Email : email key\n- to field b.F.Mail : email required',
        });
    });

    it('knows the arguments of field types', async () => {
        const field = (type: string): string => `system s { entity E { X : ${type} } }`;
        expect(await shape(field('text(<|>'))).toBe('text(<N>)');
        expect(await shape(field('number(10, <|>)'))).toBe('number(P, <S>)');
        expect(await shape(field('picklist(<|>)'))).toBe('picklist(<"A">, "B", …)');
        expect(await shape(field('reference(<|>)'))).toBe('reference(<Entity>)');
        expect(await shape(field('email <|>'))).toBe(undefined);
        expect(await shape(field('text(80) <|>'))).toBe(undefined);
    });

    it('knows properties of several parts', async () => {
        expect(await shape('map "M" { reviewed 2026-09-30 <|> }')).toBe('reviewed DATE <every N days|weeks|months|years>');
        expect(await shape(flow('volume 3 per day <|>'))).toBe('volume N per UNIT <peak N> growing N percent per UNIT');
        expect(await shape(flow('volume <|>'))).toBe('volume <N> per UNIT peak N growing N percent per UNIT');
        expect(await shape(flow('errors retry 3 then <|>'))).toBe('errors retry N|dead-letter|alert TEAM|replay|fallback <then …>');
        expect(await shape('system s { limit 10 <|> }')).toBe('limit N <calls|records> per UNIT');
        expect(await shape('system s { limit 10 calls per day, <|> }')).toBe('limit <N> calls|records per UNIT');
        expect(await shape('system s { cost 10 EUR per <|> }')).toBe('cost N CURRENCY <per UNIT>');
        expect(await shape('journey j { stage s { touchpoint t { emotion <|> } } }')).toBe('emotion <-2…+2> "LABEL"');
        expect(await shape('journey j { stage s { touchpoint t { evidence survey <|> } } }')).toBe('evidence METHOD <DATE> sample N "FINDING"');
        expect(await shape('metric m { source "a.csv" column <|> }')).toBe('source "FILE" <column "NAME"> key "TEXT"');
    });

    it('is silent elsewhere, and once a statement is over', async () => {
        for (const text of [
            '<|>',
            'system <|>',
            'system s { vendor <|> }',
            flow('volume 3 per day\n  <|>'),
            flow('map Email -> Mail\n  <|>'),
            flow('map Email -> Mail // as it is <|>'),
            `${flow('volume 3')} <|>`,
        ]) {
            expect(await shape(text), text).toBe(undefined);
        }
    });

    it('keeps hostile names inert', async () => {
        const text = 'system a { entity E { `<img src=x>[x](command:y)` : text(80) } }\nflow f: a.E -> a.E { map `<img src=x>[x](command:y)` -> <|> }';
        const documentation = (await helpAt(text))?.signatures[0]?.documentation;
        expect(JSON.stringify(documentation)).not.toMatch(/<img|(?<!\\\\)\[x/);
    });
});
