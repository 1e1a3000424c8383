import { type Arguments, countOf, dayOf, oneOfWords, type Shard, shardOf, UsageError } from './args.ts';
import { type FormatWord, formatWords } from './formats/words.ts';
import { fontsBy, scaleOf } from './rasterize.ts';

const themes = ['auto', 'light', 'dark'] as const;

/** What decides how a map is drawn: plain data, which can go to another thread. */
export interface DrawSettings {
    readonly formats: readonly FormatWord[];
    /** Names of views; none stands for all. */
    readonly views: readonly string[];
    readonly theme: (typeof themes)[number] | undefined;
    /** The day for findings; none that depend on it are told without one. */
    readonly today: string | undefined;
    readonly scale: number;
    readonly fonts: readonly Uint8Array[];
}

/** What decides where files go, and how the work is done. */
export interface ExportSettings {
    readonly draw: DrawSettings;
    readonly out: string;
    readonly check: boolean;
    readonly watch: boolean;
    readonly shard: Shard | undefined;
    /** How many threads draw; undefined stands for as many as are worth it. */
    readonly jobs: number | undefined;
    /** The folder of what was drawn before. */
    readonly cache: string | undefined;
}

const mostJobs = 64;

/** @throws UsageError for what cannot be understood */
export function exportSettings(args: Arguments, cwd: string): ExportSettings {
    const theme = args.value('theme');
    const wanted = args.values('format').flatMap((value) => value.split(',').map((word) => word.trim()));
    if (args.has('watch') && args.has('check')) throw new UsageError('--watch draws, and --check only compares. Write one of the two.');
    return {
        draw: {
            formats: wanted.length === 0 ? ['svg'] : wanted.map((word) => oneOfWords('--format', word, formatWords)),
            views: args.values('view'),
            theme: theme === undefined ? undefined : oneOfWords('--theme', theme, themes),
            today: dayOf('today', args.value('today')),
            scale: scaleOf(args.value('scale')),
            fonts: fontsBy(args, cwd),
        },
        out: args.value('out') ?? 'out',
        check: args.has('check'),
        watch: args.has('watch'),
        shard: shardOf('shard', args.value('shard')),
        jobs: jobsOf(args.value('jobs')),
        cache: args.value('cache'),
    };
}

function jobsOf(text: string | undefined): number | undefined {
    const jobs = countOf('jobs', text);
    if (jobs !== undefined && (jobs < 1 || jobs > mostJobs)) throw new UsageError(`--jobs ${text} is no number of threads. Write one from 1 to ${mostJobs}.`);
    return jobs;
}
