import type { Chapter } from '../chapter.ts';

export const change: Chapter = {
    title: 'Change',
    text: '',
    constructs: [
        {
            type: 'Initiative',
            title: 'initiative',
            text: 'Work that makes opportunities real. Cost and benefit give the return in the scorecard.',
            example: `team growth "Growth"
goal loyalty "Grow repeat purchases"
system shop "Web shop"
system crm "CRM"
flow sizes: shop -> crm "Sizes"
journey firstBoots { stage choose { touchpoint fitting { opportunity advisor "Size advisor" } } }
initiative sizeAdvisor "Size advisor" {
    owner growth
    delivers firstBoots.fitting.advisor
    supports loyalty
    changes shop, sizes
    due 2027-03-31
    status planned
    cost 40000
    benefit 100000 per year
}`,
        },
    ],
};
