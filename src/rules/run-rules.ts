import { nearest } from '../../language/nearest.ts';
import type { CrmModel } from '../model/crm-model.ts';
import type { SourceRange } from '../model/source-range.ts';
import { allRules } from './all-rules.ts';
import { type CrmmapConfig, isSetting, type RuleSetting } from './config/rules-config.ts';
import { declaredPlaces, following, holds } from './ignore/declared-places.ts';
import type { Fix } from './fixes/fix.ts';
import { commentWith, commentWithout } from './fixes/comment-fixes.ts';
import { type IgnoreComment, ignoreCommentsOf } from './ignore/ignore-comments.ts';
import { noReason, silencesNothing, unknownRule } from './ignore/ignore-rules.ts';
import { type MarkedPlaces, placeOf } from './place-of.ts';
import type { Rule, Severity, Spot } from './rule.ts';
import { ruleContext } from './rule-context.ts';
import { comparePositions, TextLines } from './text-lines.ts';
import { scan } from '../../language/edits/text-scan.ts';
import { quoted } from './words.ts';

const none = (): readonly Fix[] => [];

/** What a rule found, with the severity that counts. */
export interface RuleFinding {
    readonly code: string;
    readonly severity: Severity;
    readonly message: string;
    readonly place: SourceRange;
    readonly related: readonly { readonly message: string; readonly place: SourceRange }[];
    /** Ways out, the most likely one first; `changesOf` makes changes of the text of one. */
    readonly fixes: () => readonly Fix[];
}

export interface RuleOptions {
    /** The day with which dates are compared, ISO. */
    readonly today: string;
    /** The texts of the map's files, by the names that the model's source ranges have; without them no comment is read. */
    readonly texts?: ReadonlyMap<string, string>;
    /** The lines of a text, for callers that keep them. */
    readonly linesOf?: (file: string, text: string) => TextLines;
    /** What was marked in texts before, for callers that keep their models. */
    readonly places?: MarkedPlaces;
    readonly config?: CrmmapConfig;
    /** Places of errors of the language: what stands in a declaration that has one is not told, as the model lacks what is broken. */
    readonly broken?: readonly SourceRange[];
}

/** Errors of the language by which a file of the map is not there. */
const missingFile: ReadonlySet<string> = new Set(['LNG040', 'LNG041', 'LNG043']);

/** Whether a map with these errors lacks a file, so that no rule can tell what is in it. */
export function lacksFiles(codes: readonly string[]): boolean {
    return codes.some((code) => missingFile.has(code));
}

/**
 * Runs all rules over a map, and gives what they find in the order of files and texts. Severity is what the nearest says: a comment
 * before the declaration, the map, the configuration, the rule itself.
 */
export function runRules(model: CrmModel, options: RuleOptions): RuleFinding[] {
    const run = rulesInSteps(model, options);
    for (;;) {
        const { done, value } = run.next();
        if (done) return value;
    }
}

/** As `runRules`, rule by rule: whoever has more to do may stop in between, or not go on. */
export function* rulesInSteps(model: CrmModel, options: RuleOptions): Generator<void, RuleFinding[]> {
    const lines = new Map([...(options.texts ?? [])].map(([file, text]) => [file, options.linesOf?.(file, text) ?? new TextLines(text)]));
    const place = (spot: Spot): SourceRange => placeOf(spot, lines.get(spot.source.file), options.places);
    const context = ruleContext(model, options.today);
    const found: RuleFinding[] = [];
    for (const rule of allRules) {
        yield;
        for (const { message, at, related = [], fixes } of rule.find(context)) {
            const others = related.map((other) => ({ message: other.message, place: place(other.at) }));
            found.push(findingOf(rule, message, place(at), others, fixes));
        }
    }
    yield;
    const comments = [...lines].flatMap(([file, text]) => ignoreCommentsOf(file, text));
    const declared = comments.length > 0 || options.broken?.length ? declaredPlaces(model) : new Map<string, readonly SourceRange[]>();
    const byCode = new Map<string, RuleFinding[]>(allRules.map(({ code }) => [code, []]));
    for (const finding of found) byCode.get(finding.code)?.push(finding);
    const silenced = new Set<RuleFinding>();
    const ofComments = comments.flatMap((comment) => applyComment(comment, byCode, declared.get(comment.source.file) ?? [], silenced));
    const broken = brokenDeclarations(options.broken ?? [], declared);
    const settings = { ...options.config?.rules, ...settingsOf(model) };
    return [...found.filter((finding) => !silenced.has(finding)), ...ofComments, ...unknownSettings(model, lines)]
        .filter((finding) => !broken.some((range) => holds(range, finding.place)))
        .flatMap((finding) => withSeverity(finding, settings[finding.code]))
        .sort(inOrder);
}

function findingOf(
    { code, severity }: Rule,
    message: string,
    place: SourceRange,
    related: RuleFinding['related'] = [],
    fixes: () => readonly Fix[] = none,
): RuleFinding {
    return { code, severity, message, place, related, fixes };
}

/** Silences what a comment names, and tells what is wrong with the comment itself. */
function applyComment(
    comment: IgnoreComment,
    byCode: ReadonlyMap<string, readonly RuleFinding[]>,
    declared: readonly SourceRange[],
    silenced: Set<RuleFinding>,
): RuleFinding[] {
    const { codes, reason, source } = comment;
    const target = following(source, declared);
    const told =
        reason === undefined
            ? [
                  findingOf(noReason, `This comment gives no reason. Write one behind a colon: crmmap-ignore ${codes[0] ?? 'SYS002'}: why.`, source, [], () =>
                      codes.length > 0 ? [commentWith(comment)] : [],
                  ),
              ]
            : [];
    if (codes.length === 0)
        return [
            ...told,
            findingOf(silencesNothing, 'This comment names no rule. Write such as crmmap-ignore SYS002: why.', source, [], () => [commentWithout(comment)]),
        ];
    for (const code of codes) {
        if (!isKnown(code)) {
            told.push(findingOf(unknownRule, unknownWords(code), source, [], () => [...commentWithMeant(comment, code), commentWithout(comment, code)]));
            continue;
        }
        const hits = target ? (byCode.get(code) ?? []).filter((finding) => holds(target, finding.place)) : [];
        for (const hit of hits) silenced.add(hit);
        if (hits.length === 0)
            told.push(
                findingOf(silencesNothing, `${code} finds nothing in the declaration that follows. Remove it from this comment.`, source, [], () => [
                    commentWithout(comment, code),
                ]),
            );
    }
    return told;
}

function isKnown(code: string): boolean {
    return allRules.some((rule) => rule.code === code);
}

function unknownWords(code: string): string {
    if (/^LNG\d{3}$/.test(code)) return `${quoted(code)} is an error of the language, and cannot be silenced. Mend it.`;
    const meant = meantBy(code);
    return `There is no rule ${quoted(code)}. ${meant === undefined ? 'See docs/rules.md for all of them.' : `Did you mean ${meant}?`}`;
}

function meantBy(code: string): string | undefined {
    return nearest(
        code,
        allRules.map((rule) => rule.code),
    );
}

function commentWithMeant(comment: IgnoreComment, code: string): Fix[] {
    const meant = meantBy(code);
    return meant === undefined || comment.codes.includes(meant) ? [] : [commentWith(comment, code, meant)];
}

/** What the map itself sets. */
function settingsOf({ map }: CrmModel): Record<string, RuleSetting> {
    return Object.fromEntries(Object.entries(map.rules).flatMap(([code, setting]) => (isSetting(setting) ? [[code, setting]] : [])));
}

/** Codes in `map { rules { … } }` that no rule has; those of a wrong form are an error of the language already. */
function unknownSettings({ map }: CrmModel, lines: ReadonlyMap<string, TextLines>): RuleFinding[] {
    const { source } = map;
    const text = source && lines.get(source.file);
    return Object.keys(map.rules).flatMap((code) => {
        if (!source || isKnown(code) || !/^[A-Z]{3}\d{3}$/.test(code)) return [];
        const words = text ? [...scan(text.text, text.offsetOf(source.start), text.offsetOf(source.end))] : [];
        const word = words.find((token) => token.kind === 'word' && token.text === code);
        const place = text && word ? text.rangeOf(source.file, word.offset, code.length) : undefined;
        const meant = meantBy(code);
        const right: Fix[] = place && meant !== undefined ? [{ title: `Write ${quoted(meant)}`, edits: [{ kind: 'replace', piece: place, text: meant }] }] : [];
        return [findingOf(unknownRule, unknownWords(code), place ?? source, [], () => right)];
    });
}

/** The outermost declarations in which an error stands. */
function brokenDeclarations(errors: readonly SourceRange[], declared: ReadonlyMap<string, readonly SourceRange[]>): SourceRange[] {
    return errors.flatMap((error) => declared.get(error.file)?.find((declaration) => holds(declaration, error)) ?? []);
}

function withSeverity(finding: RuleFinding, setting: RuleSetting | undefined): RuleFinding[] {
    if (setting === undefined) return [finding];
    return setting === 'off' ? [] : [{ ...finding, severity: setting }];
}

function inOrder(a: RuleFinding, b: RuleFinding): number {
    return (
        compareText(a.place.file, b.place.file) ||
        comparePositions(a.place.start, b.place.start) ||
        comparePositions(a.place.end, b.place.end) ||
        compareText(a.code, b.code) ||
        compareText(a.message, b.message)
    );
}

function compareText(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
