import type * as ast from '../../language/generated/ast.ts';
import { initiativeStatuses, metricUnits, teamFunctions } from '../../language/vocabulary.ts';
import type { Capability, Channel, Goal, Initiative, Metric, Persona, Region, Segment, Team } from './crm-model.ts';
import { declared, living, type ModelContext } from './model-context.ts';
import { idOf, idsOf, moneyOf, oneOf } from './read-values.ts';

export function readTeam(node: ast.Team, context: ModelContext): Team {
    return { ...declared('team', node, context, ''), ...living(node), function: oneOf(node.function, teamFunctions), contact: node.contact };
}

export function readGoal(node: ast.Goal, context: ModelContext): Goal {
    return { ...declared('goal', node, context, ''), ...living(node), metrics: idsOf(node.metrics), supports: idsOf(node.supports), due: node.due };
}

export function readMetric(node: ast.Metric, context: ModelContext): Metric {
    return {
        ...declared('metric', node, context, ''),
        ...living(node),
        unit: oneOf(node.unit, metricUnits),
        baseline: node.baseline,
        current: node.current,
        target: node.target,
        lowerIsBetter: node.direction === 'lower',
        sourceData: node.source && { file: node.source.file, column: node.source.column, key: node.source.key },
        updated: node.updated,
    };
}

export function readSegment(node: ast.Segment, context: ModelContext): Segment {
    return { ...declared('segment', node, context, ''), ...living(node), size: node.size, criteria: node.criteria, share: node.share?.amount };
}

export function readPersona(node: ast.Persona, context: ModelContext): Persona {
    return {
        ...declared('persona', node, context, ''),
        ...living(node),
        segments: idsOf(node.segments),
        quote: node.quote,
        needs: [...node.needs],
        goals: [...node.goals],
        frustrations: [...node.frustrations],
        share: node.share?.amount,
        image: node.image,
    };
}

export function readChannel(node: ast.Channel, context: ModelContext): Channel {
    return { ...declared('channel', node, context, ''), ...living(node), reach: node.reach, system: idOf(node.system) };
}

export function readRegion(node: ast.Region, context: ModelContext): Region {
    return { ...declared('region', node, context, ''), ...living(node), safeguard: node.safeguard, adequate: node.adequate };
}

export function readCapability(node: ast.Capability, context: ModelContext): Capability {
    return { ...declared('capability', node, context, ''), ...living(node) };
}

export function readInitiative(node: ast.Initiative, context: ModelContext): Initiative {
    return {
        ...declared('initiative', node, context, ''),
        ...living(node),
        delivers: idsOf(node.delivers),
        supports: idsOf(node.supports),
        changes: node.changes.flatMap((change) => {
            const id = idOf(change);
            return id === undefined ? [] : [{ kind: change.ref?.$type === 'Flow' ? ('flow' as const) : ('system' as const), id }];
        }),
        due: node.due,
        status: oneOf(node.status, initiativeStatuses),
        cost: moneyOf(node.cost),
        benefit: moneyOf(node.benefit),
    };
}
