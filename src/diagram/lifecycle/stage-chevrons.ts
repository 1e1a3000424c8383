import type { Block, Mark } from '../marks.ts';
import { chevron } from '../paths.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, wrapText } from '../text-metrics.ts';
import type { StageContent } from './lifecycle-content.ts';
import type { StageColumns } from './stage-columns.ts';

const point = 14;

/** The stages as chevrons with their owners, and their objectives below. */
export function stageChevrons(stages: readonly StageContent[], columns: StageColumns): Block {
    const hasOwners = stages.some(({ owner }) => owner !== undefined);
    const room = (index: number): number => columns.pitch - (index === 0 ? 16 : 24) - (index === stages.length - 1 ? 6 : point + 4);
    const titles = stages.map(({ stage }, index) => wrapText(stage.title, room(index), fontOf('lifecycle-title')));
    const owners = stages.map(({ owner }, index) => wrapText(owner ?? 'no owner', room(index) - 16, fontOf('body')));
    const ownerY = 46 + (Math.max(1, ...titles.map((lines) => lines.length)) - 1) * 16;
    const ownerLines = hasOwners ? Math.max(1, ...owners.map((lines) => lines.length)) : 0;
    const height = Math.max(60, (hasOwners ? ownerY + (ownerLines - 1) * 15 : ownerY - 20) + 14);
    const titleTop = hasOwners ? 26 : 34 - ((Math.max(1, ...titles.map((lines) => lines.length)) - 1) * 16) / 2 + (height - 60) / 2;

    const objectives = stages.map(({ stage }) => wrapText(stage.objective ?? '', columns.cellWidth, fontOf('objective')));
    const objectiveLines = Math.max(0, ...objectives.map((lines) => lines.length));
    const marks = stages.map((content, index): Mark => {
        const { stage, owner } = content;
        const x = columns.bound(index);
        const textX = x + (index === 0 ? 16 : 24);
        const isLast = index === stages.length - 1;
        const shape = chevron(x, 0, isLast ? columns.pitch : columns.pitch - 3, height, {
            point,
            start: index === 0 ? 'square' : 'notch',
            end: isLast ? 'square' : 'point',
        });
        return {
            type: 'group',
            thing: { kind: 'lifecycle-stage', id: stage.id, label: stageLabel(content) },
            marks: [
                { type: 'path', d: shape, style: 'sunk' },
                ...textLines(titles[index] ?? [], textX, titleTop, 16, 'lifecycle-title'),
                ...(owner === undefined
                    ? []
                    : [{ type: 'icon', icon: 'owner', x: textX - 2, y: ownerY - 12, scale: 0.85, style: ['icon', 'stroke-ink3'] } as const]),
                ...(hasOwners
                    ? textLines(owners[index] ?? [], textX + (owner === undefined ? 0 : 16), ownerY, 15, owner === undefined ? ['body', 'fill-ink3'] : 'body')
                    : []),
                ...(objectiveLines === 0
                    ? []
                    : (objectives[index] ?? []).length === 0
                      ? textLines(['–'], columns.x(index), height + 28, 18, ['body', 'fill-ink3'])
                      : textLines(objectives[index] ?? [], columns.x(index), height + 28, 18, 'objective')),
            ],
        };
    });
    const bottom = objectiveLines === 0 ? height + 24 : height + 28 + (objectiveLines - 1) * 18 + 26;
    return { width: columns.width, height: bottom, marks };
}

function stageLabel({ stage, owner }: StageContent): string {
    const whose = owner === undefined ? '' : `, owner ${owner}`;
    return `${stage.title}${whose}${stage.objective === undefined ? '' : `: ${stage.objective}`}`;
}
