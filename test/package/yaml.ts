/** What a YAML file holds; every scalar is a text. */
export type Yaml = string | readonly Yaml[] | { readonly [key: string]: Yaml };

interface Line {
    readonly number: number;
    readonly indent: number;
    readonly text: string;
}

/**
 * Reads the part of YAML that workflow files need: mappings, lists, plain and quoted texts, `|` blocks, lists in brackets and comments.
 *
 * @returns one value for each document
 * @throws an Error with the line for anything else, and for a key that stands twice
 */
export function readYaml(source: string): Yaml[] {
    return source.split(/^---\n/m).map((part) => new Reader(part).document());
}

class Reader {
    private readonly raw: readonly string[];
    private at = 0;

    constructor(source: string) {
        this.raw = source.split('\n');
    }

    document(): Yaml {
        const first = this.peek();
        if (!first) return '';
        const value = this.block(first.indent);
        const rest = this.peek();
        if (rest) throw new Error(`Line ${rest.number} does not belong to what stands above it: ${rest.text}`);
        return value;
    }

    /** The next line that is neither empty nor a comment. */
    private peek(): Line | undefined {
        for (; this.at < this.raw.length; this.at++) {
            const raw = this.raw[this.at] ?? '';
            if (raw.includes('\t')) throw new Error(`Line ${this.at + 1} has a tab`);
            const text = raw.trim();
            if (text !== '' && !text.startsWith('#')) return { number: this.at + 1, indent: raw.length - raw.trimStart().length, text };
        }
        return undefined;
    }

    private block(indent: number): Yaml {
        return /^-(?: |$)/.test(this.peek()?.text ?? '') ? this.list(indent) : this.mapping(indent, {});
    }

    private list(indent: number): Yaml {
        const items: Yaml[] = [];
        for (let line = this.peek(); line && line.indent === indent && /^-(?: |$)/.test(line.text); line = this.peek()) {
            const inner = line.text.slice(1).trimStart();
            const key = keyOf(inner);
            if (key === undefined) {
                this.at++;
                items.push(this.valueOf(inner, indent, line));
            } else {
                // The first key stands beside the dash; the others are indented as deep as it is.
                const deeper = indent + line.text.length - inner.length;
                this.at++;
                items.push(this.mapping(deeper, { [key.name]: this.valueOf(key.rest, deeper, line) }));
            }
        }
        return items;
    }

    private mapping(indent: number, values: Record<string, Yaml>): Yaml {
        for (let line = this.peek(); line && line.indent === indent; line = this.peek()) {
            const key = keyOf(line.text);
            if (!key) throw new Error(`Line ${line.number} is no key with a value: ${line.text}`);
            if (key.name in values) throw new Error(`Line ${line.number} has a key twice: ${key.name}`);
            this.at++;
            values[key.name] = this.valueOf(key.rest, indent, line);
        }
        return values;
    }

    private valueOf(rest: string, indent: number, line: Line): Yaml {
        if (rest === '|') return this.literal(indent);
        return rest === '' || rest.startsWith('#') ? this.below(indent) : this.scalar(rest, line);
    }

    /** What stands on the lines below a key; a list may stand as far left as the key. */
    private below(indent: number): Yaml {
        const next = this.peek();
        if (!next || next.indent < indent) return '';
        if (next.indent > indent) return this.block(next.indent);
        return next.text.startsWith('- ') ? this.list(indent) : '';
    }

    private literal(indent: number): string {
        const lines: string[] = [];
        const depth = (text: string): number => text.length - text.trimStart().length;
        const inner = depth(this.raw.slice(this.at).find((text) => text.trim() !== '') ?? '');
        for (; this.at < this.raw.length; this.at++) {
            const raw = this.raw[this.at] ?? '';
            if (raw.trim() !== '' && (depth(raw) <= indent || depth(raw) < inner)) break;
            lines.push(raw.slice(inner));
        }
        return `${lines.join('\n').trimEnd()}\n`;
    }

    private scalar(text: string, { number }: Line): Yaml {
        const plain = text.replace(/ #.*$/, '').trim();
        if (/^'(?:[^']|'')*'$/.test(plain)) return plain.slice(1, -1).replaceAll("''", "'");
        if (/^"[^"\\]*"$/.test(plain)) return plain.slice(1, -1);
        if (plain === '{}') return {};
        if (/^\[[^[\]{}]*\]$/.test(plain)) return splitList(plain.slice(1, -1)).map((item) => this.scalar(item, { number, indent: 0, text: item }));
        if (/^[[\]{}&*!|>'"%@`,?]/.test(plain) || /: /.test(plain))
            throw new Error(`Line ${number} has a value that must be quoted, or is not read here: ${plain}`);
        return plain;
    }
}

function keyOf(text: string): { readonly name: string; readonly rest: string } | undefined {
    const [, name, rest] = /^([\w.-]+):(?: +(.*))?$/.exec(text) ?? [];
    return name === undefined ? undefined : { name, rest: rest ?? '' };
}

function splitList(text: string): string[] {
    return text.trim() === '' ? [] : text.split(',').map((item) => item.trim());
}

/** A value in the depth, such as `at(workflow, 'jobs', 'test', 'steps')`. */
export function at(value: Yaml | undefined, ...keys: readonly (string | number)[]): Yaml | undefined {
    let found = value;
    for (const key of keys) {
        if (typeof found !== 'object') return undefined;
        found = (found as Readonly<Record<string | number, Yaml>>)[key];
    }
    return found;
}

/** The text there; an empty one when there is none. */
export function textAt(value: Yaml | undefined, ...keys: readonly (string | number)[]): string {
    const found = at(value, ...keys);
    return typeof found === 'string' ? found : '';
}

/** The list there; an empty one when there is none. */
export function listAt(value: Yaml | undefined, ...keys: readonly (string | number)[]): readonly Yaml[] {
    const found = at(value, ...keys);
    return Array.isArray(found) ? (found as readonly Yaml[]) : [];
}

/** The keys and values there; none when there is no mapping. */
export function entriesAt(value: Yaml | undefined, ...keys: readonly (string | number)[]): [string, Yaml][] {
    const found = at(value, ...keys);
    return typeof found === 'object' && !Array.isArray(found) ? Object.entries(found) : [];
}
