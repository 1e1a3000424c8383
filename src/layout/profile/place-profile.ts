import type { Point } from '../../diagram/geometry.ts';
import type { ProfileDiagram, ProfileItem, ProfileLink, ProfileSide } from '../../diagram/profile/profile-parts.ts';
import { channelPoints } from '../channel/channel-points.ts';
import type { RoutedChannel } from '../channel/route-channel.ts';
import { routeChannel } from '../channel/route-channel.ts';
import { endsOf } from './line-ends.ts';
import type { Rect } from '../rects.ts';
import { withoutSpare } from '../rects.ts';
import { frameCaption, framePadding } from './frame.ts';
import { aligned, bestFrame } from './align.ts';
import type { SideLink } from './stack.ts';
import { stacked } from './stack.ts';
import { systemZone } from './system-zone.ts';

/** Everything of a profile with its place, in the drawing's own coordinates, in px. */
export interface ProfileScene {
    readonly width: number;
    readonly height: number;
    readonly frame: Rect;
    readonly entity: Rect;
    /** Where the words for lines that end at the frame stand. */
    readonly zone?: Rect;
    readonly items: readonly PlacedItem[];
    readonly words: readonly { readonly x: number; readonly y: number; readonly entry: Extract<ProfileSide['entries'][number], { type: 'words' }> }[];
    readonly links: readonly PlacedLink[];
}

export interface PlacedItem {
    readonly item: ProfileItem;
    readonly card: Rect;
}

export interface PlacedLink {
    readonly link: ProfileLink;
    /** From the card to the entity. */
    readonly points: readonly Point[];
    readonly label?: Rect;
}

const leastGap = 76;
const trackPitch = 14;
/** Between the frame and the nearest upright line; more where heads stand at the frame itself, so that none is crossed. */
const trackRoom = { entity: 10, system: 20 };

/** Gives cards, the entity and the lines between them their places, in a drawing that is `leastWidth` px wide or more. */
export function placeScene(diagram: ProfileDiagram, leastWidth: number): ProfileScene {
    const { centre } = diagram;
    const sides = { left: stacked(diagram.left), right: stacked(diagram.right) };
    const zone = systemZone(centre, [...sides.left.links, ...sides.right.links]);
    const frameWidth = centre.block.width + 2 * framePadding.side;
    const head = frameCaption(centre).height;
    const leastFrame = head + centre.block.height + framePadding.bottom + zone.least;
    const frameY = bestFrame(diagram, sides, { head, zone: zone.least, height: leastFrame });
    const entityY = frameY + head;
    const zoneY = entityY + centre.block.height;
    const left = aligned(sides.left, centre, entityY, zoneY);
    const right = aligned(sides.right, centre, entityY, zoneY);
    const columns = Math.max(left.height, right.height);
    const leftEnds = endsOf(centre, left.links, entityY, zone.least);
    const rightEnds = endsOf(centre, right.links, entityY, zone.least);
    const zoneEnds = [...left.links, ...right.links]
        .filter((link) => link.link.lands.at === 'system')
        .map((link) => (leftEnds.get(link) ?? rightEnds.get(link)) as number);
    const frameHeight = Math.max(leastFrame, ...zoneEnds.map((y) => y + 26 - frameY));

    const [leftRoute, rightRoute] = [routed(left.links, leftEnds), routed(right.links, rightEnds)];
    const leftLeast = gapOf(left.links, leftRoute);
    const rightLeast = gapOf(right.links, rightRoute);
    const spare = Math.max(0, leastWidth - diagram.left.width - leftLeast - frameWidth - rightLeast - diagram.right.width) / 2;
    const [leftGap, rightGap] = [Math.floor(leftLeast + spare), Math.floor(rightLeast + spare)];
    const frameX = diagram.left.width + leftGap;
    const rightX = Math.max(frameX + frameWidth + rightGap, leastWidth - diagram.right.width);

    const entity: Rect = { x: frameX + framePadding.side, y: entityY, width: centre.block.width, height: centre.block.height };
    const frame: Rect = { x: frameX, y: frameY, width: frameWidth, height: frameHeight };
    const mirrored = (x: number): number => rightX - x;
    const leftLinks = left.links.map((each) =>
        placedLink(each, leftEnds, leftRoute, { gap: leftGap, room: roomBeside(left.links), cardX: diagram.left.width, frame, entity, at: (x) => x }),
    );
    const rightLinks = right.links.map((each) =>
        placedLink(each, rightEnds, rightRoute, {
            gap: rightX - frameX - frameWidth,
            room: roomBeside(right.links),
            cardX: 0,
            frame: { ...frame, x: mirrored(frame.x + frame.width) },
            entity: { ...entity, x: mirrored(entity.x + entity.width) },
            at: mirrored,
        }),
    );
    const links = [...leftLinks, ...rightLinks];
    return {
        width: rightX + diagram.right.width,
        height: Math.max(columns, frame.y + frame.height, ...links.flatMap((link) => link.points.map((point) => point.y + 4))),
        frame,
        entity,
        ...(zone.least === 0 ? {} : { zone: { x: entity.x, y: zoneY, width: entity.width, height: frame.y + frame.height - zoneY } }),
        items: [...left.items.map((each) => placedItem(each, 0)), ...right.items.map((each) => placedItem(each, rightX))],
        words: [...left.words.map((each) => ({ ...each, x: 0 })), ...right.words.map((each) => ({ ...each, x: rightX }))],
        links,
    };
}

function routed(links: readonly SideLink[], ends: ReadonlyMap<SideLink, number>): RoutedChannel {
    return routeChannel(links.map((each) => ({ id: each.link.id, from: each.y, to: ends.get(each) ?? each.y })));
}

/** Least room between a side and the frame: labels, then tracks. */
function gapOf(links: readonly SideLink[], route: RoutedChannel): number {
    const label = Math.max(0, ...links.map(({ link }) => link.label?.block.width ?? 0));
    return Math.max(leastGap, label + roomBeside(links) + (route.tracks === 0 ? 0 : (route.tracks - 1) * trackPitch + 12));
}

function roomBeside(links: readonly SideLink[]): number {
    return links.some(({ link }) => link.lands.at === 'system') ? trackRoom.system : trackRoom.entity;
}

interface LinkPlace {
    readonly gap: number;
    /** Between the frame and the nearest track. */
    readonly room: number;
    /** Where the card ends that the line leaves, counted so that the entity lies to the right. */
    readonly cardX: number;
    readonly frame: Rect;
    readonly entity: Rect;
    /** Back from that counting to the drawing's. */
    readonly at: (x: number) => number;
}

function placedLink(each: SideLink, ends: ReadonlyMap<SideLink, number>, route: RoutedChannel, place: LinkPlace): PlacedLink {
    const { link, y } = each;
    const { cardX, frame, entity, at, gap, room } = place;
    const endX = link.lands.at === 'system' ? frame.x : entity.x;
    const firstTrack = frame.x - room - Math.max(0, route.tracks - 1) * trackPitch;
    const points = channelPoints({ x: cardX, y }, endX, route.routes.get(link.id) ?? [], (track) => firstTrack + track * trackPitch);
    const labelRoom = route.tracks === 0 ? gap : firstTrack - cardX - 2;
    const { label } = link;
    const middle = cardX + Math.round(labelRoom / 2);
    // A head at the card takes its length from the bare line.
    const shifted = label === undefined ? 0 : Math.max(cardX + 5, middle - label.block.width / 2);
    return {
        link,
        points: withoutSpare(points.map((point) => ({ x: at(point.x), y: ends.get(each) === undefined ? y : point.y }))),
        ...(label === undefined
            ? {}
            : {
                  label: {
                      x: Math.min(at(shifted), at(shifted + label.block.width)),
                      y: y - label.lineY,
                      width: label.block.width,
                      height: label.block.height,
                  },
              }),
    };
}

function placedItem({ item, y }: { readonly item: ProfileItem; readonly y: number }, x: number): PlacedItem {
    return { item, card: { x, y: y + item.cardY, width: item.card.width, height: item.card.height } };
}
