import type { AstNode, AstNodeDescription } from 'langium';
import { holderOf, isNamed, pathOf, pathSegment } from '../names.ts';
import type { NamesOfType, NameTable, OtherNames } from '../scope.ts';

/** How maps would read once a thing has another name: its path, and the paths of all that it holds, begin otherwise. */
export class OtherName implements OtherNames {
    /** The path that the thing would have. */
    readonly path: string;
    private readonly thing: AstNode;
    private readonly before: string;

    constructor(thing: AstNode, name: string) {
        this.thing = thing;
        this.before = pathOf(thing) ?? '';
        const holder = holderOf(thing);
        this.path = [...(holder ? [pathOf(holder)] : []), pathSegment(name)].join('.');
    }

    readonly pathOf = (node: AstNode): string | undefined => {
        const path = pathOf(node);
        return path !== undefined && this.concerns(node) ? `${this.path}${path.slice(this.before.length)}` : path;
    };

    table(table: NameTable): NameTable {
        return {
            get: (type) => {
                const names = table.get(type);
                return names && this.names(names);
            },
        };
    }

    private names(names: NamesOfType): NamesOfType {
        const isMoved = ({ node }: AstNodeDescription): boolean => node !== undefined && this.concerns(node);
        const get = (path: string): readonly AstNodeDescription[] => {
            const isBelow = path === this.path || path.startsWith(`${this.path}.`);
            const moved = isBelow ? names.get(`${this.before}${path.slice(this.path.length)}`).filter(isMoved) : [];
            return [...names.get(path).filter((description) => !isMoved(description)), ...moved];
        };
        return { get, has: (path) => get(path).length > 0, keys: () => names.keys(), values: () => names.values() };
    }

    /** Whether the path of a thing goes through the one with the other name. */
    private concerns(node: AstNode): boolean {
        for (let around: AstNode | undefined = node; around && isNamed(around); around = holderOf(around)) if (around === this.thing) return true;
        return false;
    }
}
