import type { IconName } from '../diagram/icon-names.ts';

/** A part of an icon on its own grid: path data, a circle (centre, radius) or a box (place, size, corner radius). */
export type IconPart =
    | string
    | { readonly circle: readonly [x: number, y: number, radius: number] }
    | { readonly box: readonly [x: number, y: number, width: number, height: number, radius: number] };

const circle = (x: number, y: number, radius: number): IconPart => ({ circle: [x, y, radius] });
const box = (x: number, y: number, width: number, height: number, radius: number): IconPart => ({ box: [x, y, width, height, radius] });

/** The drawings. A dot is a line of no length with a round cap. */
export const icons: Readonly<Record<IconName, readonly IconPart[]>> = {
    // Systems
    crm: [box(1.8, 3, 12.4, 10, 1.8), circle(5.6, 6.8, 1.5), 'M3.5 10.7c.4-2.1 3.8-2.1 4.2 0M10 6.6h2.2M10 9.4h2.2'],
    commerce: ['M3.6 5.6h8.8l.9 8.1H2.7zM5.8 7.6V4.5a2.2 2.2 0 0 1 4.4 0v3.1'],
    'marketing-automation': ['M2.4 6.4v3.2h2.4l5.8 3V3.4l-5.8 3zM13 6.2a2.7 2.7 0 0 1 0 3.6M5.2 10l.8 3.4'],
    support: ['M3.2 9V7.8a4.8 4.8 0 0 1 9.6 0V9M12.8 12.4c0 1.2-1.4 1.8-3.2 1.8', box(2, 8.8, 2.6, 3.8, 1.2), box(11.4, 8.8, 2.6, 3.8, 1.2)],
    erp: ['M8 2.2l5.8 2.9L8 8 2.2 5.1zM2.2 8L8 10.9 13.8 8M2.2 10.9L8 13.8l5.8-2.9'],
    middleware: ['M1.8 8h12.4M4.8 8V4.6M11.2 8V4.6M8 8v3.4', circle(4.8, 3.3, 1.3), circle(11.2, 3.3, 1.3), circle(8, 12.7, 1.3)],
    'point-of-sale': ['M3.8 2.2h8.4v11.6l-1.4-1.1-1.4 1.1L8 12.7l-1.4 1.1-1.4-1.1-1.4 1.1zM6.1 5.5h3.8M6.1 8.3h3.8'],
    analytics: ['M2.2 13.6h11.6M4.2 11V8.4M8 11V3M11.8 11V5.8'],
    'data-platform': ['M3 4v8c0 2.6 10 2.6 10 0V4M3 8c0 2.6 10 2.6 10 0M3 4c0-2.6 10-2.6 10 0s-10 2.6-10 0z'],
    identity: ['M8 1.9l5.2 1.9v4c0 3-2.1 5.1-5.2 6.3-3.1-1.2-5.2-3.3-5.2-6.3v-4zM5.7 7.9l1.7 1.7 3-3.2'],
    content: ['M3.6 2.2h5.8l3 3v8.6H3.6zM9.2 2.4v3h3M6 8.4h4M6 11h4'],
    payment: [box(1.8, 3.4, 12.4, 9.2, 1.6), 'M1.8 6.5h12.4M4.4 10h2.4'],
    loyalty: [box(2.2, 5.4, 11.6, 3, 0.6), 'M3.4 8.4v5.2h9.2V8.4M8 5.4v8.2M8 5.4C4.2 5.4 4 2.2 6 2.2c1.6 0 2 2 2 3.2 0-1.2.4-3.2 2-3.2 2 0 1.8 3.2-2 3.2z'],
    spreadsheet: [box(2.2, 2.8, 11.6, 10.4, 1.4), 'M2.2 6.2h11.6M2.2 9.7h11.6M6.4 2.8v10.4'],
    square: [box(3, 3, 10, 10, 1.8)],
    // Channels
    social: [circle(4, 8, 1.9), circle(11.8, 3.8, 1.9), circle(11.8, 12.2, 1.9), 'M5.7 7.1l4.4-2.4M5.7 8.9l4.4 2.4'],
    website: [box(1.8, 2.8, 12.4, 10.4, 1.8), 'M1.8 6h12.4M4 4.4h0M6 4.4h0'],
    email: [box(1.8, 3.4, 12.4, 9.2, 1.6), 'M2.5 4.6L8 8.9l5.5-4.3'],
    phone: ['M4.2 2.2l1.9.2 1.1 2.9-1.4 1.3a8.2 8.2 0 0 0 3.6 3.6l1.3-1.4 2.9 1.1.2 1.9c.1 1-.8 2-1.9 1.9A10 10 0 0 1 2.3 4.1c-.1-1.1.9-2 1.9-1.9z'],
    store: ['M3.2 7.4v6.2h9.6V7.4M6.6 13.6V9.8h2.8v3.8M2 5.4l1.2-3h9.6l1.2 3a2 2 0 0 1-4 0 2 2 0 0 1-4 0 2 2 0 0 1-4 0z'],
    chat: [
        'M4 2.8h8A1.8 1.8 0 0 1 13.8 4.6v4.6A1.8 1.8 0 0 1 12 11H7.6l-3 2.6V11H4a1.8 1.8 0 0 1-1.8-1.8V4.6A1.8 1.8 0 0 1 4 2.8zM5.6 6.9h0M8 6.9h0M10.4 6.9h0',
    ],
    app: [box(4, 1.8, 8, 12.4, 1.8), 'M7.2 11.8h1.6'],
    post: [box(1.8, 3.2, 12.4, 9.6, 1.2), box(9.2, 5.4, 2.8, 3, 0.4), 'M4.2 8.2h2.6M4.2 10.4h5'],
    channel: [circle(8, 8, 1.6), 'M4.9 11.1a4.4 4.4 0 0 1 0-6.2M11.1 4.9a4.4 4.4 0 0 1 0 6.2M2.9 13.1a7.2 7.2 0 0 1 0-10.2M13.1 2.9a7.2 7.2 0 0 1 0 10.2'],
    // Signs
    automated: [
        circle(8, 8, 2),
        circle(8, 8, 4.6),
        'M8 1.6v1.8M8 12.6v1.8M1.6 8h1.8M12.6 8h1.8M3.5 3.5l1.3 1.3M11.2 11.2l1.3 1.3M3.5 12.5l1.3-1.3M11.2 4.8l1.3-1.3',
    ],
    assisted: [circle(5, 6.4, 2), 'M1.4 13.8c0-5.2 7.2-5.2 7.2 0', circle(11.6, 5.2, 1.9), 'M11.6 1.5v1M11.6 7.9v1M7.9 5.2h1M14.3 5.2h1'],
    manual: [
        'M5.2 9V4a1 1 0 0 1 2 0v3.4M7.2 7.2V2.8a1 1 0 0 1 2 0v4.4M9.2 7.2V3.6a1 1 0 0 1 2 0v4.2M11.2 6.4a1 1 0 0 1 2 0v3.4c0 2.5-1.8 4.2-4.2 4.2-1.7 0-2.9-.7-3.7-2.1L3 8.5a1 1 0 0 1 1.7-1.1L5.2 8.2',
    ],
    time: [circle(8, 8, 5.8), 'M8 4.6V8l2.3 1.6'],
    owner: [circle(8, 5.2, 2.5), 'M3.2 13.4c0-5.8 9.6-5.8 9.6 0z'],
    thought: ['M3.8 2.8h8.4a1.6 1.6 0 0 1 1.6 1.6v4.8a1.6 1.6 0 0 1-1.6 1.6H7.6l-3 2.6v-2.6h-.8a1.6 1.6 0 0 1-1.6-1.6V4.4a1.6 1.6 0 0 1 1.6-1.6z'],
    action: ['M3 8h9.6M8.8 4.2L12.6 8l-3.8 3.8'],
    delight: ['M8 13.4C3.7 10.3 2 8.2 2 6a3 3 0 0 1 6-.9A3 3 0 0 1 14 6c0 2.2-1.7 4.3-6 7.4z'],
    pain: ['M8 2.4l6 10.8H2zM8 6.4v3.4M8 11.5h0'],
    opportunity: ['M6.2 11.2c0-1.7-2-2.3-2-4.9a3.8 3.8 0 0 1 7.6 0c0 2.6-2 3.2-2 4.9zM6.4 13.8h3.2'],
    initiative: ['M4 14V2.6h8.4l-2 2.9 2 2.9H4'],
    goal: [circle(8, 8, 5.6), circle(8, 8, 2)],
    'data-in': ['M8 2.4v7.4M4.8 6.8L8 10l3.2-3.2M2.6 13.4h10.8'],
    'data-out': ['M8 10V2.6M4.8 5.8L8 2.6l3.2 3.2M2.6 13.4h10.8'],
    warning: ['M8 2.4l6 10.8H2zM8 6.4v3.4M8 11.5h0'],
    error: [circle(8, 8, 5.8), 'M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4'],
    evidence: [circle(7, 7, 4.2), 'M10.2 10.2l3.6 3.6'],
    key: [circle(4.6, 8, 2.7), 'M7.3 8h6.5v2.6M11 8v2'],
    down: ['M8 3v9.6M4.4 9L8 12.6 11.6 9'],
    up: ['M8 13V3.4M4.4 7L8 3.4 11.6 7'],
    // Glyphs
    diamond: ['M6 .9L11.1 6 6 11.1.9 6z'],
    person: [circle(6, 3.3, 2.4), 'M1.3 11.2c0-6 9.4-6 9.4 0z'],
    star: ['M6 .5l1.7 3.5 3.8.5-2.8 2.7.7 3.8L6 9.2l-3.4 1.8.7-3.8L.5 4.5 4.3 4z'],
    required: ['M6 1.6v8.8M2.2 3.8l7.6 4.4M9.8 3.8L2.2 8.2'],
};
