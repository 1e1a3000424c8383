/** Every icon that a picture can show, by what it means; `src/render/icons.ts` draws them. */
export type IconName = CategoryIcon | ChannelIcon | SignIcon | GlyphIcon;

/** The kinds of system; `square` stands for any other. 16 px grid. */
export type CategoryIcon =
    | 'crm'
    | 'commerce'
    | 'marketing-automation'
    | 'support'
    | 'erp'
    | 'middleware'
    | 'point-of-sale'
    | 'analytics'
    | 'data-platform'
    | 'identity'
    | 'content'
    | 'payment'
    | 'loyalty'
    | 'spreadsheet'
    | 'square';

/** The ways to meet a customer; `channel` stands for any other. 16 px grid. */
export type ChannelIcon = 'social' | 'website' | 'email' | 'phone' | 'store' | 'chat' | 'app' | 'post' | 'channel';

/** 16 px grid, drawn by strokes. */
export type SignIcon =
    | 'automated'
    | 'assisted'
    | 'manual'
    | 'time'
    | 'owner'
    | 'thought'
    | 'action'
    | 'delight'
    | 'pain'
    | 'opportunity'
    | 'initiative'
    | 'goal'
    | 'data-in'
    | 'data-out'
    | 'warning'
    | 'error'
    | 'evidence'
    | 'key'
    | 'down'
    | 'up';

/** 12 px grid; `diamond`, `person` and `star` are made to be filled, `required` (an asterisk) is drawn by strokes. */
export type GlyphIcon = 'diamond' | 'person' | 'star' | 'required';

const glyphs: ReadonlySet<string> = new Set<GlyphIcon>(['diamond', 'person', 'star', 'required']);

/** The side of an icon's own grid in px. */
export function iconSize(icon: IconName): 12 | 16 {
    return glyphs.has(icon) ? 12 : 16;
}

/** Icons that look right with a fill; all others want a stroke and the style `icon`. */
export function isFilledIcon(icon: IconName): boolean {
    return icon === 'diamond' || icon === 'person' || icon === 'star';
}

const categories: Readonly<Record<string, IconName>> = {
    crm: 'crm',
    erp: 'erp',
    commerce: 'commerce',
    'marketing-automation': 'marketing-automation',
    support: 'support',
    analytics: 'analytics',
    'data-warehouse': 'data-platform',
    cdp: 'data-platform',
    mdm: 'data-platform',
    middleware: 'middleware',
    'point-of-sale': 'point-of-sale',
    telephony: 'phone',
    payment: 'payment',
    loyalty: 'loyalty',
    identity: 'identity',
    website: 'website',
    content: 'content',
    'mobile-app': 'app',
    spreadsheet: 'spreadsheet',
};

/** The icon of a system's category; a plain square for `other`, none or an unknown one. */
export function categoryIcon(category: string | undefined): IconName {
    return (category !== undefined && Object.hasOwn(categories, category) && categories[category]) || 'square';
}

const channelWords: readonly (readonly [ChannelIcon, readonly string[]])[] = [
    ['post', ['post', 'postal', 'letter', 'letters', 'parcel', 'brochure', 'catalogue', 'catalog', 'direct mail', 'leaflet', 'flyer']],
    ['email', ['email', 'emails', 'e mail', 'mail', 'newsletter', 'mailing']],
    [
        'chat',
        ['chat', 'chatbot', 'bot', 'whatsapp', 'messenger', 'messaging', 'message', 'messages', 'sms', 'text message', 'telegram', 'wechat', 'line', 'signal'],
    ],
    [
        'social',
        [
            'social',
            'instagram',
            'facebook',
            'tiktok',
            'linkedin',
            'twitter',
            'youtube',
            'pinterest',
            'snapchat',
            'reddit',
            'mastodon',
            'threads',
            'influencer',
            'community',
            'forum',
        ],
    ],
    ['app', ['app', 'apps', 'ios', 'android', 'mobile app', 'push']],
    ['website', ['website', 'web', 'webshop', 'site', 'online', 'homepage', 'portal', 'internet', 'landing', 'marketplace', 'search', 'blog', 'ecommerce']],
    ['phone', ['phone', 'telephone', 'call', 'calls', 'call center', 'call centre', 'hotline', 'mobile', 'ivr', 'voice', 'contact centre', 'contact center']],
    [
        'store',
        [
            'store',
            'stores',
            'shop',
            'shops',
            'branch',
            'branches',
            'outlet',
            'showroom',
            'till',
            'tills',
            'retail',
            'counter',
            'office',
            'dealer',
            'event',
            'fair',
        ],
    ],
];

/** The icon of a channel, chosen by the words of its name and title; a plain one where none is known. */
export function channelIcon(name: string, title = ''): IconName {
    const words = ` ${`${title} ${name}`
        .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
    for (const [icon, known] of channelWords) {
        if (known.some((word) => words.includes(` ${word} `))) {
            return icon;
        }
    }
    return 'channel';
}
