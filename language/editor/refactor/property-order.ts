const words = (text: string): readonly string[] => text.split(' ');
const attached = 'tags link note';
/** What comes and goes says so last, before what is attached to it. */
const life = `lifecycle since until ${attached}`;

/**
 * The order in which a declaration's properties are best read, by the type of the grammar: what it is, how it behaves, how it lives, and
 * what it holds. Properties are given by their first words, and what stands in a body by the list that holds it.
 */
export const propertyOrder: Readonly<Record<string, readonly string[]>> = {
    MapInfo: words(`description purpose owner currency reviewed version ${attached} rules`),
    Team: words(`description function contact owner ${life}`),
    Goal: words(`description owner measured supports due ${life}`),
    Metric: words(`description owner unit baseline current target direction source updated ${life}`),
    Segment: words(`description owner size share criteria ${life}`),
    Persona: words(`description owner segment share quote needs goals frustrations image ${life}`),
    Channel: words(`description reach owner system ${life}`),
    Region: words(`description owner safeguard adequate ${life}`),
    Capability: words(`description owner ${life}`),
    System: words(`description category vendor external owner region environment users training cost benefit limit classification provides ${life} entities`),
    Entity: words(`description master owner purpose basis consent subjects retention match survivorship volume same ${life} fields`),
    Field: words(`description owner ${attached}`),
    Flow: words(`description owner purpose kind pattern timing via protocol auth volume latency conflict errors key ${life} mappings`),
    Lifecycle: words(`description owner ${attached} stages`),
    LifecycleStage: words(`description objective owner metric ${attached} activities converts exit`),
    Activity: words(`description mode in takes owner ${attached}`),
    Journey: words(`description owner persona segment scenario state future ${life} stages ways`),
    JourneyStage: words(`description objective in metric owner ${attached} touchpoints`),
    Touchpoint: words(
        `description owner channel by momentOfTruth action thought emotion delight frontstage backstage support uses captures takes volume abandons metric ${attached} pains opportunities evidence`,
    ),
    Pain: words(`description owner severity cost ${attached} evidence`),
    Opportunity: words(`description owner addresses impact effort ${attached}`),
    Initiative: words(`description delivers supports changes owner due status cost benefit ${life}`),
    View: words(`description owner title purpose for include exclude group overlay lanes direction hide theme page ${attached}`),
};

/** The order in which a file's declarations are best read, as the reference map has them. */
export const declarationOrder = words(
    'Import MapInfo Team Goal Metric Segment Persona Region Channel Capability System Flow Lifecycle Journey Initiative View',
);
