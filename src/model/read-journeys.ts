import type * as ast from '../../language/generated/ast.ts';
import { actors, degrees, evidenceMethods, journeyStates } from '../../language/vocabulary.ts';
import type { Evidence, Journey, JourneyStage, Opportunity, Pain, Touchpoint, Way } from './crm-model.ts';
import { declared, living, type ModelContext, sourceOf } from './model-context.ts';
import { durationOf, idOf, idsOf, moneyOf, oneOf, volumeOf } from './read-values.ts';

export function readJourney(node: ast.Journey, context: ModelContext): Journey {
    const base = declared('journey', node, context, '');
    const stages = node.stages.filter((stage) => stage.name).map((stage) => readStage(stage, base.id, context));
    return {
        ...base,
        ...living(node),
        personas: idsOf(node.personas),
        segments: idsOf(node.segments),
        scenario: node.scenario,
        state: oneOf(node.state, journeyStates),
        futureOf: idOf(node.futureOf),
        stages,
        ways: node.ways.length > 0 ? node.ways.flatMap((way) => readWays(way, context)) : waysInOrder(stages),
    };
}

/** `a -> b -> c "when"` is two ways; the label belongs to the step before it. */
function readWays(node: ast.Way, context: ModelContext): Way[] {
    let from = idOf(node.from);
    return node.steps.flatMap((step) => {
        const start = from;
        const to = idOf(step.to);
        from = to;
        return start === undefined || to === undefined ? [] : [{ from: start, to, when: step.when, source: sourceOf(step, context) }];
    });
}

function waysInOrder(stages: readonly JourneyStage[]): Way[] {
    const touchpoints = stages.flatMap((stage) => stage.touchpoints);
    return touchpoints.slice(1).map((touchpoint, index) => ({ from: touchpoints[index]?.id ?? '', to: touchpoint.id }));
}

function readStage(node: ast.JourneyStage, journey: string, context: ModelContext): JourneyStage {
    const base = declared('stage', node, context, '');
    const touchpoints = node.touchpoints.filter((touchpoint) => touchpoint.name);
    return {
        ...base,
        journey,
        objective: node.objective,
        metrics: idsOf(node.metrics),
        within: idsOf(node.within),
        touchpoints: touchpoints.map((touchpoint) => readTouchpoint(touchpoint, { journey, stage: base.id }, context)),
    };
}

function readTouchpoint(node: ast.Touchpoint, place: { journey: string; stage: string }, context: ModelContext): Touchpoint {
    const base = declared('touchpoint', node, context, '');
    return {
        ...base,
        ...place,
        channels: idsOf(node.channels),
        actions: [...node.actions],
        thoughts: [...node.thoughts],
        emotion: emotionOf(node.emotion),
        feeling: node.feeling,
        momentOfTruth: node.momentOfTruth,
        delights: [...node.delights],
        by: oneOf(node.by, actors),
        frontstage: idsOf(node.frontstage),
        backstage: idsOf(node.backstage),
        support: idsOf(node.support),
        uses: node.uses.flatMap((use) => {
            const target = idOf(use.target);
            return target === undefined ? [] : [{ target, freshWithin: durationOf(use.freshWithin) }];
        }),
        captures: idsOf(node.captures),
        takes: durationOf(node.takes),
        volume: volumeOf(node.volume),
        abandons: node.abandons?.amount,
        metrics: idsOf(node.metrics),
        pains: node.pains.map((pain, index) => readPain(pain, base.id, index, context)),
        opportunities: node.opportunities.map((opportunity, index) => readOpportunity(opportunity, base.id, index, context)),
        evidence: readEvidence(node.evidence, base.id, context),
    };
}

/** A whole number from -2 to +2; anything else is reported by the checks, and absent here. */
function emotionOf(value: number | undefined): number | undefined {
    return value !== undefined && Number.isInteger(value) && Math.abs(value) <= 2 ? value : undefined;
}

function readPain(node: ast.Pain, touchpoint: string, index: number, context: ModelContext): Pain {
    const base = declared('pain', node, context, `${touchpoint}.pain-${index + 1}`);
    return { ...base, touchpoint, severity: oneOf(node.severity, degrees), cost: moneyOf(node.cost), evidence: readEvidence(node.evidence, base.id, context) };
}

function readOpportunity(node: ast.Opportunity, touchpoint: string, index: number, context: ModelContext): Opportunity {
    const base = declared('opportunity', node, context, `${touchpoint}.opportunity-${index + 1}`);
    return { ...base, touchpoint, addresses: idsOf(node.addresses), impact: oneOf(node.impact, degrees), effort: oneOf(node.effort, degrees) };
}

function readEvidence(nodes: readonly ast.Evidence[], of: string, context: ModelContext): Evidence[] {
    return nodes.map((node, index) => ({
        kind: 'evidence',
        id: `${of}.evidence-${index + 1}`,
        method: oneOf(node.method, evidenceMethods) ?? 'observation',
        date: node.date,
        sample: node.sample,
        finding: node.finding ?? '',
        source: sourceOf(node, context),
    }));
}
