import type { Template } from './template.ts';

export const landscape: Template = {
    name: 'landscape',
    title: 'System landscape',
    summary: 'Systems, the customer data that they hold, and how it moves.',
    text: `// The systems that hold customer data, and how it moves between them.
// Replace what is here by what you have; every property can be left out.

map "Our customer data" {
  purpose "Which system is the record of what, and what flows where"
  currency EUR
}

team sales     "Sales"     { function sales }
team marketing "Marketing" { function marketing }
team it        "IT"        { function it }

region eu "European Union" { adequate }

system crm "CRM" {
  category crm
  owner sales
  region eu
  provides contact-management, lead-management

  master entity Contact "Contact" {
    purpose "Serve and inform customers"
    basis contract
    retention 3 years
    match Email

    ContactId : id        key
    Name      : text(120) required personal
    Email     : email     required unique personal
    OptIn     : boolean   default false
  }
}

system shop "Web shop" {
  category commerce
  owner marketing
  region eu
  provides commerce

  entity Customer "Shop customer" {
    purpose "Take and deliver orders"
    basis contract
    retention 3 years
    same as crm.Contact

    Email : email     key personal
    Name  : text(120) personal
  }
}

system newsletter "Newsletter" {
  category marketing-automation
  owner marketing
  region eu
  provides marketing-automation
}

// crmmap-ignore SOR003: the shop proposes, the CRM merges by email
flow customers: shop.Customer -> crm.Contact "New customers" {
  pattern fire-and-forget
  timing event
  auth oauth
  volume 200 per day
  errors retry 3 then dead-letter then alert it
  key Email
  map Email -> Email
  map Name  -> Name
}

flow audience: crm.Contact -> newsletter "Who may be written to" {
  pattern batch-sync
  timing scheduled "0 3 * * *"
  auth api-key
  volume 5000 per day
  errors alert it
}

view landscape "System landscape"
view contact   "Contact across all systems" as profile of crm.Contact
`,
};
