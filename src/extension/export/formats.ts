import { l10n } from 'vscode';
import type { ExportFormat } from '../../protocol.ts';

/** What a preview can be saved as. */
export interface SaveFormat {
    readonly format: ExportFormat | 'png';
    readonly label: string;
    readonly detail: string;
    /** The ending of its file; several files are made where there is none. */
    readonly ending?: string;
    /** Whether it is about the whole map, whatever view is shown. */
    readonly whole?: boolean;
}

/** All formats, in the order in which they are offered. */
export function saveFormats(): SaveFormat[] {
    return [
        { format: 'svg', label: 'SVG', detail: l10n.t('A picture that stays sharp at any size'), ending: 'svg' },
        { format: 'png', label: 'PNG', detail: l10n.t('A picture in pixels, for slides and mails'), ending: 'png' },
        { format: 'pdf', label: 'PDF', detail: l10n.t('For printing and filing'), ending: 'pdf' },
        { format: 'html', label: 'HTML', detail: l10n.t('A page to move about in, that asks for nothing else'), ending: 'html' },
        { format: 'drawio', label: 'draw.io', detail: l10n.t('To be changed by hand in diagrams.net'), ending: 'drawio' },
        { format: 'mermaid', label: 'Mermaid', detail: l10n.t('Text for wikis and merge requests'), ending: 'mmd' },
        { format: 'markdown', label: 'Markdown', detail: l10n.t('A document of the whole map, with its pictures'), whole: true },
        { format: 'json', label: 'JSON', detail: l10n.t('The model of the whole map, for programs'), ending: 'json', whole: true },
        { format: 'csv', label: 'CSV', detail: l10n.t('Registers of the whole map: systems, interfaces, fields'), whole: true },
    ];
}
