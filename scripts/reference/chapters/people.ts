import type { Chapter } from '../chapter.ts';

export const people: Chapter = {
    title: 'People and aims',
    text: 'Who answers for what, who the customers are, and what is to be reached.',
    constructs: [
        {
            type: 'Team',
            title: 'team',
            text: 'Who owns things: `owner` of a system, an entity, a stage or a goal is a team. Of an entity, it is the steward.',
            example: 'team crmOps "CRM operations" { function it  contact "crm@northwind.example" }',
        },
        {
            type: 'Goal',
            title: 'goal',
            text: 'Goals may support greater goals. Initiatives support them; a goal that nothing supports is told of by GOV002.',
            example: `metric repeatRate "Repeat purchase rate" { unit percent }
goal growth "Grow"
goal loyalty "Grow repeat purchases" { measured by repeatRate  supports growth  due 2027-12-31 }`,
        },
        {
            type: 'Metric',
            title: 'metric',
            text: `Numbers may carry a unit (\`24 percent\`). More is better unless it says \`lower is better\`. \`source\` says where the numbers come from; the file
is named, never read.`,
            example: `metric duplicates "Duplicate contacts" {
    unit percent
    baseline 9  current 6  target 1
    lower is better
    source "figures/crm.csv" column "share" key "duplicates"
    updated 2026-10-01
}
metric wait "Time to first answer" { unit duration  baseline 30 hours  current 18 hours  target 4 hours  lower is better }`,
        },
        {
            type: 'Segment',
            title: 'segment',
            text: 'A group of customers.',
            example: 'segment newHikers "New hikers" { size 41000  criteria "First order in the last 12 months"  share 18 percent }',
        },
        {
            type: 'Persona',
            title: 'persona',
            text: 'A customer, told as one person. Journeys are told from the side of their personas.',
            example: `segment newHikers "New hikers"
persona emma "Emma, weekend hiker" {
    segment newHikers
    quote "I just want boots that fit before Saturday."
    needs "Confidence in fit", "Delivery before the weekend"
    goals "A first summit"
    frustrations "Sizes differ by brand"
    share 35 percent
    image "images/emma.png"
}`,
        },
        {
            type: 'Channel',
            title: 'channel',
            text: 'Where customer and company meet. `online` or `offline` may stand behind the title. A channel that names its system puts it behind each touchpoint there.',
            example: `system shop "Web shop"
channel store "Store" offline
channel web "Website" { online  system shop }`,
        },
        {
            type: 'Region',
            title: 'region',
            text: `Where data stands. Personal data that crosses into a region needs a \`safeguard\` (the transfer instrument), unless the region is \`adequate\`:
PII003.`,
            example: `region eu "European Union" { adequate }
region us "United States" { safeguard "Standard contractual clauses" }`,
        },
        {
            type: 'Capability',
            title: 'capability',
            text: 'What systems can do, beside the [stock list](#capabilities), whose words need no declaration.',
            example: `capability sizing "Size advice"
system shop "Web shop" { provides sizing, commerce }`,
        },
    ],
};
