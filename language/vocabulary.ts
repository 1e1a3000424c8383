/** The closed lists of the language: property → its words, each with what it means (shown by completion and hover). */

export type Vocabulary = Readonly<Record<string, string>>;

export const teamFunctions = {
    sales: 'Sells',
    marketing: 'Finds and nurtures',
    service: 'Helps customers',
    it: 'Runs the systems',
    finance: 'Counts and invoices',
    legal: 'Watches over contracts and privacy',
    operations: 'Delivers',
    data: 'Keeps and reads the data',
} as const satisfies Vocabulary;

export const metricUnits = {
    percent: 'A share of 100',
    count: 'A number of things',
    money: 'An amount in the map’s currency',
    duration: 'A length of time',
    score: 'Points on a scale',
    ratio: 'One number over another',
} as const satisfies Vocabulary;

export const systemCategories = {
    crm: 'Customer relationship management',
    erp: 'Enterprise resource planning',
    commerce: 'Web shop and order taking',
    'marketing-automation': 'Campaigns and newsletters',
    support: 'Service desk and tickets',
    analytics: 'Reports and dashboards',
    'data-warehouse': 'Data of all systems, for analysis',
    cdp: 'Customer data platform',
    mdm: 'Master data management',
    middleware: 'Carries data between systems',
    'point-of-sale': 'Tills in stores',
    telephony: 'Phone and call centre',
    payment: 'Takes payments',
    loyalty: 'Points and rewards',
    identity: 'Sign-in and accounts',
    website: 'The public website',
    'mobile-app': 'The app',
    spreadsheet: 'A file kept by hand',
    other: 'Anything else',
} as const satisfies Vocabulary;

export const environments = {
    production: 'Real customers, real data',
    sandbox: 'A copy to try things in',
    test: 'For tests',
} as const satisfies Vocabulary;

export const classifications = {
    public: 'Anyone may see it',
    internal: 'For those who work here',
    confidential: 'For those who need it',
    restricted: 'For a few named people',
} as const satisfies Vocabulary;

export const lives = {
    planned: 'Not there yet',
    active: 'In use',
    retiring: 'In use, and on its way out',
    retired: 'No longer in use',
} as const satisfies Vocabulary;

export const capabilities = {
    'contact-management': 'Keeps people and companies',
    'lead-management': 'Keeps and scores leads',
    'pipeline-management': 'Keeps opportunities and their stages',
    'sales-automation': 'Takes steps of selling off people’s hands',
    'marketing-automation': 'Runs campaigns by rules',
    'service-management': 'Keeps and routes cases',
    analytics: 'Finds patterns',
    reporting: 'Shows figures',
    social: 'Works with social networks',
    integration: 'Connects systems',
    'consent-management': 'Keeps who agreed to what',
    loyalty: 'Points and rewards',
    commerce: 'Sells online',
    knowledge: 'Keeps answers',
} as const satisfies Vocabulary;

export const lawfulBases = {
    consent: 'The person agreed (GDPR Art. 6(1)(a))',
    contract: 'Needed for a contract (Art. 6(1)(b))',
    'legal-obligation': 'The law asks for it (Art. 6(1)(c))',
    'vital-interests': 'To protect a life (Art. 6(1)(d))',
    'public-task': 'A task in the public interest (Art. 6(1)(e))',
    'legitimate-interests': 'An interest that outweighs the person’s (Art. 6(1)(f))',
} as const satisfies Vocabulary;

export const survivorships = {
    'source-of-truth': 'The system of record wins',
    'most-recent': 'The latest change wins',
    'non-null': 'The side that has a value wins',
    manual: 'A person decides',
} as const satisfies Vocabulary;

export const fieldTypes = {
    id: 'An identifier',
    text: 'Text, with its greatest length: text(80)',
    email: 'An email address',
    phone: 'A phone number',
    url: 'A web address',
    number: 'A number, with digits and decimals: number(10, 2)',
    integer: 'A whole number',
    money: 'An amount of money',
    percent: 'A share of 100',
    boolean: 'True or false',
    date: 'A day',
    datetime: 'A moment',
    address: 'A postal address',
    json: 'Structured data',
    binary: 'A file',
    picklist: 'One of several values: picklist("A", "B")',
    reference: 'Points to an entity: reference(Order)',
} as const satisfies Vocabulary;

export const flowPatterns = {
    'request-reply': 'Asks, and waits for the answer',
    'fire-and-forget': 'Sends, and goes on',
    'batch-sync': 'Moves many records at a time',
    'remote-call-in': 'An outside system calls in',
    'ui-update': 'A screen changes when data does',
    'data-virtualization': 'Reads where the data lies, without a copy',
} as const satisfies Vocabulary;

export const timings = {
    'real-time': 'At once',
    'near-real-time': 'Within seconds or minutes',
    event: 'When something happens',
    scheduled: 'By a timetable: scheduled "0 3 * * *"',
    manual: 'By hand',
} as const satisfies Vocabulary;

export const auths = {
    oauth: 'OAuth 2',
    'api-key': 'A shared key',
    basic: 'Name and password',
    'mutual-tls': 'Certificates on both sides',
    none: 'Open to anyone',
} as const satisfies Vocabulary;

export const errorActions = {
    retry: 'Try again: retry 3',
    'dead-letter': 'Put aside for a person to look at',
    alert: 'Tell a team: alert crmOps',
    replay: 'Run again from the log',
    fallback: 'Go on with a default',
} as const satisfies Vocabulary;

export const flowRelations = {
    enriches: 'Adds to what the target has',
    consolidates: 'Brings several sources together',
    migrates: 'Moves data for good',
} as const satisfies Vocabulary;

export const journeyStates = { current: 'As it is', future: 'As it shall be' } as const satisfies Vocabulary;
export const actors = { customer: 'The customer does it', company: 'The company does it' } as const satisfies Vocabulary;
export const degrees = { low: 'Little', medium: 'Some', high: 'Much' } as const satisfies Vocabulary;

export const evidenceMethods = {
    survey: 'People were asked in writing',
    interview: 'People were asked in person',
    analytics: 'Measured on a site or app',
    complaint: 'Customers wrote of it',
    observation: 'Somebody watched',
    'crm-data': 'Counted in the CRM',
} as const satisfies Vocabulary;

export const initiativeStatuses = {
    idea: 'Somebody thought of it',
    planned: 'Agreed, not begun',
    doing: 'Under way',
    done: 'Finished',
    dropped: 'Given up',
} as const satisfies Vocabulary;

export const viewKinds = {
    landscape: 'Systems, the entities that they hold, and flows',
    profile: 'One entity across all systems: profile of crm.Contact',
    mapping: 'Fields to fields: mapping of customers',
    data: 'Entities, fields and references: data of crm',
    journey: 'Stages, touchpoints and lanes: journey of firstBoots',
    blueprint: 'The service blueprint: blueprint of firstBoots',
    lifecycle: 'Stages, activities, conversion: lifecycle of selling',
    trace: 'All that hangs on one thing: trace of firstBoots.sizing',
    scorecard: 'Metrics, goals, initiatives',
    matrix: 'Coverage: matrix of capabilities by systems',
} as const satisfies Vocabulary;

export const matrixAxes = {
    capabilities: 'What systems can do',
    systems: 'Systems',
    goals: 'Goals',
    initiatives: 'Initiatives',
    teams: 'Teams',
    stages: 'Stages of lifecycles',
    entities: 'Entities',
    touchpoints: 'Touchpoints',
    metrics: 'Metrics',
    channels: 'Channels',
    personas: 'Personas',
} as const satisfies Vocabulary;

export const groupings = { category: 'By kind of system', owner: 'By team', region: 'By region', none: 'No groups' } as const satisfies Vocabulary;

export const overlays = {
    region: 'Where data stands',
    owner: 'Who owns it',
    lifecycle: 'What comes and goes',
    personal: 'Where personal data goes',
    timing: 'How fresh it is',
    pain: 'Where customers hurt',
} as const satisfies Vocabulary;

export const lanes = {
    touchpoints: 'Touchpoints and their ways',
    emotion: 'How the customer feels',
    channels: 'Where they meet the company',
    thoughts: 'Thoughts, actions, delights',
    pains: 'What hurts',
    opportunities: 'What could be better',
    systems: 'Systems behind each touchpoint',
    data: 'Data used and captured',
    metrics: 'How it is measured',
} as const satisfies Vocabulary;

export const hideables = {
    legend: 'The legend',
    register: 'The interface register',
    facts: 'Facts on the cards',
    entities: 'Entities on the cards',
    title: 'The title block',
    labels: 'Names of flows',
    persona: 'The persona panel',
} as const satisfies Vocabulary;

export const directions = { right: 'From left to right', down: 'From top to bottom' } as const satisfies Vocabulary;
export const themes = { auto: 'As the reader’s screen', light: 'Always light', dark: 'Always dark' } as const satisfies Vocabulary;
export const pageSizes = { a3: 'A3 paper', a4: 'A4 paper' } as const satisfies Vocabulary;
export const limitCounts = { calls: 'API calls', records: 'Records' } as const satisfies Vocabulary;
export const severities = { off: 'Not checked', info: 'Good to know', warning: 'Should be mended', error: 'Must be mended' } as const satisfies Vocabulary;

const timeMeanings = {
    second: 'Seconds',
    minute: 'Minutes',
    hour: 'Hours',
    day: 'Days',
    week: 'Weeks',
    month: 'Months',
    quarter: 'Quarters',
    year: 'Years',
} as const;

/** Units of `per …`. */
export const rateUnits: Vocabulary = timeMeanings;

/** Units of durations, singular and plural. */
export const durationUnits: Vocabulary = Object.fromEntries(
    Object.entries(timeMeanings)
        .filter(([unit]) => unit !== 'quarter')
        .flatMap(([unit, meaning]) => [
            [unit, meaning],
            [`${unit}s`, meaning],
        ]),
);

/** The active codes of ISO 4217 (2024), without funds and metals. */
export const currencies: Vocabulary = Object.fromEntries(
    (
        'AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ' +
        'ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL ' +
        'LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD ' +
        'SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG'
    )
        .split(' ')
        .map((code) => [code, 'ISO 4217 currency code']),
);

/** Which list a property's words come from: type of the AST, property, list, and what an error calls it. */
export const closedLists: ReadonlyArray<readonly [type: string, property: string, words: Vocabulary, called: string]> = [
    ['Team', 'function', teamFunctions, 'function of a team'],
    ['Metric', 'unit', metricUnits, 'unit of a metric'],
    ['System', 'category', systemCategories, 'category'],
    ['System', 'environment', environments, 'environment'],
    ['System', 'classification', classifications, 'classification'],
    ['Limit', 'counted', limitCounts, 'thing that a limit counts'],
    ['Limit', 'unit', rateUnits, 'unit of time'],
    ['Entity', 'basis', lawfulBases, 'lawful basis'],
    ['Entity', 'survivorship', survivorships, 'survivorship rule'],
    ['FieldType', 'name', fieldTypes, 'field type'],
    ['Flow', 'pattern', flowPatterns, 'pattern'],
    ['Flow', 'timing', timings, 'timing'],
    ['Flow', 'auth', auths, 'kind of authentication'],
    ['Flow', 'conflict', survivorships, 'conflict rule'],
    ['Flow', 'kind', flowRelations, 'kind of flow'],
    ['ErrorStep', 'action', errorActions, 'answer to an error'],
    ['Journey', 'state', journeyStates, 'state of a journey'],
    ['Touchpoint', 'by', actors, 'actor'],
    ['Pain', 'severity', degrees, 'severity'],
    ['Opportunity', 'impact', degrees, 'impact'],
    ['Opportunity', 'effort', degrees, 'effort'],
    ['Evidence', 'method', evidenceMethods, 'kind of evidence'],
    ['Initiative', 'status', initiativeStatuses, 'status'],
    ['View', 'kind', viewKinds, 'kind of view'],
    ['View', 'rows', matrixAxes, 'axis of a matrix'],
    ['View', 'columns', matrixAxes, 'axis of a matrix'],
    ['View', 'groupBy', groupings, 'grouping'],
    ['View', 'overlays', overlays, 'overlay'],
    ['View', 'lanes', lanes, 'lane'],
    ['View', 'hide', hideables, 'part that can be hidden'],
    ['View', 'direction', directions, 'direction'],
    ['View', 'theme', themes, 'theme'],
    ['View', 'pageSize', pageSizes, 'size of page'],
    ['CategorySelector', 'category', systemCategories, 'category'],
    ['LifeSelector', 'life', lives, 'lifecycle'],
    ['FlowSelector', 'timing', timings, 'timing'],
    ['MapInfo', 'currency', currencies, 'currency code of ISO 4217'],
    ['RuleSetting', 'severity', severities, 'severity'],
    ['Duration', 'unit', durationUnits, 'unit of time'],
    ['Volume', 'unit', rateUnits, 'unit of time'],
    ['Volume', 'growthUnit', rateUnits, 'unit of time'],
    ['Money', 'currency', currencies, 'currency code of ISO 4217'],
    ['Money', 'unit', rateUnits, 'unit of time'],
    ...['Team', 'Goal', 'Metric', 'Segment', 'Persona', 'Channel', 'Region', 'Capability', 'System', 'Entity', 'Flow', 'Journey', 'Initiative'].map(
        (type) => [type, 'life', lives, 'lifecycle'] as const,
    ),
];

/** What other languages call field types. */
export const otherTypeNames: Readonly<Record<string, string>> = {
    string: 'text',
    varchar: 'text',
    char: 'text',
    int: 'integer',
    bool: 'boolean',
    decimal: 'number',
    float: 'number',
    double: 'number',
    currency: 'money',
    timestamp: 'datetime',
    uuid: 'id',
    enum: 'picklist',
    lookup: 'reference',
    blob: 'binary',
};
