import type { SourceRange } from './source-range.ts';

export type ViewKind = 'landscape' | 'profile' | 'mapping' | 'data' | 'journey' | 'blueprint' | 'lifecycle' | 'trace' | 'scorecard' | 'matrix';

export type Selector =
    | { readonly select: 'and' | 'or'; readonly operands: readonly Selector[] }
    | { readonly select: 'not'; readonly operand: Selector }
    | { readonly select: 'thing' | 'neighbours'; readonly kind: string; readonly id: string }
    | { readonly select: 'tag' | 'category' | 'owner' | 'region' | 'lifecycle' | 'timing'; readonly value: string }
    | { readonly select: 'personal' };

export interface View {
    readonly kind: 'view';
    readonly id: string;
    readonly name: string;
    /** The view's own title, where it states one. */
    readonly title?: string;
    readonly description?: string;
    readonly purpose?: string;
    readonly as: ViewKind;
    /** The thing that it shows. */
    readonly of?: { readonly kind: string; readonly id: string };
    /** Of a matrix. */
    readonly rows?: string;
    readonly columns?: string;
    readonly include: readonly Selector[];
    readonly exclude: readonly Selector[];
    readonly groupBy?: 'category' | 'owner' | 'region' | 'none';
    readonly overlays: readonly string[];
    readonly lanes: readonly string[];
    readonly direction?: 'right' | 'down';
    readonly hide: readonly string[];
    readonly theme?: 'auto' | 'light' | 'dark';
    readonly page?: { readonly size: 'a4' | 'a3'; readonly orientation?: 'portrait' | 'landscape' };
    /** Personas or segments, as kind and id. */
    readonly audience: readonly { readonly kind: string; readonly id: string }[];
    /** Absent for a default view. */
    readonly source?: SourceRange;
    readonly nameSource?: SourceRange;
}
