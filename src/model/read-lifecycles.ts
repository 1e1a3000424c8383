import type * as ast from '../../language/generated/ast.ts';
import type { Lifecycle, LifecycleStage } from './crm-model.ts';
import { declared, type ModelContext } from './model-context.ts';
import { durationOf, idsOf } from './read-values.ts';

export function readLifecycle(node: ast.Lifecycle, context: ModelContext): Lifecycle {
    const base = declared('lifecycle', node, context, '');
    return { ...base, stages: node.stages.filter((stage) => stage.name).map((stage) => readStage(stage, base.id, context)) };
}

function readStage(node: ast.LifecycleStage, lifecycle: string, context: ModelContext): LifecycleStage {
    const base = declared('lifecycle-stage', node, context, '');
    return {
        ...base,
        lifecycle,
        objective: node.objective,
        metrics: idsOf(node.metrics),
        converts: node.converts?.amount,
        exit: node.exit,
        activities: node.activities.map((activity, index) => ({
            ...declared('activity', activity, context, `${base.id}.activity-${index + 1}`),
            mode: activity.mode,
            systems: idsOf(activity.systems),
            takes: durationOf(activity.takes),
        })),
    };
}
