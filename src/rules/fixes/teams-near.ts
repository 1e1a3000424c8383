import type { System, Team } from '../../model/crm-model.ts';
import type { RuleContext } from '../rule-context.ts';
import { quoted } from '../words.ts';
import { add, adding, type Fix } from './fix.ts';
import { freeName } from '../../../language/edits/free-name.ts';

const mostOffered = 6;

/** Teams that could own a system: first those that own the systems that it exchanges data with. Without any team, a new one. */
export function ownersFor(system: System, { model, flows, systemById }: RuleContext): Fix[] {
    const teams = model.teams.filter(({ life }) => life !== 'retired');
    if (teams.length === 0) return [newOwner(system, model.systems)];
    const counts = new Map<string, number>();
    for (const { from, to, via } of flows) {
        const stations = [from.system, to.system, ...via];
        if (!stations.includes(system.id)) continue;
        for (const owner of stations.flatMap((id) => (id === system.id ? [] : (systemById.get(id)?.owner ?? []))))
            counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
    const weightOf = ({ id, function: role }: Team): number => (counts.get(id) ?? 0) * 2 + (role === 'it' ? 1 : 0);
    return [...teams]
        .sort((a, b) => weightOf(b) - weightOf(a))
        .slice(0, mostOffered)
        .map(({ id }) => adding(system, `owner ${id}`));
}

function newOwner(system: System, systems: readonly System[]): Fix {
    const name = freeName(
        'it',
        systems.flatMap(({ owner }) => owner ?? []),
    );
    return {
        title: `Declare the team ${quoted(name)}, and add it as owner`,
        edits: [{ kind: 'declare', file: system.source.file, text: `team ${name} "IT" { function it }` }, add(system, `owner ${name}`)],
    };
}
