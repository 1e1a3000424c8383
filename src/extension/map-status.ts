import {
    commands,
    Disposable,
    EventEmitter,
    l10n,
    languages,
    MarkdownString,
    StatusBarAlignment,
    type StatusBarItem,
    ThemeColor,
    type TextEditor,
    window,
} from 'vscode';
import { type MapFiles, type MapOfParams, readMapOf } from '../protocol.ts';
import { languageId, restartServerCommand, serverStoppedContext } from './names.ts';
import { findingsIn } from './outline/findings.ts';
import type { Finding } from './outline/outline-nodes.ts';
import { Rest } from './rest.ts';
import type { RuleTitles } from './rule-titles.ts';
import type { ServerWatch } from './server-watch.ts';
import type { ServerClient } from './server-client.ts';
import { addressOf, uriOf } from './addresses.ts';

/** The sign before each text, with a space that the status bar does not swallow. */
const map = '$(map)\u00a0';

const icons = ['error', 'warning', 'info'] as const;

/** What stands in the status bar. */
export interface ShownStatus {
    readonly text: string;
    /** What a click does. */
    readonly command: string | undefined;
}

/** The findings of the active map in the status bar; where the server does not run it says so, and a click starts it. */
export class MapStatus implements Disposable {
    private readonly changes = new EventEmitter<ShownStatus | undefined>();
    /** Fires with what stands in the status bar now; undefined once nothing does. */
    readonly onDidChange = this.changes.event;
    private readonly client: ServerClient;
    private readonly server: ServerWatch;
    private readonly titles: RuleTitles;
    private readonly item: StatusBarItem;
    private readonly listeners: Disposable;
    /** The files whose findings are counted. */
    private files: ReadonlySet<string> = new Set();
    /** Counts what was asked: an answer that comes late is left aside. */
    private asked = 0;

    constructor(client: ServerClient, server: ServerWatch, titles: RuleTitles) {
        this.server = server;
        this.client = client;
        this.titles = titles;
        this.item = window.createStatusBarItem('crmmap.findings', StatusBarAlignment.Left, 10);
        this.item.name = l10n.t('CRM Map: Findings');
        const found = new Rest(() => this.refresh());
        this.listeners = Disposable.from(
            this.item,
            this.changes,
            found,
            server.onDidChange(() => this.refresh()),
            window.onDidChangeActiveTextEditor(() => found.begin()),
            languages.onDidChangeDiagnostics(({ uris }) => {
                if (uris.some((uri) => this.files.has(uri.toString()))) found.begin();
            }),
        );
        this.refresh();
    }

    dispose(): void {
        this.listeners.dispose();
    }

    private active(): TextEditor | undefined {
        const editor = window.activeTextEditor;
        return editor?.document.languageId === languageId ? editor : undefined;
    }

    private refresh(): void {
        const asked = ++this.asked;
        const { state } = this.server;
        void commands.executeCommand('setContext', serverStoppedContext, state === 'gone');
        const editor = this.active();
        if (!editor) this.hide();
        else if (state === 'gone') this.showStopped();
        else if (state === 'waiting') this.showStarting();
        else void this.showFindings(editor, () => asked === this.asked);
    }

    private showStopped(): void {
        const says = l10n.t('The language server of CRM Map is not running. Click to start it.');
        this.show(`${map}$(debug-disconnect)`, says, says, restartServerCommand);
        this.item.backgroundColor = new ThemeColor('statusBarItem.warningBackground');
    }

    private showStarting(): void {
        const says = l10n.t('The language server of CRM Map is starting.');
        this.show(`${map}$(sync~spin)`, says, says, undefined);
    }

    private async showFindings(editor: TextEditor, isWanted: () => boolean): Promise<void> {
        const uri = addressOf(editor.document.uri);
        const params: MapOfParams = { uri };
        try {
            const found = await this.client.sendRequest<MapFiles | null>(readMapOf, params);
            const titles = await this.titles.read();
            if (!isWanted()) return;
            const { title, files } = found ?? { title: '', files: [uri] };
            this.files = new Set(files.map((file) => uriOf(file).toString()));
            const findings = findingsIn(files);
            const counts = `${title}: ${countsOf(findings)}`;
            const [errors, warnings] = [count(findings, 0), count(findings, 1)];
            const text = errors + warnings === 0 ? `${map}$(check)` : `${map}$(error) ${errors} $(warning) ${warnings}`;
            this.show(text, counts, tooltipOf(counts, findings, titles), 'workbench.actions.view.problems');
        } catch (error) {
            // A server that ends does not answer; its state is told on its own.
            if (this.client.isRunning()) this.client.error('The findings of the map could not be counted.', error, false);
        }
    }

    private show(text: string, spoken: string, tooltip: string | MarkdownString, command: string | undefined): void {
        this.item.text = text;
        this.item.tooltip = tooltip;
        this.item.command = command;
        this.item.accessibilityInformation = { label: spoken };
        this.item.backgroundColor = undefined;
        this.item.show();
        this.changes.fire({ text, command });
    }

    private hide(): void {
        this.item.hide();
        this.changes.fire(undefined);
    }
}

function count(findings: readonly Finding[], severity: number): number {
    return findings.filter((finding) => finding.severity === severity).length;
}

function countsOf(findings: readonly Finding[]): string {
    const [errors, warnings, infos] = [count(findings, 0), count(findings, 1), count(findings, 2)];
    const parts = [
        errors === 1 ? l10n.t('1 error') : l10n.t('{0} errors', errors),
        warnings === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warnings),
        ...(infos === 0 ? [] : [infos === 1 ? l10n.t('1 hint') : l10n.t('{0} hints', infos)]),
    ];
    return parts.join(', ');
}

/** So many rules are told one by one. */
const mostRules = 12;

/** The counts, and below them how often which rule speaks. */
function tooltipOf(counts: string, findings: readonly Finding[], titles: ReadonlyMap<string, string>): MarkdownString {
    const tooltip = new MarkdownString(undefined, true);
    tooltip.appendText(counts);
    const rules = new Map<string, { severity: Finding['severity']; times: number }>();
    for (const { code, severity } of findings) {
        const rule = rules.get(code);
        if (rule) rule.times++;
        else rules.set(code, { severity, times: 1 });
    }
    const sorted = [...rules].sort(([, a], [, b]) => a.severity - b.severity || b.times - a.times);
    const lines = sorted.slice(0, mostRules).map(([code, { severity, times }]) => `- $(${icons[severity]}) ${times} × ${titles.get(code) ?? ''} ${code}`);
    if (lines.length > 0) tooltip.appendMarkdown(`\n\n${lines.join('\n')}`);
    const more = sorted.length - mostRules;
    if (more > 0) tooltip.appendMarkdown(`\n- ${more === 1 ? l10n.t('1 more rule') : l10n.t('{0} more rules', more)}`);
    return tooltip;
}
