import { byHand } from './flows/by-hand.ts';
import { doubledFlow } from './flows/doubled-flow.ts';
import { mixedEnvironments } from './flows/mixed-environments.ts';
import { noConflictRule } from './flows/no-conflict-rule.ts';
import { noErrorHandling } from './flows/no-error-handling.ts';
import { overLimit } from './flows/over-limit.ts';
import { patternAndTiming } from './flows/pattern-and-timing.ts';
import { personalWithoutAuth } from './flows/personal-without-auth.ts';
import { retiredSystem } from './flows/retired-system.ts';
import { retryWithoutKey } from './flows/retry-without-key.ts';
import { scheduledBesideEvents } from './flows/scheduled-beside-events.ts';
import { syncCircle } from './flows/sync-circle.ts';
import { tooSlow } from './flows/too-slow.ts';
import { unstated } from './flows/unstated.ts';
import { incompleteMetric } from './governance/incomplete-metric.ts';
import { missingFunction } from './governance/missing-function.ts';
import { mixedCurrencies } from './governance/mixed-currencies.ts';
import { outlived } from './governance/outlived.ts';
import { pastDue } from './governance/past-due.ts';
import { reviewOverdue } from './governance/review-overdue.ts';
import { slowReturn } from './governance/slow-return.ts';
import { unsupportedGoal } from './governance/unsupported-goal.ts';
import { capturedForNobody } from './journey/captured-for-nobody.ts';
import { dataOutOfReach } from './journey/data-out-of-reach.ts';
import { lowWithoutPain } from './journey/low-without-pain.ts';
import { manyStages } from './journey/many-stages.ts';
import { noEvidence } from './journey/no-evidence.ts';
import { noExit } from './journey/no-exit.ts';
import { noMetric } from './journey/no-metric.ts';
import { noObjective } from './journey/no-objective.ts';
import { noPersona } from './journey/no-persona.ts';
import { noSystem } from './journey/no-system.ts';
import { opportunityWithoutInitiative } from './journey/opportunity-without-initiative.ts';
import { painWithoutOpportunity } from './journey/pain-without-opportunity.ts';
import { unreached } from './journey/unreached.ts';
import { unvisitedStage } from './journey/unvisited-stage.ts';
import { formatsDiffer } from './mapping/formats-differ.ts';
import { longerSource } from './mapping/longer-source.ts';
import { noWayBack } from './mapping/no-way-back.ts';
import { notWritable } from './mapping/not-writable.ts';
import { requiredUnmapped } from './mapping/required-unmapped.ts';
import { severalSources } from './mapping/several-sources.ts';
import { typeMismatch } from './mapping/type-mismatch.ts';
import { unmatchedValues } from './mapping/unmatched-values.ts';
import { unreadField } from './mapping/unread-field.ts';
import { consentFromNowhere } from './privacy/consent-from-nowhere.ts';
import { lowerClassification } from './privacy/lower-classification.ts';
import { noBasis } from './privacy/no-basis.ts';
import { noPurpose } from './privacy/no-purpose.ts';
import { noRetention } from './privacy/no-retention.ts';
import { sensitiveInClear } from './privacy/sensitive-in-clear.ts';
import { unguardedRegion } from './privacy/unguarded-region.ts';
import { unmarkedPersonal } from './privacy/unmarked-personal.ts';
import { foreignWriter } from './source-of-record/foreign-writer.ts';
import { noConsumer } from './source-of-record/no-consumer.ts';
import { noMaster } from './source-of-record/no-master.ts';
import { noMatchRule } from './source-of-record/no-match-rule.ts';
import { twoMasters } from './source-of-record/two-masters.ts';
import { manyLinks } from './systems/many-links.ts';
import { noOwner } from './systems/no-owner.ts';
import { noSuccessor } from './systems/no-successor.ts';
import { noTraining } from './systems/no-training.ts';
import { outgrown } from './systems/outgrown.ts';
import { sameCapability } from './systems/same-capability.ts';
import { singlePointOfFailure } from './systems/single-point-of-failure.ts';
import { unused } from './systems/unused.ts';
import { ignoreRules } from './ignore/ignore-rules.ts';
import type { Rule } from './rule.ts';

/** A family of rules, as the manual heads it. */
export interface RuleFamily {
    readonly title: string;
    readonly rules: readonly Rule[];
}

/** All rules, by family, in the order of their codes. A new rule is a file and its line here. */
export const ruleFamilies: readonly RuleFamily[] = [
    { title: 'Source of record', rules: [twoMasters, noMaster, foreignWriter, noMatchRule, noConsumer] },
    {
        title: 'Flows',
        rules: [
            noConflictRule,
            syncCircle,
            tooSlow,
            byHand,
            noErrorHandling,
            retryWithoutKey,
            overLimit,
            patternAndTiming,
            scheduledBesideEvents,
            personalWithoutAuth,
            retiredSystem,
            mixedEnvironments,
            doubledFlow,
            unstated,
        ],
    },
    { title: 'Systems', rules: [unused, noOwner, singlePointOfFailure, manyLinks, sameCapability, noTraining, noSuccessor, outgrown] },
    {
        title: 'Mapping',
        rules: [requiredUnmapped, typeMismatch, longerSource, unmatchedValues, severalSources, notWritable, formatsDiffer, unreadField, noWayBack],
    },
    {
        title: 'Privacy',
        rules: [noBasis, consentFromNowhere, unguardedRegion, noRetention, lowerClassification, unmarkedPersonal, sensitiveInClear, noPurpose],
    },
    {
        title: 'Journey',
        rules: [
            noObjective,
            noMetric,
            unreached,
            noSystem,
            dataOutOfReach,
            noEvidence,
            painWithoutOpportunity,
            opportunityWithoutInitiative,
            lowWithoutPain,
            capturedForNobody,
            noPersona,
            manyStages,
            noExit,
            unvisitedStage,
        ],
    },
    { title: 'Governance', rules: [reviewOverdue, unsupportedGoal, incompleteMetric, missingFunction, pastDue, mixedCurrencies, outlived, slowReturn] },
    { title: 'Settings and comments', rules: ignoreRules },
];

export const allRules: readonly Rule[] = ruleFamilies.flatMap(({ rules }) => rules);
