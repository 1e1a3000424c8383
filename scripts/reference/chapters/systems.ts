import type { Chapter } from '../chapter.ts';

export const systems: Chapter = {
    title: 'Systems and their data',
    text: '',
    constructs: [
        {
            type: 'System',
            title: 'system',
            text: 'Whatever holds or moves customer data, a spreadsheet too. `external` systems belong to somebody else.',
            example: `team crmOps "CRM operations"
region eu "European Union"
system crm "Salesforce" {
    owner crmOps
    category crm
    vendor "Salesforce"
    region eu
    environment production
    users 240
    training "Half a day for new colleagues"
    provides contact-management, lead-management
    cost 96000 per year
    benefit 210000 per year
    limit 100000 calls per day, 5000000 records per month
    classification confidential
}
system tax "Tax service" { external  benefit "Right rates everywhere" }`,
        },
        {
            type: 'Entity',
            title: 'entity',
            text: `What a system keeps records of. \`master\`, before \`entity\` or in its body, makes the system its *system of record*. \`same as\` ties the copies of one
concept in several systems together. What a lawful basis rests on, how long records stay and for what is stated here, once, for all of its fields.`,
            example: `team care "Customer care"
system shop { entity Customer { Email : email key personal } }
system consent "Consent tool"
system crm {
    master entity Contact "Contact" {
        owner care
        purpose "Serve and inform customers"
        basis consent
        consent from consent
        subjects "Customers", "Prospects"
        retention 3 years
        match Email, Phone
        survivorship most-recent
        volume 410000 growing 8 percent per year
        same as shop.Customer

        Email : email required unique personal
        Phone : phone personal
    }
    entity Note { master }
}`,
        },
        {
            type: 'Field',
            title: 'field',
            text: `\`Name : type modifiers\`. Any word may be the name, a keyword too; a name with spaces stands in backticks. Types and their arguments stand in the
[list of types](#field-types).`,
            example: `system shop {
    entity Order {
        OrderNo      : id key
        Customer     : reference(Customer) required
        Total        : number(10, 2) default 0
        State        : picklist("Open", "Paid", "Sent") default "Open"
        \`Placed at\`  : datetime readonly
        Margin       : money formula
        Email        : email required unique personal encrypted
        Allergies    : text(255) personal sensitive
        Phone        : phone format "E.164" { description "With the country's code" }
        Fax          : phone deprecated
    }
    entity Customer { Email : email key }
}`,
        },
    ],
};
