import type { Template } from './template.ts';

export const full: Template = {
    name: 'full',
    title: 'Everything',
    summary: 'Systems, lifecycle and journey in one map, with goals, metrics and initiatives: all kinds of picture.',
    text: `// A whole map: systems and flows, the company's lifecycle, the customer's journey, goals and initiatives.
// Replace what is here by what you have, and delete what you do not need.

map "Our customers and systems" {
  purpose "From the weak moment of a journey to the flow that it comes from"
  currency EUR
}

// ── People and aims ──

team sales     "Sales"     { function sales }
team marketing "Marketing" { function marketing }
team service   "Service"   { function service }
team it        "IT"        { function it }

metric repeat "Repeat purchases"     { unit percent  baseline 24   current 27   target 32   source "figures.csv" key "repeat" }
metric csat   "Support satisfaction" { unit score    baseline 3.9  current 4.1  target 4.5  source "figures.csv" key "csat" }
goal loyalty "Customers come back" { owner marketing  measured by repeat }

persona alex "Alex, buys for the first time" { quote "I want to be sure before I pay." }

region eu "European Union" { adequate }
channel website "Website" online
channel email   "Email"   online
channel phone   "Phone"   offline

// ── Systems and flows ──
// The flow of new customers is slower than a touchpoint of the journey allows: see what the editor says of it.

system crm "CRM" {
  category crm
  owner sales
  region eu
  provides contact-management, pipeline-management

  master entity Contact "Contact" {
    purpose "Serve and inform customers"
    basis contract
    retention 3 years
    match Email

    ContactId : id        key
    Name      : text(120) required personal
    Email     : email     required unique personal
    Phone     : phone     personal
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
    Phone : phone     personal
  }
}

system desk "Service desk" {
  category support
  owner service
  region eu
  provides service-management
}

// crmmap-ignore SOR003: the shop proposes, the CRM merges by email
flow customers: shop.Customer -> crm.Contact "New customers" {
  pattern batch-sync
  timing scheduled "0 3 * * *"
  auth oauth
  volume 200 per day
  errors retry 3 then alert it
  key Email
  map Email -> Email
  map Name  -> Name
  map Phone -> Phone
}

flow tickets: desk -> crm.Contact "Tickets on the contact" {
  pattern request-reply
  timing real-time
  auth oauth
  volume 90 per day
  errors alert it
}

// ── The company's side ──

lifecycle customerLifecycle "Customer lifecycle" {
  stage attract "Attract" { owner marketing  objective "Be found"            converts 12 percent  activity "Campaigns" assisted }
  stage sell    "Sell"    { owner sales      objective "Agree on what fits"  converts 30 percent  activity "Offer" assisted in crm }
  stage serve   "Serve"   { owner service    objective "Help at once"        metric csat  activity "Ticket triage" automated in desk }
}

// ── The customer's side ──

journey firstPurchase "First purchase" {
  persona alex
  state current

  stage consideration "Consideration" {
    objective "See whether it fits"
    metric repeat
    in customerLifecycle.attract

    touchpoint reads "Reads about the product" {
      channel website
      frontstage shop
      emotion -1 "Unsure"
      pain choice "Too many similar products" severity high
      opportunity advisor "A short advisor" addresses choice impact high effort medium
    }
  }

  stage purchase "Purchase" {
    objective "Pay without doubt"
    metric repeat
    in customerLifecycle.sell

    touchpoint pays "Pays" {
      channel website
      moment of truth
      frontstage shop
      captures shop.Customer
      emotion +1 "Relieved"
    }
  }

  stage postPurchase "Post-purchase" {
    objective "Get help where it is needed"
    metric csat
    in customerLifecycle.serve

    touchpoint calls "Calls about the order" {
      channel phone
      frontstage desk
      backstage crm
      uses crm.Contact.Phone fresh within 1 hour
      emotion -1 "Has to explain again"
      pain unknown "The agent does not know the order" severity medium
      opportunity orders "Show the order beside the call" addresses unknown impact medium effort low
    }
  }
}

// ── Change ──

initiative advisor "Build the advisor" {
  owner marketing
  delivers firstPurchase.advisor, firstPurchase.orders
  supports loyalty
  status planned
  due 2027-06-30
  cost 30000
  benefit 60000 per year
}

// ── Pictures ──

view landscape      "System landscape"
view contact        "Contact across all systems"       as profile of crm.Contact
view mapping        "Field mapping of new customers"   as mapping of customers
view firstPurchase  "First purchase"                   as journey of firstPurchase
view behindTheScene "First purchase, behind the scene" as blueprint of firstPurchase
view lifecycle      "Customer lifecycle"               as lifecycle of customerLifecycle
view callTrace      "What a call depends on"           as trace of firstPurchase.calls
view scorecard      "Scorecard"                        as scorecard
view capabilities   "Capabilities by systems"          as matrix of capabilities by systems
`,
};
