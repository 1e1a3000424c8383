import type { Chapter } from '../chapter.ts';

export const flows: Chapter = {
    title: 'Flows',
    text: 'How data moves. The arrow says which way; all else can be added when it is known.',
    constructs: [
        {
            type: 'Flow',
            title: 'flow',
            text: `Ends are systems or entities: \`->\` to, \`<-\` from, \`<->\` both ways. The name may be left out, and then the word \`flow\` too; a view, an initiative or
another file can only name a flow that has one. \`key\` names the fields that make a repeated delivery harmless, \`conflict\` says which side wins when both
changed.`,
            example: `team crmOps "CRM operations"
system shop { entity Customer { Email : email key } }
system bus { category middleware }
system crm { entity Contact { Email : email key } }
shop -> bus "Page views"
flow customers: shop.Customer <-> crm.Contact "Customer profile" {
    pattern batch-sync
    timing scheduled "*/15 * * * *"
    via bus
    protocol "REST"
    auth oauth
    volume 4000 per day peak 12000
    latency 20 minutes
    errors retry 3 then dead-letter then alert crmOps
    key Email
    conflict most-recent
    purpose "One profile for shop and service"
    kind consolidates
}`,
        },
        {
            type: 'Mapping',
            title: 'mapping lines',
            text: `Which field fills which. Fields of the two ends are named directly; where the ends are systems, with their entity (\`Customer.Email\`). Several sources
are joined by commas. \`using\` says how the value is changed, \`back\` how that is undone on the way back of a \`<->\` flow, \`values\` which value of a
picklist becomes which.`,
            example: `system shop { entity Customer { Email : email  First : text(60)  Last : text(60)  Tier : picklist("A", "B") } }
system crm { entity Contact { Email : email  Name : text(120)  Level : picklist("Gold", "Silver") } }
shop.Customer <-> crm.Contact {
    conflict most-recent
    map Email -> Email
    map First, Last -> Name using "join with a space" back "split at the last space"
    map Tier -> Level values "A" -> "Gold", "B" -> "Silver"
}`,
        },
    ],
};
