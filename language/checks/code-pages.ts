import type { LanguageCode } from './codes.ts';

/** A map, or the files of one, of which `map.crmmap` has the mistake. */
export type Example = string | Readonly<Record<string, string>>;

/** What the manual says of a mistake of the language. */
export interface CodePage {
    /** Why it is one, and what to do, in a sentence or two. */
    readonly why: string;
    readonly wrong?: Example;
    readonly right?: Example;
}

/** The pages of all mistakes, by code. Those without an example are about sizes. */
export const codePages: Readonly<Record<LanguageCode, CodePage>> = {
    LNG001: {
        why: 'A sign or a value stands where the declaration has no use for it: a colon before a value, a comma between properties. Remove it, or write the property that it belongs to.',
        wrong: 'system shop { vendor: "Shopify" }',
        right: 'system shop { vendor "Shopify" }',
    },
    LNG002: {
        why: 'Each kind of declaration has its own properties. The editor completes them, and the message names the nearest, or the kind that has it.',
        wrong: 'system shop { vender "Shopify" }',
        right: 'system shop { vendor "Shopify" }',
    },
    LNG003: {
        why: 'A file holds declarations of known kinds only. A flow needs no word before it: `shop -> crm`.',
        wrong: 'sytem shop',
        right: 'system shop',
    },
    LNG004: {
        why: 'A property was begun, and what follows it is not what it takes: a number, a date, a text in quotes, a name. The message says what to write.',
        wrong: 'system shop { vendor Shopify }',
        right: 'system shop { vendor "Shopify" }',
    },
    LNG005: {
        why: 'Each { needs its }. Where one is missing or too many, the indentation tells which; the rest of the file is read as if it was right.',
        wrong: 'system shop {\n  vendor "Shopify"\nsystem crm',
        right: 'system shop {\n  vendor "Shopify"\n}\nsystem crm',
    },
    LNG006: {
        why: 'A text ends with the quote with which it began, in the same line; so does a name in backticks. A comment ends with */.',
        wrong: 'system shop "Web shop',
        right: 'system shop "Web shop"',
    },
    LNG007: {
        why: 'The character has no meaning outside of texts and comments. A comment begins with //, texts stand in straight double quotes, and no semicolon is needed.',
        wrong: 'system shop;',
        right: 'system shop',
    },
    LNG008: { why: 'Braces or parentheses stand in each other deeper than anybody could read. Write it with fewer of them.' },
    LNG009: { why: 'The file is larger than a map can sensibly be, and is not read. Split it, and import the parts.' },
    LNG010: {
        why: 'Nothing of this name and kind is declared in the map. Declare it, correct the name, or write the path from further outside, such as `crm.Contact`.',
        wrong: 'team crmOps\nsystem crm { owner crmOpps }',
        right: 'team crmOps\nsystem crm { owner crmOps }',
    },
    LNG011: {
        why: 'The name is declared, but names a thing of another kind than the property takes.',
        wrong: 'team crmOps\nsystem crm { region crmOps }',
        right: 'team crmOps\nsystem crm { owner crmOps }',
    },
    LNG012: {
        why: 'Another file of the workspace declares it, and this file does not import that file, nor does one that it imports. A file imports what it uses.',
        wrong: { 'teams.crmmap': 'team crmOps', 'map.crmmap': 'system crm { owner crmOps }' },
        right: { 'teams.crmmap': 'team crmOps', 'map.crmmap': 'import "./teams.crmmap"\nsystem crm { owner crmOps }' },
    },
    LNG020: {
        why: 'The property takes one of a few words. The editor completes them with what each means.',
        wrong: 'system shop { category comerce }',
        right: 'system shop { category commerce }',
    },
    LNG021: {
        why: 'Some types take something in parentheses, such as `text(80)`, `number(10, 2)`, `picklist("A", "B")` or `reference(Order)`, and a default is a value of its field.',
        wrong: 'system shop { entity Order { Note : text("long") } }',
        right: 'system shop { entity Order { Note : text(500) } }',
    },
    LNG022: {
        why: 'A timetable has the five fields of cron: minute, hour, day of the month, month, day of the week. Only `timing scheduled` takes one.',
        wrong: 'system shop\nsystem erp\nshop -> erp { timing scheduled "daily" }',
        right: 'system shop\nsystem erp\nshop -> erp { timing scheduled "0 3 * * *" }',
    },
    LNG023: {
        why: 'Dates are written year-month-day, and are in the calendar. What ends, does so after it began.',
        wrong: 'system shop { until 2026-06-31 }',
        right: 'system shop { until 2026-06-30 }',
    },
    LNG024: {
        why: 'The number is one that cannot be: emotions go from -2 to +2, shares from 0 to 100, amounts are not below 0.',
        wrong: 'journey buying { stage find { touchpoint search { emotion +3 } } }',
        right: 'journey buying { stage find { touchpoint search { emotion +2 } } }',
    },
    LNG025: {
        why: 'A rule is set by its code, three capital letters and three digits. [All rules](rules.md) have one.',
        wrong: 'map "Shop" { rules { sys002 off } }',
        right: 'map "Shop" { rules { SYS002 off } }',
    },
    LNG026: {
        why: 'Links are drawn in pictures and clicked. They lead to pages and to mail: https://, http://, mailto:, or a relative path.',
        wrong: 'system shop { link "ftp://example.com/manual" }',
        right: 'system shop { link "https://example.com/manual" }',
    },
    LNG030: {
        why: 'A path means one thing of a kind in the whole map. Things of different kinds may share a name.',
        wrong: 'team web\nchannel web\nteam web',
        right: 'team web\nchannel web\nteam shop',
    },
    LNG031: {
        why: 'A property with one value is stated once, and so is a modifier of a field: of two, nobody knows which one counts.',
        wrong: 'system crm { users 240  users 260 }',
        right: 'system crm { users 260 }',
    },
    LNG032: {
        why: 'What is said of the map as a whole stands in one `map` declaration, in whichever of its files.',
        wrong: 'map "Shop" { currency EUR }\nmap "Shop" { version "2" }',
        right: 'map "Shop" { currency EUR  version "2" }',
    },
    LNG040: {
        why: 'There is no such file in the workspace. The path is relative to the file that imports.',
        wrong: { 'teams.crmmap': 'team it', 'map.crmmap': 'import "./team.crmmap"' },
        right: { 'teams.crmmap': 'team it', 'map.crmmap': 'import "./teams.crmmap"' },
    },
    LNG041: {
        why: 'An import is a relative path with forward slashes, on every system, to a file that ends with .crmmap.',
        wrong: { 'teams.crmmap': 'team it', 'map.crmmap': 'import "./teams"' },
        right: { 'teams.crmmap': 'team it', 'map.crmmap': 'import "./teams.crmmap"' },
    },
    LNG042: {
        why: 'A file sees what it declares itself without any import.',
        wrong: { 'map.crmmap': 'import "./map.crmmap"\nsystem shop' },
        right: { 'map.crmmap': 'system shop' },
    },
    LNG043: {
        why: 'A map is made of files of its workspace: the folder that is open in the editor, or that holds `crmmap.json`. Move the file there, or open the folder that holds both.',
    },
    LNG044: {
        why: 'Once is enough. This is a warning.',
        wrong: { 'teams.crmmap': 'team it', 'map.crmmap': 'import "./teams.crmmap"\nimport "./teams.crmmap"' },
        right: { 'teams.crmmap': 'team it', 'map.crmmap': 'import "./teams.crmmap"' },
    },
    LNG050: {
        why: 'A data model is drawn of a system, a journey of a journey, a mapping of a flow. Where a map has one such thing only, `of` may be left out. [Views](views.md) tells of all kinds.',
        wrong: 'system shop\nview orders as journey of shop',
        right: 'system shop\nview orders as data of shop',
    },
    LNG051: {
        why: 'A journey is walked from touchpoint to touchpoint of its own.',
        wrong: 'journey buying { stage find { touchpoint search }  search -> returning.complain }\njourney returning { stage send { touchpoint complain } }',
        right: 'journey buying { stage find { touchpoint search  touchpoint buy }  search -> buy }\njourney returning { stage send { touchpoint complain } }',
    },
    LNG052: {
        why: 'A thing that is the same as itself, or supports itself, says nothing.',
        wrong: 'goal loyalty { supports loyalty }',
        right: 'goal growth\ngoal loyalty { supports growth }',
    },
    LNG053: {
        why: 'Nothing is ignored in silence: lanes are of journeys and blueprints, groups of landscapes. [Views](views.md) has a table of what each kind does with each option. This is a warning.',
        wrong: 'system shop\nview all as landscape { lanes touchpoints }',
        right: 'system shop\nview all as landscape { group by owner }',
    },
    LNG090: { why: 'The first hundreds are told; the others are counted. They often go with the first ones.' },
};
