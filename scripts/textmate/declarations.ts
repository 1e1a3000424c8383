import {
    type Pattern,
    after,
    arrow,
    before,
    block,
    body,
    braces,
    chooses,
    choosesSome,
    comma,
    declaration,
    declares,
    declaresInLine,
    headEnd,
    include,
    integer,
    modifier,
    name,
    named,
    path,
    plain,
    property,
    reference,
    refers,
    soft,
    stop,
    value,
    word,
} from './patterns.ts';

export const mapAndPeople: Record<string, Pattern> = {
    import: { match: `${before}(import)(?=\\s*")`, name: 'keyword.control.import.crmmap' },
    map: {
        begin: `${before}(map)(?=\\s*(?:["{]|$))`,
        beginCaptures: { 1: declaration('map') },
        end: headEnd,
        patterns: include('comments', 'title', 'map-body'),
    },
    'map-body': body(
        [
            {
                begin: `${before}(rules)\\s*(\\{)`,
                beginCaptures: { 1: { name: property }, 2: { name: block } },
                end: '\\}',
                endCaptures: { 0: { name: block } },
                patterns: [
                    ...include('comments'),
                    { match: `(${word})\\s+(${word})`, captures: { 1: { name: 'constant.other.rule.crmmap' }, 2: { name: value } } },
                    { match: ',', name: comma },
                ],
            },
            chooses('currency'),
            plain('purpose', 'reviewed', 'every', 'version'),
        ],
        { lives: false },
    ),
    team: declares('team', 'team-body'),
    'team-body': body([chooses('function'), plain('contact')]),
    goal: declares('goal', 'goal-body'),
    'goal-body': body([refers('measured\\s+by', 'supports'), plain('due')]),
    metric: declares('metric', 'metric-body'),
    'metric-body': body([
        plain('(?:lower|higher)\\s+is\\s+better'),
        chooses('unit'),
        plain('baseline', 'current', 'target', 'source', 'column', 'key', 'updated'),
    ]),
    segment: declares('segment', 'segment-body'),
    'segment-body': body([plain('size', 'criteria', 'share')]),
    persona: declares('persona', 'persona-body'),
    'persona-body': body([refers('segment'), plain('quote', 'needs', 'goals', 'frustrations', 'share', 'image')]),
    channel: declares('channel', 'channel-body', { head: [plain('online', 'offline')], headWords: 'online|offline' }),
    'channel-body': body([refers('system'), plain('online', 'offline')]),
    region: declares('region', 'region-body'),
    'region-body': body([plain('safeguard', 'adequate')]),
    capability: declares('capability', 'capability-body'),
    'capability-body': body([]),
};

export const systems: Record<string, Pattern> = {
    system: declares('system', 'system-body'),
    'system-body': body(
        [
            refers('region', 'provides'),
            chooses('category', 'environment', 'classification'),
            plain('vendor', 'users', 'training', 'cost', 'benefit', 'limit', 'external'),
        ],
        { holds: ['entity'] },
    ),
    entity: {
        begin: `${before}(?:(master)\\s+)?(entity)\\s+(${name})(?!\\s*[:.])`,
        beginCaptures: { 1: { name: modifier }, 2: declaration('entity'), 3: named('entity') },
        end: headEnd,
        patterns: include('comments', 'title', 'entity-body'),
    },
    'entity-body': braces(...include('comments', 'field', 'entity-properties', 'string', 'list', 'values', 'common-body')),
    'entity-properties': {
        patterns: [
            refers('consent\\s+from', 'same\\s+as', 'match'),
            chooses('basis', 'survivorship'),
            plain('purpose', 'subjects', 'retention', 'volume', 'peak', 'growing', 'master'),
            ...include('common', 'life'),
        ],
    },
    field: {
        begin: `${before}(${name})\\s*(:)(?:\\s*(${word}))?`,
        beginCaptures: {
            1: { name: 'variable.other.member.field.crmmap', patterns: include('quoted-name') },
            2: { name: 'punctuation.separator.key-value.crmmap' },
            3: { name: 'support.type.field.crmmap' },
        },
        end: '(?=[{}])|$',
        patterns: [
            ...include('comments', 'field', 'field-parameters'),
            { match: `${before}(key|required|unique|readonly|formula|encrypted|personal|sensitive|deprecated|format)${soft}`, name: modifier },
            {
                begin: `${before}(default)${soft}`,
                beginCaptures: { 1: { name: modifier } },
                end: `(${name})${after}|(?=[^\\s/])|(?=$)`,
                endCaptures: { 1: { name: value } },
                patterns: [...include('comments'), { match: `[+-]?${integer}${after}`, name: 'constant.numeric.crmmap' }],
            },
            ...include('entity-properties', 'string', 'values'),
        ],
    },
    'field-parameters': {
        begin: '\\(',
        end: '\\)',
        captures: { 0: { name: 'punctuation.section.parameters.crmmap' } },
        patterns: [
            ...include('comments', 'string'),
            { match: `${before}${integer}${after}`, name: 'constant.numeric.crmmap' },
            { match: ',', name: comma },
            { match: path, captures: { 0: reference } },
        ],
    },
};

const flowHead: Pattern = {
    end: `(?<=\\})|(?=[^\\s"{/<-])(?!${path}\\s*${arrow})`,
    patterns: include('comments', 'way', 'title', 'flow-body'),
};

export const flows: Record<string, Pattern> = {
    flow: {
        patterns: [
            {
                begin: `${before}(flow)\\s+(?:(${name})\\s*(:)|(?=${path}\\s*${arrow}))`,
                beginCaptures: { 1: declaration('flow'), 2: named('flow'), 3: { name: 'punctuation.separator.key-value.crmmap' } },
                ...flowHead,
            },
            { begin: `${before}(?=${path}\\s*${arrow})`, ...flowHead },
        ],
    },
    'flow-body': body([
        {
            match: `${before}(errors|then)\\s+(?:(alert)\\s+(${path})|(${word}))${after}`,
            captures: { 1: { name: property }, 2: { name: value }, 3: reference, 4: { name: value } },
        },
        refers('via', 'key'),
        chooses('pattern', 'timing', 'auth', 'conflict', 'kind'),
        {
            begin: `${before}(map)${after}(?!\\s*(?:[:.,]|<))`,
            beginCaptures: { 1: { name: property } },
            end: `(${path})|${stop}`,
            endCaptures: { 1: reference },
            patterns: include('comments'),
        },
        plain('protocol', 'volume', 'peak', 'growing', 'latency', 'errors', 'then', 'purpose', 'using', 'back', 'values'),
        ...include('way'),
    ]),
};

const activityProperties: readonly Pattern[] = [plain('manual', 'assisted', 'automated'), refers('in'), plain('takes')];
const findingProperties: readonly Pattern[] = [
    refers('addresses'),
    chooses('severity', 'impact', 'effort'),
    { match: `${before}(evidence)\\s+(${word})${after}`, captures: { 1: { name: property }, 2: { name: value } } },
    plain('evidence', 'sample', 'cost'),
];

export const lifecyclesAndJourneys: Record<string, Pattern> = {
    lifecycle: declares('lifecycle', 'lifecycle-body'),
    'lifecycle-body': body([], { holds: ['lifecycle-stage'], lives: false }),
    'lifecycle-stage': declares('stage', 'lifecycle-stage-body'),
    'lifecycle-stage-body': body(
        [
            declaresInLine('activity', 'manual|assisted|automated|in|takes|owner'),
            refers('metric'),
            plain('objective', 'converts', 'exit'),
            ...activityProperties,
        ],
        { lives: false, inner: 'activity-body' },
    ),
    'activity-body': body(activityProperties, { lives: false }),
    journey: declares('journey', 'journey-body'),
    'journey-body': body([refers('future\\s+of', 'persona', 'segment'), chooses('state'), plain('scenario'), ...include('way')], { holds: ['journey-stage'] }),
    'journey-stage': declares('stage', 'journey-stage-body'),
    'journey-stage-body': body([refers('metric', 'in'), plain('objective')], { holds: ['touchpoint'], lives: false }),
    touchpoint: declares('touchpoint', 'touchpoint-body'),
    'touchpoint-body': body(
        [
            declaresInLine('pain', 'severity|cost'),
            declaresInLine('opportunity', 'addresses|impact|effort'),
            plain('moment\\s+of\\s+truth', 'fresh\\s+within'),
            refers('channel', 'frontstage', 'backstage', 'support', 'uses', 'captures', 'metric'),
            chooses('by'),
            plain('action', 'thought', 'emotion', 'delight', 'takes', 'volume', 'peak', 'growing', 'abandons'),
            ...findingProperties,
        ],
        { lives: false, inner: 'finding-body' },
    ),
    'finding-body': body(findingProperties, { lives: false }),
    initiative: declares('initiative', 'initiative-body'),
    'initiative-body': body([refers('delivers', 'supports', 'changes'), chooses('status'), plain('due', 'cost', 'benefit')]),
};

export const views: Record<string, Pattern> = {
    view: declares('view', 'view-body', {
        head: [
            chooses('as'),
            {
                match: `${before}(of)\\s+(${word})\\s+(by)\\s+(${word})${after}`,
                captures: { 1: { name: property }, 2: { name: value }, 3: { name: property }, 4: { name: value } },
            },
            refers('of'),
        ],
        headWords: 'as|of|by',
    }),
    'view-body': braces(
        ...include('comments'),
        plain('flows\\s+carrying\\s+personal'),
        chooses('flows\\s+timing', 'group\\s+by', 'tag', 'category', 'lifecycle', 'direction', 'theme'),
        refers('neighbours\\s+of', 'region', 'for'),
        choosesSome('overlay', 'lanes', 'hide'),
        {
            match: `${before}(page)\\s+(${word})(?:\\s+(portrait|landscape))?${after}`,
            captures: { 1: { name: property }, 2: { name: value }, 3: { name: value } },
        },
        plain('include', 'exclude', 'title', 'purpose'),
        { match: `${before}(and|or|not)${soft}`, name: 'keyword.operator.logical.crmmap' },
        ...include('common', 'string', 'values'),
        { match: '[()]', name: 'punctuation.section.group.crmmap' },
        { match: path, captures: { 0: reference } },
        ...include('block'),
    ),
};
