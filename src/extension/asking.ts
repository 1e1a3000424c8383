import { type Disposable, type QuickInput, type QuickPickItem, window } from 'vscode';

/** Waits until a box may open that takes the focus. */
export type Ready = () => Promise<void>;

/**
 * Asks one thing after the other in one box. Between two boxes VS Code would give the focus back to the picture, and does so late
 * enough to take it from the second, which closes then.
 */
export class Asking implements Disposable {
    private readonly title: string;
    private shown: QuickInput | undefined;

    constructor(title: string) {
        this.title = title;
    }

    /** Lets the reader choose; undefined where they would rather not. */
    choose<Item extends QuickPickItem>(items: readonly Item[], placeholder: string): Promise<Item | undefined> {
        const pick = window.createQuickPick<Item>();
        Object.assign(pick, { items, placeholder, matchOnDescription: true });
        return this.show(pick, () => pick.selectedItems[0]);
    }

    /** Asks for a text; undefined where the reader would rather not. */
    write(prompt: string): Promise<string | undefined> {
        const box = window.createInputBox();
        box.prompt = prompt;
        return this.show(box, () => box.value);
    }

    dispose(): void {
        this.shown?.dispose();
    }

    private show<Answer>(input: QuickInput & { readonly onDidAccept: (heard: () => void) => Disposable }, answer: () => Answer): Promise<Answer | undefined> {
        const before = this.shown;
        this.shown = input;
        Object.assign(input, { title: this.title, ignoreFocusOut: true });
        return new Promise((resolve) => {
            input.onDidAccept(() => resolve(answer()));
            input.onDidHide(() => resolve(undefined));
            input.show();
            before?.dispose();
        });
    }
}
