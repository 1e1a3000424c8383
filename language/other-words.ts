import { nearest } from './nearest.ts';
import { otherTypeNames, type Vocabulary } from './vocabulary.ts';

type OtherWords = Readonly<Record<string, string>>;

const degrees: OtherWords = {
    critical: 'high',
    severe: 'high',
    major: 'high',
    large: 'high',
    big: 'high',
    moderate: 'medium',
    normal: 'medium',
    average: 'medium',
    minor: 'low',
    small: 'low',
    minimal: 'low',
    trivial: 'low',
};

const winners: OtherWords = {
    latest: 'most-recent',
    newest: 'most-recent',
    recent: 'most-recent',
    'last-write-wins': 'most-recent',
    'last-writer-wins': 'most-recent',
    master: 'source-of-truth',
    source: 'source-of-truth',
    primary: 'source-of-truth',
};

/** Units of time in the singular. */
export const otherUnits: OtherWords = {
    s: 'second',
    sec: 'second',
    secs: 'second',
    min: 'minute',
    mins: 'minute',
    h: 'hour',
    hr: 'hour',
    hrs: 'hour',
    hourly: 'hour',
    d: 'day',
    daily: 'day',
    w: 'week',
    wk: 'week',
    wks: 'week',
    weekly: 'week',
    mo: 'month',
    mth: 'month',
    mths: 'month',
    monthly: 'month',
    q: 'quarter',
    qtr: 'quarter',
    quarterly: 'quarter',
    y: 'year',
    yr: 'year',
    yrs: 'year',
    annum: 'year',
    annual: 'year',
    annually: 'year',
    yearly: 'year',
};

/** What authors of other notations write for the words of closed lists, by what an error calls the list. */
const otherWords: Readonly<Record<string, OtherWords>> = {
    'function of a team': { ops: 'operations', support: 'service', care: 'service', tech: 'it', engineering: 'it', accounting: 'finance', compliance: 'legal' },
    'unit of a metric': {
        currency: 'money',
        amount: 'money',
        number: 'count',
        integer: 'count',
        share: 'percent',
        percentage: 'percent',
        points: 'score',
        rating: 'score',
        stars: 'score',
        time: 'duration',
        seconds: 'duration',
        minutes: 'duration',
        hours: 'duration',
        days: 'duration',
    },
    category: {
        marketing: 'marketing-automation',
        ecommerce: 'commerce',
        'e-commerce': 'commerce',
        webshop: 'commerce',
        helpdesk: 'support',
        service: 'support',
        ticketing: 'support',
        dwh: 'data-warehouse',
        warehouse: 'data-warehouse',
        pos: 'point-of-sale',
        integration: 'middleware',
        ipaas: 'middleware',
        esb: 'middleware',
        bus: 'middleware',
        bi: 'analytics',
        reporting: 'analytics',
        web: 'website',
        app: 'mobile-app',
        mobile: 'mobile-app',
        excel: 'spreadsheet',
        sso: 'identity',
        billing: 'payment',
    },
    environment: {
        prod: 'production',
        prd: 'production',
        live: 'production',
        dev: 'sandbox',
        development: 'sandbox',
        uat: 'test',
        qa: 'test',
        staging: 'test',
    },
    classification: { secret: 'restricted', private: 'confidential', sensitive: 'confidential', open: 'public' },
    lifecycle: {
        live: 'active',
        current: 'active',
        production: 'active',
        legacy: 'retiring',
        deprecated: 'retiring',
        sunset: 'retiring',
        decommissioned: 'retired',
        dead: 'retired',
        proposed: 'planned',
        future: 'planned',
    },
    'lawful basis': { legal: 'legal-obligation', vital: 'vital-interests', public: 'public-task', legitimate: 'legitimate-interests' },
    'survivorship rule': winners,
    'conflict rule': winners,
    'field type': { ...otherTypeNames, ref: 'reference', mail: 'email', tel: 'phone', day: 'date', list: 'picklist', choice: 'picklist' },
    pattern: {
        batch: 'batch-sync',
        async: 'fire-and-forget',
        asynchronous: 'fire-and-forget',
        publish: 'fire-and-forget',
        webhook: 'fire-and-forget',
        request: 'request-reply',
        'request-response': 'request-reply',
        synchronous: 'request-reply',
        rpc: 'request-reply',
        virtualization: 'data-virtualization',
    },
    timing: {
        daily: 'scheduled "0 3 * * *"',
        nightly: 'scheduled "0 3 * * *"',
        hourly: 'scheduled "0 * * * *"',
        weekly: 'scheduled "0 6 * * 1"',
        monthly: 'scheduled "0 3 1 * *"',
        batch: 'scheduled',
        cron: 'scheduled',
        instant: 'real-time',
        immediate: 'real-time',
        live: 'real-time',
        near: 'near-real-time',
        events: 'event',
        'on-change': 'event',
        'event-driven': 'event',
        'by-hand': 'manual',
        'ad-hoc': 'manual',
    },
    'kind of authentication': {
        bearer: 'oauth',
        jwt: 'oauth',
        'oauth-2.0': 'oauth',
        token: 'api-key',
        key: 'api-key',
        password: 'basic',
        mtls: 'mutual-tls',
        certificate: 'mutual-tls',
        anonymous: 'none',
        no: 'none',
    },
    'answer to an error': { dlq: 'dead-letter', 'dead-letter-queue': 'dead-letter' },
    'kind of flow': { merges: 'consolidates', moves: 'migrates' },
    'state of a journey': { 'as-is': 'current', asis: 'current', now: 'current', 'to-be': 'future', tobe: 'future', target: 'future' },
    actor: { agent: 'company', employee: 'company', staff: 'company', we: 'company', user: 'customer', client: 'customer' },
    severity: { ...degrees, none: 'off', ignore: 'off', disable: 'off', warn: 'warning', information: 'info', hint: 'info' },
    impact: degrees,
    effort: degrees,
    'kind of evidence': { questionnaire: 'survey', poll: 'survey', 'web-analytics': 'analytics', crm: 'crm-data', feedback: 'complaint' },
    status: {
        'in-progress': 'doing',
        started: 'doing',
        active: 'doing',
        wip: 'doing',
        finished: 'done',
        complete: 'done',
        completed: 'done',
        closed: 'done',
        live: 'done',
        cancelled: 'dropped',
        canceled: 'dropped',
        stopped: 'dropped',
        rejected: 'dropped',
        proposed: 'idea',
        new: 'idea',
        approved: 'planned',
        todo: 'planned',
        'to-do': 'planned',
        backlog: 'planned',
    },
    'kind of view': { map: 'landscape', architecture: 'landscape', systems: 'landscape', erd: 'data', lineage: 'trace', dashboard: 'scorecard' },
    overlay: { pii: 'personal', privacy: 'personal' },
    direction: { lr: 'right', horizontal: 'right', tb: 'down', td: 'down', vertical: 'down' },
    'unit of time': otherUnits,
};

/** The word of a closed list that others write just so. */
export function otherWord(word: string, words: Vocabulary, called: string): string | undefined {
    const others = otherWords[called] ?? {};
    return Object.hasOwn(others, word) ? fitting(others[word] ?? '', Object.keys(words)) : undefined;
}

/**
 * The word of a closed list that is meant by another: one that is nearly it, what others call it, or the only one that begins so. With
 * what it takes behind it, where that is known.
 */
export function meantWord(word: string, words: Vocabulary, called: string): string | undefined {
    const all = Object.keys(words);
    const small = word.toLowerCase();
    const others = otherWords[called] ?? {};
    const known = otherWord(small, words, called);
    if (known !== undefined) return known;
    const near = nearest(word, all);
    if (near !== undefined) return near;
    const other = nearest(
        word,
        Object.keys(others).filter((one) => one.length > 3),
    );
    if (other !== undefined) return fitting(others[other] ?? '', all);
    const begun = small.length > 2 ? all.filter((one) => one.startsWith(`${small}-`)) : [];
    return begun.length === 1 ? begun[0] : undefined;
}

/** A word with what it takes, if the list has it. */
function fitting(word: string, all: readonly string[]): string | undefined {
    return all.includes(word.split(' ')[0] ?? '') ? word : undefined;
}
