import type { Evidence } from '../../model/crm-model.ts';
import type { Mark } from '../marks.ts';
import { textLines } from '../text-lines.ts';
import { fontOf, linesWidth, wrapText } from '../text-metrics.ts';
import { dateWords, numberWords } from '../words/value-words.ts';
import { label } from '../words/vocabulary-words.ts';

const iconRoom = 20;
const pad = 4;

export interface EvidencePlate {
    readonly width: number;
    readonly height: number;
    /** The plate at a place, its lines set to the left or to the right. */
    marksAt(x: number, y: number, set: 'start' | 'end'): Mark[];
}

/** `Survey, 12 Jun 2026, sample 412`. */
export function evidenceSource(evidence: Evidence): string {
    return [
        label(evidence.method),
        ...(evidence.date === undefined ? [] : [dateWords(evidence.date)]),
        ...(evidence.sample === undefined ? [] : [`sample\u00a0${numberWords(evidence.sample)}`]),
    ].join(', ');
}

/** A finding with its source on a plate of canvas no wider than so many px. */
export function evidencePlate(evidence: Evidence, mostWidth: number): EvidencePlate {
    const findingFont = fontOf('name');
    const sourceFont = fontOf('small');
    const finding = wrapText(evidence.finding, mostWidth - iconRoom - 2 * pad, findingFont);
    const source = wrapText(evidenceSource(evidence), mostWidth - 2 * pad, sourceFont);
    const findingWidth = linesWidth(finding, findingFont) + iconRoom;
    const width = Math.ceil(Math.max(findingWidth, linesWidth(source, sourceFont))) + 2 * pad;
    const sourceY = 11 + finding.length * 15;
    const height = sourceY + (source.length - 1) * 13 + 4;
    const spoken = `Evidence: ${evidenceSource(evidence)}: ${evidence.finding}`;
    return {
        width,
        height,
        marksAt: (x, y, set) => {
            const atEnd = set === 'end';
            const left = atEnd ? x + width - pad - findingWidth : x + pad;
            const textX = atEnd ? x + width - pad : left + iconRoom;
            return [
                {
                    type: 'group',
                    thing: { kind: 'evidence', id: evidence.id, label: spoken },
                    marks: [
                        { type: 'rect', x, y, width, height, radius: 4, style: 'label-plate' },
                        { type: 'icon', icon: 'evidence', x: left, y: y - 1, scale: 0.9, style: ['icon', 'stroke-ink2'] },
                        ...textLines(finding, textX, y + 11, 15, 'name', atEnd ? 'end' : undefined),
                        ...textLines(source, atEnd ? textX : left, y + sourceY, 13, 'small', atEnd ? 'end' : undefined),
                    ],
                },
            ];
        },
    };
}
