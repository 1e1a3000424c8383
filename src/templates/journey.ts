import type { Template } from './template.ts';

export const journey: Template = {
    name: 'journey',
    title: 'Customer journey',
    summary: 'One customer’s way through awareness, consideration, purchase and post-purchase.',
    text: `// A customer journey in four stages: what customers do and feel, what hurts, and what could be better.
// Replace what is here by what you know; evidence says how you know it.

map "Our customers" {
  purpose "Where customers meet us, and what hurts"
}

team marketing "Marketing" { function marketing }
team service   "Service"   { function service }

segment firstTime "First-time buyers" { criteria "No order so far" }

persona alex "Alex, buys for the first time" {
  segment firstTime
  quote "I want to be sure before I pay."
  needs "Honest comparison", "Fast answers"
  frustrations "Has to say everything twice"
}

system site "Website"              { category website               owner marketing }
system mail "Marketing automation" { category marketing-automation  owner marketing }
system desk "Service desk"         { category support               owner service }

channel search  "Search"  online  { system site }
channel website "Website" online  { system site }
channel email   "Email"   online  { system mail }
channel phone   "Phone"   offline { system desk }

metric visits     "Visits per month"   { unit count    baseline 20000  current 22000  target 30000  source "figures.csv" key "visits" }
metric trials     "Asks for an offer"  { unit percent  baseline 3      current 4      target 6      source "figures.csv" key "offers" }
metric completion "Completes checkout" { unit percent  baseline 51     current 54     target 65     source "figures.csv" key "checkout" }
metric again      "Buys again"         { unit percent  baseline 24     current 27     target 32     source "figures.csv" key "again" }

journey firstPurchase "First purchase" {
  persona alex
  scenario "Alex needs something that we sell, and has never bought from us"
  state current

  stage awareness "Awareness" {
    objective "Learn that we exist"
    metric visits

    touchpoint finds "Finds us in a search" {
      channel search
      action "Compares three results"
      emotion 0 "Curious"
    }
  }

  stage consideration "Consideration" {
    objective "See whether it fits"
    metric trials

    touchpoint reads "Reads about the product" {
      channel website
      thought "Which of these is for me?"
      emotion -1 "Unsure"

      pain choice "Too many similar products" severity high
      opportunity advisor "A short advisor" addresses choice impact high effort medium
    }

    touchpoint asks "Asks on the phone" {
      channel phone
      emotion +1 "Helped"
      takes 10 minutes
    }
  }

  stage purchase "Purchase" {
    objective "Pay without doubt"
    metric completion

    touchpoint pays "Pays" {
      channel website
      moment of truth
      emotion +1 "Relieved"
    }
  }

  stage postPurchase "Post-purchase" {
    objective "Be glad, and come back"
    metric again

    touchpoint confirmation "Gets the confirmation" {
      channel email
      by company
      emotion +1 "Sure"
      delight "It names the day of delivery"
    }

    touchpoint review "Writes a review" {
      channel website
      emotion +1 "Proud"
    }
  }

  finds -> reads -> pays -> confirmation -> review
  reads -> asks "has a question"
  asks -> pays
}

view firstPurchase "First purchase" as journey of firstPurchase
`,
};
