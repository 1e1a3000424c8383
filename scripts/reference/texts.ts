/** How texts read, names and references, files and comments. */
export const basics = `## Basics

A sketch is one line; detail is added, never demanded. This is a whole map:

\`\`\`crmmap
system shop
system crm "Salesforce"
shop -> crm "New customers"
\`\`\`

**One shape for everything:** \`kind name "Title" { property value … }\`. Title and body may be left out. Properties come in any order, line breaks mean
nothing, and what may repeat has commas between. A property is stated once.

**Reading the syntax below:** \`[…]\` may be left out, \`|\` is *or*, \`…\` is *again*. Words in capitals are values or names: \`TEAM\` is the name of a team.

### Names and references

Any word may be a name, a keyword too: \`stage\`, \`owner\` and \`email\` name things as well as others. Names are letters of any script, digits, \`_\` and \`-\` (not
first). Names with anything else stand in backticks.

\`\`\`crmmap
system status "Status page"
system \`Field Service\` { entity \`Work Order\` { owner : text(80)  key : id key } }
status -> \`Field Service\`.\`Work Order\`
\`\`\`

References are paths: \`crm.Contact.Email\`. In a path to a touchpoint or to what it holds, the stage may be left out: \`firstBoots.sizing\`. What stands around
comes first: inside a flow \`map Email -> Email\` means the fields of its two ends, inside a journey \`sizing\` its own touchpoint. Names are per kind: a team and a
channel may both be called \`web\`. Two of one kind with the same path are an error at the second.

### Files

\`\`\`text
import "./systems.crmmap"
\`\`\`

makes visible what the file declares, and what it imports itself. Paths are relative, with \`/\` on every system, and stay inside the workspace; circles are fine. A map
is the file that is opened, checked or exported, with all that it imports.

### Comments

\`\`\`crmmap
// A comment up to the end of the line.
/* A comment that may have several lines. */

/** Markdown, shown when the mouse rests on the name of *what follows*. */
system crm "Salesforce"

// crmmap-ignore SYS001: bought last week, nothing is connected yet
system desk "Service desk"
\`\`\`

\`crmmap-ignore\` silences rules for the declaration that follows and all that it holds; more in [Rules](rules.md#setting-a-rule).`;

export const common = `\`\`\`crmmap
team crmOps "CRM operations"
system crm "Salesforce" {
    description "Where every customer is kept"
    owner crmOps
    tags core, cloud
    link "https://wiki.example.com/crm" "Handbook"
    note "Contract ends in 2027"
    lifecycle active
    since 2019-04-01
    until 2029-03-31
}
\`\`\``;

/** What `include` and `exclude` take. */
export const selectors = `What \`include\` and \`exclude\` take; they are joined by \`and\`, \`or\` and \`not\`, with parentheses where needed, and by commas, which mean *or*.

| selector | takes |
| --- | --- |
| \`THING\` | the thing that is named, with what it holds |
| \`tag NAME\` | what has the tag |
| \`category WORD\` | systems of the [category](#categories-of-systems) |
| \`owner TEAM\` | what the team owns |
| \`region REGION\` | systems in the region |
| \`lifecycle WORD\` | what is [planned, active, retiring or retired](#lifecycle-of-a-thing) |
| \`flows carrying personal\` | flows that move personal data, and their ends |
| \`flows timing WORD\` | flows of that [timing](#timings), and their ends |
| \`neighbours of THING\` | what flows tie to it |

\`\`\`crmmap
region us "United States"
system crm "CRM" { category crm }
system shop "Web shop" { category commerce  region us }
system erp "ERP" { category erp  tags core }
shop -> crm "Orders"
view sales { include (category crm or category commerce) and not region us, tag core }
\`\`\``;

export const values = `- Texts stand in \`"…"\`, with \`\\"\` for a quotation mark and \`\\\\\` for a backslash.
- Dates are \`2026-11-30\`. Numbers have a point for decimals, and may have \`_\` between digits: \`1_000_000\`.
- Durations are \`15 minutes\`, \`1 hour\`, \`3 years\`; money is \`40000\` in the map's currency, or \`40000 USD\`; running cost says \`per month\` or \`per year\`.
- A timetable is a cron line of five fields: \`timing scheduled "0 3 * * *"\`.`;
