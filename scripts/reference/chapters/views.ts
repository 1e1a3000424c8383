import type { Chapter } from '../chapter.ts';

export const views: Chapter = {
    title: 'Views',
    text: 'Which pictures there are. A map without any view has one of each kind that its content fills.',
    constructs: [
        {
            type: 'View',
            title: 'view',
            text: `Each [kind of view](views.md) has a page of its own. \`as\` takes one of the [kinds of view](#kinds-of-view), a matrix two of its [axes](#axes-of-a-matrix); without \`as\`, it is a landscape. \`include\` and \`exclude\` take [selectors](#selectors); with no
\`include\`, everything is in.`,
            example: `team care "Customer care"
persona emma "Emma"
system crm "CRM" { owner care  category crm }
system shop "Web shop" { category commerce }
shop -> crm "Orders"
view customers "Customer data" as landscape {
    title "Customer data, and who owns it"
    purpose "For the yearly review"
    include category crm, neighbours of crm
    exclude lifecycle retired
    group by owner
    overlay owner, personal
    direction right
    hide register, facts
    theme light
    page a4 landscape
}
view cover as matrix of capabilities by systems
view boots as journey of firstBoots { lanes touchpoints, emotion, pains  for persona emma }
journey firstBoots { persona emma  stage choose { touchpoint fitting "Tries boots on" } }`,
        },
    ],
};
