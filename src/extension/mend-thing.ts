import { type CodeAction, CodeActionKind, commands, type Diagnostic, l10n, languages, type Range, type Uri, window, workspace } from 'vscode';

interface Way {
    readonly label: string;
    readonly detail: string;
    readonly action: CodeAction;
}

/** Lets the reader choose among the quick fixes of all that is wrong in a declaration, and does it. */
export async function mendThing(uri: Uri, declaration: Range): Promise<void> {
    await workspace.openTextDocument(uri);
    const problems = languages.getDiagnostics(uri).filter(({ range }) => declaration.contains(range));
    if (problems.length === 0) {
        void window.showInformationMessage(l10n.t('Nothing is wrong there.'));
        return;
    }
    const found = (await Promise.all(problems.map((problem) => waysOutOf(uri, problem)))).flat();
    // Problems at one place are asked for together, and each is given the ways out of all.
    const ways = [...new Map(found.toReversed().map((way) => [way.label, way])).values()].toReversed();
    if (ways.length === 0) {
        void window.showInformationMessage(problems.map(({ message }) => message).join(' '));
        return;
    }
    const chosen = await window.showQuickPick(ways, { title: l10n.t('Quick fixes'), placeHolder: l10n.t('What shall be done?'), matchOnDetail: true });
    if (!chosen) return;
    const { edit, command } = chosen.action;
    if (edit) await workspace.applyEdit(edit);
    if (command) await commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}

async function waysOutOf(uri: Uri, { range, message }: Diagnostic): Promise<Way[]> {
    const resolved = 16;
    const actions = await commands.executeCommand<CodeAction[]>('vscode.executeCodeActionProvider', uri, range, CodeActionKind.QuickFix.value, resolved);
    return actions
        .filter(({ diagnostics, edit, command }) => (edit ?? command) && (!diagnostics?.length || diagnostics.some((one) => one.message === message)))
        .map((action) => ({ label: action.title, detail: message, action }));
}
