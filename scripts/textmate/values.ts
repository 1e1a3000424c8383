import {
    type Pattern,
    after,
    arrow,
    before,
    body,
    braces,
    chooses,
    choosesSome,
    comma,
    include,
    integer,
    path,
    plain,
    property,
    reference,
    refers,
    stop,
    text,
    unit,
    word,
} from './patterns.ts';

export const comments: Record<string, Pattern> = {
    comments: { patterns: include('doc-comment', 'ignore-comment', 'line-comment', 'block-comment') },
    'doc-comment': {
        begin: '/\\*\\*(?!/)',
        beginCaptures: { 0: { name: 'punctuation.definition.comment.crmmap' } },
        end: '\\*/',
        endCaptures: { 0: { name: 'punctuation.definition.comment.crmmap' } },
        name: 'comment.block.documentation.crmmap',
        contentName: 'meta.documentation.crmmap',
        patterns: [
            { match: '`[^`]+`', name: 'markup.inline.raw.crmmap' },
            { match: '\\*\\*[^*\\s](?:[^*]*[^*\\s])?\\*\\*', name: 'markup.bold.crmmap' },
            { match: '(?<![*\\w])\\*[^*\\s/](?:[^*]*[^*\\s])?\\*(?![*/])', name: 'markup.italic.crmmap' },
            { match: '\\bhttps?://[^\\s*)]+', name: 'markup.underline.link.crmmap' },
        ],
    },
    'ignore-comment': {
        match: '(//)\\s*(crmmap-ignore)\\b((?:[\\s,]*[A-Z]{3}\\d{3})*)(.*)$',
        name: 'comment.line.double-slash.crmmap',
        captures: {
            1: { name: 'punctuation.definition.comment.crmmap' },
            2: { name: 'keyword.other.directive.crmmap' },
            3: { patterns: [{ match: '[A-Z]{3}\\d{3}', name: 'constant.other.rule.crmmap' }] },
        },
    },
    'line-comment': { match: '(//).*$', name: 'comment.line.double-slash.crmmap', captures: { 1: { name: 'punctuation.definition.comment.crmmap' } } },
    'block-comment': { begin: '/\\*', end: '\\*/', name: 'comment.block.crmmap', captures: { 0: { name: 'punctuation.definition.comment.crmmap' } } },
};

export const values: Record<string, Pattern> = {
    string: text('string.quoted.double.crmmap'),
    title: text('string.quoted.double.title.crmmap'),
    'quoted-name': {
        match: '(`)[^`]*(`?)',
        captures: { 1: { name: 'punctuation.definition.name.begin.crmmap' }, 2: { name: 'punctuation.definition.name.end.crmmap' } },
    },
    values: {
        patterns: [
            { match: `${before}\\d{4}-\\d{1,2}-\\d{1,2}${after}`, name: 'constant.numeric.date.crmmap' },
            {
                match: `(?<![\\p{L}\\p{N}\\p{M}_.\`])([+-]?${integer})(?:\\s*(%)|\\s+(?:(${unit})|([A-Z]{3}))${after})?${after}`,
                captures: {
                    1: { name: 'constant.numeric.crmmap' },
                    2: { name: 'keyword.other.unit.crmmap' },
                    3: { name: 'keyword.other.unit.crmmap' },
                    4: { name: 'keyword.other.unit.currency.crmmap' },
                },
            },
            { match: `${before}(per)\\s+(${word})${after}`, captures: { 1: { name: property }, 2: { name: 'keyword.other.unit.crmmap' } } },
            { match: ',', name: comma },
        ],
    },
    list: { begin: ',', beginCaptures: { 0: { name: comma } }, end: `(${path})|${stop}`, endCaptures: { 1: reference }, patterns: include('comments') },
    way: {
        patterns: [
            { match: `${before}(${path})(?=\\s*${arrow})`, captures: { 1: reference } },
            {
                begin: arrow,
                beginCaptures: { 0: { name: 'keyword.operator.arrow.crmmap' } },
                end: `(${path})|${stop}`,
                endCaptures: { 1: reference },
                patterns: include('comments'),
            },
        ],
    },
    block: braces(...include('comments', 'string', 'values', 'block')),
    common: { patterns: [plain('description', 'link', 'note'), refers('owner'), choosesSome('tags')] },
    life: { patterns: [chooses('lifecycle'), plain('since', 'until')] },
    'common-body': body([], { lives: false }),
};
