import type { CrmModel, Flow, System } from '../../src/model/crm-model.ts';
import { entity, flow, mapOf, system } from '../helpers/landscape-maps.ts';

/** The shapes of map that layout is measured and tested with. */
export const shapes = ['tree', 'mesh', 'hub', 'circles'] as const;
export type Shape = (typeof shapes)[number];

/** How things are called: by short English names, by long ones, or in scripts that take a whole em and in pictographs. */
export type Naming = 'short' | 'long' | 'wide';

export interface GeneratedMap {
    readonly shape: Shape;
    readonly systems: number;
    /** Flows for each system; the shape decides between which. */
    readonly density: number;
    readonly naming?: Naming;
    /** How many categories the systems have; a twelfth of the systems without it. */
    readonly groups?: number;
    readonly seed?: number;
}

/** Numbers below a limit, the same in each run: a linear congruential generator (Numerical Recipes). */
export function seeded(seed: number): (limit: number) => number {
    let state = seed >>> 0;
    return (limit) => {
        state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
        return Math.floor((state / 2 ** 32) * limit);
    };
}

const categories = [
    'crm',
    'commerce',
    'erp',
    'support',
    'marketing-automation',
    'middleware',
    'point-of-sale',
    'analytics',
    'data-platform',
    'identity',
    'content',
    'payment',
    'logistics',
    'loyalty',
    'billing',
    'archive',
];

const systemWords: Readonly<Record<Naming, readonly string[]>> = {
    short: ['CRM', 'Web shop', 'ERP', 'Service desk', 'Mailer', 'Event bus', 'Tills', 'Reports', 'Lake', 'Login', 'CMS', 'Pay'],
    long: [
        'Customer relationship management of the retail division',
        'Web shop for business customers and resellers',
        'Central enterprise resource planning',
        'Service desk and field service planning',
    ],
    wide: ['顧客管理', 'ショップ 🛍️', '基幹システム', 'サービスデスク', 'メール配信 ✉️', '데이터 레이크'],
};

const flowWords: Readonly<Record<Naming, readonly string[]>> = {
    short: ['Orders', 'Customer profile', 'Tickets', 'Prices', 'Stock', 'Consents', 'Sign-ups', ''],
    long: ['Every change of an address that a customer made on any channel', 'Loyalty sign-ups, by spreadsheet', 'Orders with lines, prices and discounts', ''],
    wide: ['注文データ', '顧客プロフィール', '📦 在庫', '가격'],
};

const timings = [undefined, 'real-time', 'near-real-time', 'scheduled', 'manual'];

/** A map that looks like one of a company: few systems have many flows, and most flows stay near. The same arguments give the same map. */
export function generatedMap({ shape, systems: count, density, naming = 'short', groups, seed = 1 }: GeneratedMap): CrmModel {
    const next = seeded(seed * 7919 + count * 31 + shape.length);
    const kinds = groups ?? Math.max(1, Math.min(16, Math.round(count / 12) + 3));
    const systems = Array.from({ length: count }, (_, index): System => {
        const words = systemWords[naming];
        const id = `s${index}`;
        return system(id, {
            category: categories[index % kinds] ?? `area-${index % kinds}`,
            title: `${words[next(words.length)]} ${index + 1}`,
            ...(next(3) === 0 ? { vendor: 'Contoso' } : {}),
            entities: Array.from({ length: next(4) }, (__, at) => entity(id, `Record${at}`, next(2) === 0)),
        });
    });
    const wanted = Math.round(count * density);
    const flows: Flow[] = [];
    for (let index = 0; index < wanted; index += 1) {
        const [from, to] = ends(shape, index, count, next);
        const words = flowWords[naming];
        flows.push(
            flow(`f${index}`, `s${from}`, `s${to}`, {
                title: words[next(words.length)] ?? '',
                timing: timings[next(timings.length)],
                twoWay: next(8) === 0,
                personal: next(3) === 0,
                via: shape === 'hub' && next(6) === 0 ? ['s0'] : [],
            }),
        );
    }
    return mapOf(systems, flows);
}

function ends(shape: Shape, index: number, count: number, next: (limit: number) => number): readonly [number, number] {
    const other = (not: number): number => (not + 1 + next(count - 1)) % count;
    switch (shape) {
        case 'tree': {
            const child = 1 + (index % (count - 1));
            return [Math.floor((child - 1) / 3), child];
        }
        case 'hub': {
            const spoke = 1 + next(count - 1);
            const hub = next(4) === 0 ? spoke % Math.max(1, Math.floor(count / 20)) : 0;
            return next(2) === 0 ? [spoke, hub] : [hub, spoke];
        }
        case 'circles':
            if (index < count) return [index, (index + 1) % count];
            break;
        case 'mesh':
            break;
    }
    const from = next(count);
    // Two of three flows end near where they start.
    return [from, next(3) === 0 ? other(from) : (from + 1 + next(Math.min(8, count - 1))) % count];
}
