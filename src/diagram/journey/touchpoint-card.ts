import type { Channel, CrmModel, Journey, Touchpoint } from '../../model/crm-model.ts';
import { channelIcon } from '../icon-names.ts';
import { titleOf } from '../landscape/card-content.ts';
import type { Block, Mark, ThingRef } from '../marks.ts';
import { painWords } from '../overlay-words.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, textWidth, wrapText } from '../text-metrics.ts';
import { durationWords, percentWords } from '../words/value-words.ts';

const inner = 10;
const leastHeight = 72;
/** A title that stands lower than this, and a card that is so much higher than most, do not set the measure for the others. */
const mostTitle = 80;
const mostHigher = 32;

/** What a view shows on the cards of touchpoints. */
export interface CardOptions {
    readonly labels: boolean;
    readonly facts: boolean;
    readonly overlays: ReadonlySet<string>;
    /** Ways to and from touchpoints of other rows, in words. */
    readonly elsewhere?: ReadonlyMap<string, readonly FarWay[]> | undefined;
}

/** A way whose other end stands in another row. */
export interface FarWay {
    readonly text: string;
    readonly thing: ThingRef;
    /** It comes from there. */
    readonly isIn?: boolean;
}

/** A touchpoint with the least height that its card needs besides its words. */
export interface CardPlan {
    readonly touchpoint: Touchpoint;
    readonly leastHeight: number;
}

/** The cards of touchpoints, all so many px wide: their titles in line, their heights alike, as far as no card is much higher than others. */
export function touchpointCards(plans: readonly CardPlan[], model: CrmModel, journey: Journey, width: number, options: CardOptions): Block[] {
    const channels = new Map(model.channels.map((channel) => [channel.id, channel]));
    const heads = plans.map(({ touchpoint }) => headOf(touchpoint, channels, width));
    const titleY = Math.max(0, ...heads.map((head) => head.titleY).filter((y) => y <= mostTitle));
    const bodies = plans.map(({ touchpoint }, index) =>
        bodyOf(touchpoint, Math.max(titleY, heads[index]?.titleY ?? 0), width, lineTexts(touchpoint, model, journey, options)),
    );
    const own = plans.map((plan, index) => Math.max(leastHeight, plan.leastHeight, bodies[index]?.height ?? 0));
    const median = own.toSorted((a, b) => a - b)[Math.floor(own.length / 2)] ?? leastHeight;
    const common = Math.max(leastHeight, ...own.filter((height) => height <= median + mostHigher));
    return plans.map(({ touchpoint }, index) =>
        card(
            touchpoint,
            [...(heads[index]?.marks ?? []), ...(bodies[index]?.marks ?? [])],
            { width, height: Math.max(common, own[index] ?? 0) },
            channels,
            options,
        ),
    );
}

interface Head {
    readonly marks: readonly Mark[];
    /** The least baseline of the title. */
    readonly titleY: number;
}

/** Channels and signs above the title. */
function headOf(touchpoint: Touchpoint, channels: ReadonlyMap<string, Channel>, width: number): Head {
    const marks: Mark[] = [];
    let signs = 0;
    if (touchpoint.momentOfTruth) {
        signs += 1;
        marks.push({ type: 'icon', icon: 'star', x: width - 23, y: 9, scale: 1.15, style: 'fill-amber' });
    }
    // Something observed or measured stands behind it.
    if (touchpoint.evidence.length > 0) {
        marks.push({ type: 'icon', icon: 'evidence', x: width - 25 - signs * 20, y: 9, style: ['icon', 'stroke-ink2'] });
        signs += 1;
    }
    let y = 21;
    touchpoint.channels.forEach((id, index) => {
        const channel = channels.get(id);
        if (channel === undefined) {
            return;
        }
        const whole = width - 31 - inner;
        const besides = whole - (index === 0 && signs > 0 ? signs * 20 - 2 : 0);
        const isNarrow = channel.title.split(/\s+/u).some((word) => textWidth(word, fontOf('small')) > besides);
        if (isNarrow && besides < whole) {
            y += 18;
        }
        const lines = wrapText(channel.title, isNarrow ? whole : besides, fontOf('small'));
        marks.push({ type: 'icon', icon: channelIcon(channel.name, channel.title), x: inner, y: y - 12, style: ['icon', 'stroke-ink2'] });
        marks.push(...textLines(lines, 31, y, 13, 'small'));
        y += 18 + (lines.length - 1) * 13;
    });
    if (y === 21) {
        return { marks, titleY: signs > 0 ? 44 : 24 };
    }
    return { marks, titleY: Math.max(y + 5, 44) };
}

interface CardLine {
    readonly text: string;
    readonly isPain?: boolean;
    /** Makes the line a thing of its own: a way that goes on elsewhere. */
    readonly way?: FarWay;
}

/** The title, and what is said below it. */
function bodyOf(
    touchpoint: Touchpoint,
    titleY: number,
    width: number,
    texts: readonly CardLine[],
): { readonly marks: readonly Mark[]; readonly height: number } {
    const room = width - 2 * inner;
    const name = wrapText(touchpoint.title, room, fontOf('name'));
    const marks: Mark[] = [...textLines(name, inner, titleY, 15, 'name')];
    let bottom = titleY + (Math.max(1, name.length) - 1) * 15;
    for (const { text, isPain = false, way } of texts) {
        const isOut = way !== undefined && way.isIn !== true;
        const indent = isPain || isOut ? 17 : 0;
        const lines = wrapText(text, room - indent, fontOf('small'));
        const drawn: Mark[] = [];
        if (isPain) {
            drawn.push({ type: 'icon', icon: 'pain', x: inner - 1, y: bottom + 5, scale: 0.85, style: ['icon', 'stroke-red'] });
        } else if (isOut) {
            drawn.push({ type: 'icon', icon: 'action', x: inner - 2, y: bottom + 6, scale: 0.8, style: ['icon', 'stroke-ink2'] });
        }
        drawn.push(...textLines(lines, inner + indent, bottom + 16, 13, indent > 0 || way !== undefined ? ['small', 'fill-ink2'] : 'small'));
        marks.push(...(way === undefined ? drawn : [{ type: 'group', thing: way.thing, inner: true, marks: drawn } as const]));
        bottom += 16 + (lines.length - 1) * 13;
    }
    return { marks, height: Math.ceil((bottom + 13) / 4) * 4 };
}

function lineTexts(touchpoint: Touchpoint, model: CrmModel, journey: Journey, { labels, facts, overlays, elsewhere }: CardOptions): CardLine[] {
    const pains = overlays.has('pain') ? painWords(touchpoint.pains) : '';
    return [
        ...(facts ? factsOf(touchpoint) : []),
        ...(labels ? repeatsOf(journey, touchpoint) : []),
        ...(overlays.has('owner') && touchpoint.owner !== undefined ? [`owner ${titleOf(model.teams, touchpoint.owner)}`] : []),
    ]
        .map((text): CardLine => ({ text }))
        .concat(pains === '' ? [] : [{ text: pains, isPain: true }])
        .concat((elsewhere?.get(touchpoint.id) ?? []).map((way) => ({ text: way.text, way })));
}

function factsOf(touchpoint: Touchpoint): string[] {
    return [...(touchpoint.by === 'company' ? ['by the company'] : []), ...durationFacts(touchpoint)];
}

/** How long a touchpoint takes, and how many leave at it. */
export function durationFacts(touchpoint: Touchpoint): string[] {
    return [
        ...(touchpoint.takes ? [`takes ${durationWords(touchpoint.takes)}`] : []),
        ...(touchpoint.abandons === undefined ? [] : [`${percentWords(touchpoint.abandons)} leave here`]),
    ];
}

/** The words of ways from a touchpoint to itself: their loops are too small to carry them, so they stand on the card. */
export function repeatsOf(journey: Journey, touchpoint: Touchpoint): string[] {
    return journey.ways.filter((way) => way.from === touchpoint.id && way.to === touchpoint.id).flatMap((way) => (way.when ? [`again: ${way.when}`] : []));
}

function card(
    touchpoint: Touchpoint,
    content: readonly Mark[],
    size: { readonly width: number; readonly height: number },
    channels: ReadonlyMap<string, Channel>,
    { overlays }: CardOptions,
): Block {
    const titles = touchpoint.channels.flatMap((id) => channels.get(id)?.title ?? []);
    const pains = overlays.has('pain') ? painWords(touchpoint.pains) : '';
    const label = [touchpoint.title, ...titles, ...(touchpoint.momentOfTruth ? ['moment of truth'] : []), ...(pains === '' ? [] : [pains])].join(', ');
    const ground: Mark = { type: 'rect', x: 0, y: 0, ...size, radius: 8, style: touchpoint.momentOfTruth ? ['card', 'moment-of-truth'] : 'card' };
    return { ...size, marks: [{ type: 'group', thing: { kind: 'touchpoint', id: touchpoint.id, label }, marks: [ground, ...content] }] };
}
