type OtherNames = Readonly<Record<string, string>>;

const common: OtherNames = {
    desc: 'description',
    summary: 'description',
    comment: 'note',
    comments: 'note',
    notes: 'note',
    remark: 'note',
    url: 'link',
    href: 'link',
    docs: 'link',
    label: 'tags',
    labels: 'tags',
    responsible: 'owner',
    status: 'lifecycle',
    start: 'since',
    begin: 'since',
    end: 'until',
    introduced: 'since',
};

const kpis: OtherNames = { kpi: 'metric', kpis: 'metric', goal: 'objective', aim: 'objective', measure: 'metric' };
const modifiers: OtherNames = { pii: 'personal', pk: 'key', mandatory: 'required', readOnly: 'readonly', computed: 'formula', secret: 'encrypted' };

/** What authors of other notations call the properties of a kind of declaration. */
const byOwner: Readonly<Record<string, OtherNames>> = {
    Team: { email: 'contact', mail: 'contact', role: 'function' },
    Goal: { deadline: 'due', parent: 'supports' },
    Metric: { value: 'current', actual: 'current', goal: 'target', start: 'baseline' },
    Persona: { pains: 'frustrations', want: 'needs', wants: 'needs', picture: 'image', photo: 'image' },
    Region: { transfer: 'safeguard', scc: 'safeguard' },
    System: { type: 'category', kind: 'category', product: 'vendor', supplier: 'vendor', location: 'region', env: 'environment', price: 'cost' },
    Entity: { ...modifiers, legal: 'basis', lawful: 'basis', keep: 'retention', retain: 'retention', ttl: 'retention', rows: 'volume', records: 'volume' },
    Flow: {
        frequency: 'timing',
        schedule: 'timing',
        transport: 'protocol',
        authentication: 'auth',
        through: 'via',
        mapping: 'map',
        type: 'pattern',
        sla: 'latency',
    },
    LifecycleStage: kpis,
    JourneyStage: kpis,
    Journey: { actor: 'persona', user: 'persona', context: 'scenario' },
    Touchpoint: {
        ...kpis,
        mood: 'emotion',
        feeling: 'emotion',
        medium: 'channel',
        systems: 'frontstage',
        system: 'frontstage',
        reads: 'uses',
        writes: 'captures',
        duration: 'takes',
    },
    Initiative: { deadline: 'due', state: 'status', budget: 'cost', value: 'benefit', goal: 'supports' },
    View: { filter: 'include', show: 'include', layout: 'direction' },
};

/** What others call the parts of a kind of declaration. */
const kindsByOwner: Readonly<Record<string, OtherNames>> = {
    System: { table: 'entity', object: 'entity', class: 'entity', collection: 'entity' },
    Lifecycle: { phase: 'stage', step: 'stage' },
    Journey: { phase: 'stage' },
    JourneyStage: { step: 'touchpoint', moment: 'touchpoint', interaction: 'touchpoint' },
};

/** The kind of declaration that is meant by a word in the body of another. */
export function meantKind(word: string, owner: string): string | undefined {
    const kinds = kindsByOwner[owner] ?? {};
    return Object.hasOwn(kinds, word) ? kinds[word] : undefined;
}

/** Phrases of this language as one word. */
export const propertyPhrases: OtherNames = {
    'moment-of-truth': 'moment of truth',
    'measured-by': 'measured by',
    'same-as': 'same as',
    'group-by': 'group by',
    'future-of': 'future of',
    'consent-from': 'consent from',
    'lower-is-better': 'lower is better',
    'higher-is-better': 'higher is better',
};

/** The property of a kind of declaration that is meant by a word, if it can stand here. */
export function meantProperty(word: string, owner: string, keywords: readonly string[]): string | undefined {
    for (const names of [byOwner[owner] ?? {}, common]) {
        const meant = Object.hasOwn(names, word) ? names[word] : undefined;
        if (meant !== undefined && keywords.includes(meant)) return meant;
    }
    return undefined;
}
