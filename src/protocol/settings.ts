/** Notification, from the client: an editor changed a `crmmap.json`. The server does not open such files itself. */
export const settingsEdited = 'crmmap/settings/edited';

export interface SettingsEdit {
    readonly uri: string;
    /** The text that is not saved yet; absent once the file counts as it is on the disk. */
    readonly text?: string;
}
