import type { Template } from './template.ts';

export const lifecycle: Template = {
    name: 'lifecycle',
    title: 'Customer lifecycle',
    summary: 'The seven stages from lead generation to renewal, with activities and conversion.',
    text: `// The company's side: seven stages through which customers are led.
// Replace the rates by your own; a stage whose rate nobody knows says so in the picture.

map "Our customer lifecycle" {
  purpose "What we do in each stage, and how many go on"
}

team marketing "Marketing" { function marketing }
team sales     "Sales"     { function sales }
team service   "Service"   { function service }
team it        "IT"        { function it }

system site "Website"              { category website               owner marketing }
system mail "Marketing automation" { category marketing-automation  owner marketing }
system crm  "CRM"                  { category crm                   owner sales }
system desk "Service desk"         { category support               owner service }

metric leadsPerMonth "Leads per month"         { unit count    baseline 800  current 950  target 1200  source "figures.csv" key "leads" }
metric winRate       "Win rate"                { unit percent  baseline 19   current 22   target 28    source "figures.csv" key "wins" }
metric churn         "Customers lost per year" { unit percent  baseline 14   current 12   target 8     lower is better  source "figures.csv" key "churn" }

lifecycle customers "Customer lifecycle" {
  stage generate "Lead generation" {
    owner marketing
    objective "Be found by those whom we can help"
    metric leadsPerMonth
    converts 30 percent
    exit "Left an address"
    activity "Campaigns"    assisted  in mail
    activity "Lead capture" automated in site
  }

  stage nurture "Lead nurture" {
    owner marketing
    objective "Know what they need"
    converts 25 percent
    exit "Asked for a talk"
    activity "Lead scoring" automated in mail
  }

  stage qualify "Qualification" {
    owner sales
    objective "Spend time where it helps"
    converts 60 percent
    exit "Need, budget and time are known"
    activity "First call" manual takes 30 minutes
  }

  stage sell "Sale" {
    owner sales
    objective "Agree on what fits"
    metric winRate
    converts 22 percent
    exit "Signed"
    activity "Offer" assisted in crm
  }

  stage begin "Onboarding" {
    owner service
    objective "First success within a week"
    converts 90 percent
    exit "Works with it every day"
    activity "Welcome call" manual takes 1 hour
  }

  stage support "Support" {
    owner service
    objective "Help at once"
    converts 88 percent
    activity "Ticket triage" automated in desk
  }

  stage renew "Renewal and growth" {
    owner sales
    objective "Stay, and use more"
    metric churn
    exit "Renewed"
    activity "Yearly review" manual in crm
  }
}

view lifecycle "Customer lifecycle" as lifecycle of customers
`,
};
