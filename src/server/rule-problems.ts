import type { LangiumDocument } from 'langium';
import type { Problem, ProblemSource, QuickFix } from '../../language/editor/actions/problem.ts';
import { changesOf } from '../rules/fixes/fix-changes.ts';
import type { Fix } from '../rules/fixes/fix.ts';
import { silencingFixes } from '../rules/fixes/silencing.ts';
import type { RuleFinding } from '../rules/run-rules.ts';
import { linesByFile, type TextLines } from '../rules/text-lines.ts';
import type { MapModels } from './map-models.ts';
import type { LiveFindings, RuleDiagnostics } from './rule-diagnostics.ts';

/** What rules find in a file, with the ways out. Nothing is offered for a map of which a text has changed since the rules ran. */
export function ruleProblems(rules: RuleDiagnostics, modelsOfMaps: () => MapModels): ProblemSource {
    return (document) => {
        const models = modelsOfMaps();
        const file = models.nameOf(document.uri);
        return rules
            .findingsWith(file)
            .filter((map) => isCurrent(map, models))
            .flatMap((map) => map.findings.filter(({ place }) => place.file === file).map((finding) => problemOf(finding, map, models)));
    };
}

function isCurrent({ root, texts }: LiveFindings, models: MapModels): boolean {
    const parts = models.documentsOf(root);
    return parts.length === texts.size && parts.every(({ uri, textDocument }) => texts.get(models.nameOf(uri)) === textDocument.getText());
}

function problemOf(finding: RuleFinding, map: LiveFindings, models: MapModels): Problem {
    const { code, message, place } = finding;
    const linesOf = linesByFile(map.texts);
    const documents = new Map(models.documentsOf(map.root).map((part) => [models.nameOf(part.uri), part]));
    const quickFixes = (fixes: readonly Fix[], how: Partial<QuickFix>): QuickFix[] =>
        fixes.flatMap((fix, index) => {
            const edits = editsOf(fix, linesOf, documents);
            return edits ? [{ title: fix.title, edits, certain: fix.certain, preferred: index === 0, ...how }] : [];
        });
    return {
        code,
        message,
        range: { start: place.start, end: place.end },
        fixes: () => [
            ...quickFixes(finding.fixes(), {}),
            ...quickFixes(silencingFixes(finding, models.modelOf(map.root), models.nameOf(map.root.uri)), { aside: true, preferred: false }),
        ],
    };
}

function editsOf(fix: Fix, linesOf: (file: string) => TextLines | undefined, documents: ReadonlyMap<string, LangiumDocument>): QuickFix['edits'] | undefined {
    const edits = changesOf(fix, linesOf)?.map(({ place, text }) => {
        const document = documents.get(place.file);
        if (!document) return undefined;
        const { textDocument } = document;
        return { document, change: { from: textDocument.offsetAt(place.start), to: textDocument.offsetAt(place.end), text } };
    });
    return edits?.every((edit) => edit !== undefined) ? edits : undefined;
}
