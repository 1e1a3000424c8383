import type { Entity } from '../../model/crm-model.ts';
import { adding, type Fix } from '../fixes/fix.ts';
import type { Lineage } from '../lineage.ts';
import type { Rule } from '../rule.ts';
import { at, called, listed } from '../words.ts';

export const noMaster: Rule = {
    code: 'SOR002',
    severity: 'warning',
    title: 'An entity has no system of record',
    why: 'Copies without an original: when they differ, there is none to go by. Write `master` before the entity in the system that is right when others differ, or `same as` with the entity whose copy this is.',
    wrong: `team it
system crm { owner it  entity «Contact» { ContactId : id key } }
system shop { owner it }
crm.Contact -> shop`,
    right: `team it
system crm { owner it  master entity Contact { ContactId : id key } }
system shop { owner it }
crm.Contact -> shop`,
    *find({ concepts, lineage, entityById }) {
        for (const entities of concepts.all) {
            const [first, ...others] = entities;
            if (!first || entities.some(({ master }) => master)) continue;
            const copies =
                others.length > 0
                    ? `, nor ${others.length > 1 ? 'have' : 'has'} ${listed(others.map(called))}, which ${others.length > 1 ? 'are' : 'is'} the same`
                    : '';
            yield {
                message: `${called(first)} has no system of record${copies}. Write \`master\` before the entity that is right when copies differ, or \`same as\` with its original.`,
                at: at(first),
                fixes: () => [...entities.map(asMaster), ...originalsOf(entities, lineage, entityById).map((original) => asCopy(first, original))],
                related: others.map((other) => ({ message: `${called(other)} is the same, and no master.`, at: at(other) })),
            };
        }
    },
};

function asMaster(entity: Entity): Fix {
    return { title: `Make ${called(entity)} the master`, edits: [{ kind: 'prefix', to: entity.source, words: 'master' }] };
}

/** Masters that flows connect with one of the entities: whose copies they may be. */
function originalsOf(entities: readonly Entity[], lineage: Lineage, entityById: ReadonlyMap<string, Entity>): Entity[] {
    const others = entities.flatMap(({ id }) => [...lineage.legsInto(id).map(({ from }) => from.entity), ...lineage.legsFrom(id).map(({ to }) => to.entity)]);
    return [...new Set(others)].flatMap((id) => entityById.get(id ?? '') ?? []).filter(({ master }) => master);
}

function asCopy(entity: Entity, original: Entity): Fix {
    const fix = adding(entity, `same as ${original.id}`);
    return { ...fix, title: `Make ${called(entity)} a copy: ${fix.title.replace('Add ', '')}` };
}
