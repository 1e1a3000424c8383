import { describe, expect, test } from 'vitest';
import type { ThingFacts } from '../../../src/protocol.ts';
import { findThings } from '../../../src/webview/toolbar/find-things.ts';

function thing(kind: string, id: string, title: string, more: Partial<ThingFacts> = {}): ThingFacts {
    return { kind, id, title, words: [title, id], facts: [], own: [], problems: [], ...more };
}

const things = [
    thing('system', 'crm', 'Salesforce', { words: ['Salesforce', 'crm', '#core'] }),
    thing('entity', 'crm.Contact', 'Contact', { within: 0 }),
    thing('field', 'crm.Contact.Email', 'Email', { within: 1 }),
    thing('system', 'mail', 'Émail sender'),
    thing('touchpoint', 'boots.mail', 'Gets an email'),
    thing('team', 'mailers', 'Email team'),
];
const here = new Set(['system:crm', 'entity:crm.Contact', 'system:mail']);
const places = [
    { view: 'landscape', things: [...here] },
    { view: 'journey', things: ['touchpoint:boots.mail'] },
];

const found = (search: string): string[] =>
    findThings(things, search, here, places).map(({ thing: { id }, drawn, view }) => `${id} ${drawn ?? 'nowhere'}${view === undefined ? '' : ` in ${view}`}`);

describe('a search', () => {
    test('finds first what the picture shows, then parts of it, then what other views show, then what only the text has', () => {
        expect(found('email')).toEqual([
            'mail system:mail',
            'crm.Contact.Email entity:crm.Contact',
            'boots.mail touchpoint:boots.mail in journey',
            'mailers nowhere',
        ]);
    });

    test('passes over case, accents and the order of words', () => {
        expect(found('SENDER émail')).toEqual(['mail system:mail']);
    });

    test('finds by a tag, and by the kind', () => {
        expect(found('#core')).toEqual(['crm system:crm']);
        expect(found('touchpoint email')).toEqual(['boots.mail touchpoint:boots.mail in journey']);
    });

    test('puts what begins with the words before what has them somewhere', () => {
        const two = [thing('system', 'a', 'Old shop'), thing('system', 'b', 'Shop')];
        expect(findThings(two, 'shop', new Set(['system:a', 'system:b']), []).map(({ thing: { id } }) => id)).toEqual(['b', 'a']);
    });

    test('finds nothing by nothing', () => {
        expect(found('  ')).toEqual([]);
    });

    test('ends where a thing is said to be part of itself', () => {
        const odd = [thing('system', 'a', 'A', { within: 0 })];
        expect(findThings(odd, 'a', new Set(), [])).toHaveLength(1);
    });
});
