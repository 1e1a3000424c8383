/** The fields of `package.json` that stand in the manifest of a VSIX too. */
export interface ExtensionManifest extends Readonly<Record<string, unknown>> {
    readonly name: string;
    readonly displayName: string;
    readonly description: string;
    readonly version: string;
    readonly publisher: string;
    readonly icon: string;
    readonly engines: { readonly vscode: string };
    readonly keywords: readonly string[];
    readonly categories: readonly string[];
    readonly browser?: string;
    readonly repository?: string | { readonly url: string };
    readonly contributes: { readonly languages?: readonly { readonly id: string; readonly extensions?: readonly string[] }[] };
}

const types: Readonly<Record<string, string>> = {
    cjs: 'application/javascript',
    css: 'text/css',
    gif: 'image/gif',
    html: 'text/html',
    jpg: 'image/jpeg',
    js: 'application/javascript',
    json: 'application/json',
    md: 'text/markdown',
    png: 'image/png',
    svg: 'image/svg+xml',
    ttf: 'font/ttf',
    txt: 'text/plain',
    vsixmanifest: 'text/xml',
    wasm: 'application/wasm',
    webp: 'image/webp',
    woff2: 'font/woff2',
};

/**
 * `[Content_Types].xml`: the type of every ending in the package.
 *
 * @throws an Error for a file without an ending, which the format does not know, or with an unknown one
 */
export function contentTypes(files: readonly string[]): string {
    const endings = new Set(['vsixmanifest', ...files.map((file) => /\.([^./]+)$/.exec(file)?.[1] ?? file)]);
    const unknown = [...endings].find((ending) => types[ending] === undefined);
    if (unknown !== undefined) throw new Error(`The VSIX has a file of an unknown type: ${unknown}. Add its type in scripts/package/vsix-manifest.ts.`);
    const lines = [...endings].sort().map((ending) => `  <Default Extension=".${ending}" ContentType="${types[ending]}"/>\n`);
    return `<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\n${lines.join('')}</Types>\n`;
}

/**
 * `extension.vsixmanifest`: what a marketplace and `code --install-extension` read of the extension.
 *
 * @param words the texts that stand for `%key%` in the manifest
 */
export function vsixManifest(manifest: ExtensionManifest, words: Readonly<Record<string, unknown>>): string {
    const text = (value: string): string => {
        const word = /^%(.+)%$/.exec(value)?.[1];
        return escaped(word === undefined ? value : String(words[word] ?? value));
    };
    const { languages = [] } = manifest.contributes;
    const tags = [...manifest.keywords, ...languages.flatMap(({ id, extensions = [] }) => [id, ...extensions.map((ending) => `__ext_${ending.slice(1)}`)])];
    if (manifest.browser !== undefined) tags.push('__web_extension');
    const address = typeof manifest.repository === 'string' ? manifest.repository : manifest.repository?.url;
    const source = address?.replace(/^git\+/, '');
    const properties: Readonly<Record<string, string>> = {
        'Microsoft.VisualStudio.Code.Engine': manifest.engines.vscode,
        'Microsoft.VisualStudio.Code.ExtensionDependencies': '',
        'Microsoft.VisualStudio.Code.ExtensionPack': '',
        'Microsoft.VisualStudio.Code.ExtensionKind': manifest.browser === undefined ? 'workspace' : 'workspace,web',
        'Microsoft.VisualStudio.Code.LocalizedLanguages': '',
        'Microsoft.VisualStudio.Code.EnabledApiProposals': '',
        'Microsoft.VisualStudio.Code.ExecutesCode': 'true',
        ...(source === undefined ? {} : { 'Microsoft.VisualStudio.Services.Links.Source': source }),
        'Microsoft.VisualStudio.Services.GitHubFlavoredMarkdown': 'true',
        'Microsoft.VisualStudio.Services.Content.Pricing': 'Free',
    };
    const assets: Readonly<Record<string, string>> = {
        'Microsoft.VisualStudio.Code.Manifest': 'extension/package.json',
        'Microsoft.VisualStudio.Services.Content.Details': 'extension/readme.md',
        'Microsoft.VisualStudio.Services.Content.Changelog': 'extension/changelog.md',
        'Microsoft.VisualStudio.Services.Content.License': 'extension/LICENSE.txt',
        'Microsoft.VisualStudio.Services.Icons.Default': `extension/${manifest.icon}`,
    };
    return `<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011" xmlns:d="http://schemas.microsoft.com/developer/vsx-schema-design/2011">
  <Metadata>
    <Identity Language="en-US" Id="${escaped(manifest.name)}" Version="${escaped(manifest.version)}" Publisher="${escaped(manifest.publisher)}"/>
    <DisplayName>${text(manifest.displayName)}</DisplayName>
    <Description xml:space="preserve">${text(manifest.description)}</Description>
    <Tags>${escaped([...new Set(tags)].join(','))}</Tags>
    <Categories>${escaped(manifest.categories.join(','))}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <Properties>
${Object.entries(properties)
    .map(([id, value]) => `      <Property Id="${id}" Value="${escaped(value)}"/>\n`)
    .join('')}    </Properties>
    <License>extension/LICENSE.txt</License>
    <Icon>extension/${escaped(manifest.icon)}</Icon>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
${Object.entries(assets)
    .map(([type, place]) => `    <Asset Type="${type}" Path="${escaped(place)}" Addressable="true"/>\n`)
    .join('')}  </Assets>
</PackageManifest>
`;
}

function escaped(text: string): string {
    return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
