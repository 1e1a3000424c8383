import { prettyFinding, summaryLine } from '../pretty.ts';
import type { Report } from './report.ts';

/** For people: each finding with its line of text, and how many there are. */
export const pretty: Report = {
    word: 'pretty',
    text: ({ files, findings, summary }, { line, colour }) => {
        if (files.length === 0) return '';
        const blocks = findings.map((finding) => `${prettyFinding(finding, line, colour)}\n`);
        return `${blocks.join('')}${summaryLine({ files: summary.files, error: summary.errors, warning: summary.warnings, info: summary.infos })}\n`;
    },
};
