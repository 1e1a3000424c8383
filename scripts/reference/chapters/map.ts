import type { Chapter } from '../chapter.ts';

export const map: Chapter = {
    title: 'The map',
    text: '',
    constructs: [
        {
            type: 'MapInfo',
            title: 'map',
            text: `What holds for the map as a whole; at most once in all its files. Money without a currency is in the map's. \`reviewed\` with \`every\` lets
GOV001 remind you. \`rules\` sets how severe a [rule](rules.md) is here.`,
            example: `map "Northwind Outdoor" {
    purpose "One view of every customer"
    currency EUR
    reviewed 2026-09-30 every 90 days
    version "2026-3"
    rules { SYS002 off, PII006 warning }
}`,
        },
    ],
};
