/** What the words of the language say, for completion and hover. `Type.word` where a word means different things. */
const docs: Readonly<Record<string, string>> = {
    import: 'Makes all that another file declares visible: import "./systems.crmmap"',
    map: 'The map as a whole: its title, purpose, currency and review', 'Flow.map': 'Which field fills which: map Email -> Email using "lower case"',
    team: 'A team that owns things', goal: 'What the company wants to reach', metric: 'What is measured', segment: 'A group of customers', persona: 'A customer, told as one person',
    channel: 'Where customers and company meet', region: 'Where data stands', capability: 'Something that systems can do, beside the stock list', system: 'A system that holds or moves data',
    entity: 'What a system keeps records of', master: 'This system is the system of record of the entity', flow: 'Data that moves: flow orders: shop.Order -> erp', lifecycle: 'The company’s side: stages with activities',
    journey: 'The customer’s side: stages with touchpoints', stage: 'A step of a lifecycle or a journey', activity: 'What the company does in a stage', touchpoint: 'A moment in which customer and company meet',
    pain: 'What hurts at a touchpoint', opportunity: 'What could be better at a touchpoint', evidence: 'How it is known: evidence survey 2026-06-12 sample 412 "38 % left"',
    initiative: 'Work that delivers opportunities', view: 'A picture: view blueprint as blueprint of firstBoots',
    description: 'What it is, in a sentence', owner: 'The team that answers for it', tags: 'Words to choose by, with commas between them', link: 'A page that tells more: link "https://…" "Title"', note: 'A remark',
    since: 'The day from which it is in use', until: 'The day up to which it is in use',
    purpose: 'What it is for', currency: 'The currency of all money without one, by ISO 4217', reviewed: 'When the map was last looked through: reviewed 2026-09-30 every 90 days', version: 'The version of the map',
    rules: 'Severity of rules for this map: rules { SYS002 off }', function: 'What the team does', contact: 'How to reach the team', measured: 'The metrics that show whether the goal is reached',
    supports: 'The goals that it helps to reach', due: 'The day on which it is due', unit: 'What the numbers are', baseline: 'The value at the start', current: 'The value now', target: 'The value to reach',
    lower: 'Less is better', higher: 'More is better', source: 'The file with the values: source "metrics.csv" column "value" key "csat"', updated: 'The day of the current value', size: 'How many customers', criteria: 'Who belongs to it',
    share: 'Its share of all, in percent', quote: 'What the persona would say', needs: 'What the persona needs', goals: 'What the persona wants to reach', frustrations: 'What gets in the way', image: 'A picture of the persona',
    online: 'Over the net', offline: 'In person, by phone or on paper', safeguard: 'The instrument that allows transfers there', adequate: 'Transfers there need no safeguard', category: 'The kind of system', vendor: 'Who makes it',
    environment: 'production, sandbox or test', users: 'How many people use it', training: 'How its users learn it', provides: 'The capabilities that it has', cost: 'What it costs: cost 96000 per year', benefit: 'What it brings: benefit 100000 per year',
    limit: 'What it can take: limit 100000 calls per day', classification: 'How secret its data is', external: 'It belongs to somebody else', basis: 'The lawful basis of processing (GDPR)', consent: 'Where consent is given: consent from TOUCHPOINT',
    subjects: 'Whose data it is', retention: 'How long records are kept', match: 'The fields by which records are recognised as one', survivorship: 'Which value stays when records are merged', volume: 'How many: volume 2200 per day',
    same: 'The same concept in another system: same as shop.Customer', key: 'Identifies the record', required: 'Always has a value', unique: 'No two records have the same value', readonly: 'Cannot be written', formula: 'Is computed',
    encrypted: 'Is stored encrypted', personal: 'Tells of a person', sensitive: 'Tells of a person what needs special care', deprecated: 'Shall not be used any more', default: 'The value where none is given', format: 'How values are written',
    'Flow.key': 'The fields that make a repeated delivery harmless', pattern: 'How the systems talk', timing: 'When the data moves', via: 'The systems that it passes through', protocol: 'How it is sent', auth: 'How the systems know each other',
    latency: 'How long the data is under way', errors: 'What happens when it fails: errors retry 3 then alert crmOps', conflict: 'Which side wins', kind: 'What the flow does to its target', using: 'How the value is changed on the way',
    back: 'How the change is undone on the way back', values: 'Which value becomes which: values "A" -> "B"', objective: 'What the stage is to reach', converts: 'The share that goes on to the next stage', exit: 'When the stage is over',
    manual: 'People do it', assisted: 'People do it, with help of a system', automated: 'A system does it', in: 'Where it belongs, or happens', takes: 'How long it takes', scenario: 'The story of the journey', state: 'current or future',
    future: 'The journey that this one shall replace: future of firstBoots', action: 'What the customer does', thought: 'What the customer thinks', emotion: 'How it feels, from -2 to +2: emotion -2 "Unsure"',
    moment: 'A moment of truth: it decides', delight: 'What is better than expected', by: 'Who acts: customer or company', frontstage: 'Systems that the customer sees', backstage: 'Systems that the customer does not see',
    support: 'Systems behind those', uses: 'Data that is needed: uses crm.Contact.Phone fresh within 1 hour', captures: 'Data that comes in', abandons: 'The share that gives up here', severity: 'low, medium or high',
    addresses: 'The pains that it would ease', impact: 'How much it helps', effort: 'How much work it is', delivers: 'The opportunities that it makes real', changes: 'The systems and flows that it changes', status: 'How far it is',
    include: 'What is shown', exclude: 'What is left out', group: 'How the systems are grouped', overlay: 'What is marked', lanes: 'The rows below the journey, in their order', direction: 'right or down', hide: 'Parts that are left out',
    theme: 'auto, light or dark', title: 'The title of the picture', page: 'The size of the paper: page a4 landscape', for: 'The personas or segments whose picture it is', as: 'The kind of picture',
    tag: 'Things with a tag', flows: 'Flows carrying personal data, or of a timing', neighbours: 'What is linked to a thing', then: 'What happens when that fails, too', retry: 'Try again: retry 3', alert: 'Tell a team: alert crmOps',
    percent: 'Of a hundred', per: 'In which time', every: 'How often', peak: 'The highest volume', growing: 'How it grows: growing 8 percent per year', sample: 'How many were asked', fresh: 'How old the data may be: fresh within 1 hour',
    'Touchpoint.channel': 'Where it happens', 'System.region': 'Where its data stands', 'Journey.persona': 'Whose journey it is', 'Journey.segment': 'Which customers go this way', 'Persona.segment': 'The group that the persona stands for',
    'Channel.system': 'The system that carries the channel', 'LifecycleStage.metric': 'How it is measured', 'JourneyStage.metric': 'How it is measured', 'Touchpoint.metric': 'How it is measured', 'JourneyStage.in': 'The stage of the company’s lifecycle: in selling.attract',
    ...Object.fromEntries(['Team', 'Goal', 'Metric', 'Segment', 'Persona', 'Channel', 'Region', 'Capability', 'System', 'Entity', 'Flow', 'Journey', 'Initiative'].map((type) => [`${type}.lifecycle`, 'planned, active, retiring or retired'])),
};

/** What a word of the language says where it stands; undefined where there is nothing to say. */
export function propertyDoc(type: string, word: string): string | undefined {
    const own = `${type}.${word}`;
    if (Object.hasOwn(docs, own)) return docs[own];
    return Object.hasOwn(docs, word) ? docs[word] : undefined;
}
