import type { Chapter } from '../chapter.ts';

export const company: Chapter = {
    title: 'The company’s side',
    text: '',
    constructs: [
        {
            type: 'Lifecycle',
            title: 'lifecycle',
            text: 'The stages through which the company leads its customers.',
            example: `lifecycle selling "Customer lifecycle" {
    description "From first contact to renewal"
    stage attract "Attract"
    stage convert "Convert"
}`,
        },
        {
            type: 'LifecycleStage',
            title: 'stage of a lifecycle',
            text: '`converts` is the share that goes on to the next stage, `exit` the sign that the stage is over.',
            example: `metric leads "Leads" { unit count }
team growth "Growth"
lifecycle selling "Customer lifecycle" {
    stage attract "Attract" {
        owner growth
        objective "Be found by those who hike"
        metric leads
        converts 22 percent
        exit "Left an address"
    }
}`,
        },
        {
            type: 'Activity',
            title: 'activity',
            text: 'What the company does in a stage; who or what does it may stand on the same line.',
            example: `team growth "Growth"
system crm "CRM"
lifecycle selling {
    stage attract {
        activity scoring "Lead scoring" automated in crm
        activity "First call" manual takes 20 minutes owner growth
    }
}`,
        },
    ],
};
