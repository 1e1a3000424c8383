import type { Chapter } from '../chapter.ts';

export const customer: Chapter = {
    title: 'The customer’s side',
    text: '',
    constructs: [
        {
            type: 'Journey',
            title: 'journey',
            text: 'What customers go through to reach something. `future of` ties the journey as it shall be to the one that it replaces.',
            example: `segment newHikers "New hikers"
persona emma "Emma"
journey firstBoots "First boots" {
    persona emma
    segment newHikers
    scenario "Emma needs boots before Saturday"
    state current
    stage aware "Awareness" { touchpoint video "Sees a video" }
}
journey nextBoots "First boots, next year" { state future  future of firstBoots }`,
        },
        {
            type: 'JourneyStage',
            title: 'stage of a journey',
            text: '`in` says in which stage of the company’s lifecycle it lies.',
            example: `metric reach "Reach" { unit count }
lifecycle selling { stage attract "Attract" }
journey firstBoots {
    stage aware "Awareness" {
        objective "Know that good boots exist"
        metric reach
        in selling.attract
        touchpoint video "Sees a video"
    }
}`,
        },
        {
            type: 'Way',
            title: 'ways',
            text: `Which touchpoint leads to which, with the reason behind it. Without any way, touchpoints follow each other as they are written. Ways may branch, skip and
go round.`,
            example: `journey firstBoots {
    stage choose "Choose" { touchpoint guide "Reads the guide"  touchpoint sizing "Size advice" }
    stage buy "Buy" { touchpoint checkout "Checkout" }
    guide -> sizing -> checkout
    sizing -> guide "Unsure"
}`,
        },
        {
            type: 'Touchpoint',
            title: 'touchpoint',
            text: `A moment in which customer and company meet. \`frontstage\` systems are seen by the customer, \`backstage\` ones work behind the scenes, \`support\` ones
behind those. \`uses\` names the data that must be there, and how fresh; \`captures\` what comes in. That ties the journey to the architecture, and lets
the rules find which flow a weak moment comes from.`,
            example: `metric fit "Fit at first try" { unit percent }
channel store "Store" offline
system pos "Till"
system crm "CRM" { entity Contact { Email : email  Size : text(10) } }
system erp "ERP"
journey firstBoots {
    stage choose "Choose" {
        touchpoint fitting "Tries boots on" {
            channel store
            action "Walks up the ramp"
            thought "Will these hurt on day two?"
            emotion -1 "Unsure"
            moment of truth
            delight "The clerk knows last year's boots"
            by customer
            frontstage pos
            backstage crm
            support erp
            uses crm.Contact.Size fresh within 1 day
            captures crm.Contact
            takes 20 minutes
            volume 300 per day
            abandons 15 percent
            metric fit
        }
    }
}`,
        },
        {
            type: 'Pain',
            title: 'pain',
            text: 'What hurts at a touchpoint. On one line, or with a body.',
            example: `journey firstBoots {
    stage choose {
        touchpoint fitting "Tries boots on" {
            pain "Nobody free to help" severity medium
            pain sizes "Sizes differ by brand" {
                severity high
                cost 40000 per year
                evidence survey 2026-06-12 sample 412 "38 % were unsure"
            }
        }
    }
}`,
        },
        {
            type: 'Opportunity',
            title: 'opportunity',
            text: 'What could be better. `addresses` names pains, of other touchpoints too; initiatives deliver it.',
            example: `journey firstBoots {
    stage choose {
        touchpoint fitting "Tries boots on" {
            pain sizes "Sizes differ by brand"
            opportunity advisor "Size advisor" addresses sizes impact high effort medium
        }
    }
}`,
        },
        {
            type: 'Evidence',
            title: 'evidence',
            text: 'How it is known: the method, the day, how many were asked, and what was found.',
            example: `journey firstBoots {
    stage choose {
        touchpoint fitting "Tries boots on" { evidence interview 2026-05-03 sample 12 "Nine came back with another size" }
    }
}`,
        },
    ],
};
