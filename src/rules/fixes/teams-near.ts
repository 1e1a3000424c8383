import { freeName } from '../../../language/edits/free-name.ts';
import type { System, Team } from '../../model/crm-model.ts';
import type { RuleContext } from '../rule-context.ts';
import { quoted } from '../words.ts';
import { add, adding, type Fix } from './fix.ts';

const mostOffered = 6;

/** Offers teams that could own a system: first those that own the systems that it exchanges data with. Without any team, a new one. */
export function ownerOffers({ model, flows, systemById }: RuleContext): (system: System) => Fix[] {
    const teams = model.teams.filter(({ life }) => life !== 'retired');
    if (teams.length === 0) {
        const name = freeName(
            'it',
            model.systems.flatMap(({ owner }) => owner ?? []),
        );
        return (system) => [newOwner(system, name)];
    }
    // Owners of the systems at the other ends of a system's flows, one for each flow.
    const near = new Map<string, string[]>();
    for (const { from, to, via } of flows) {
        const stations = [...new Set([from.system, to.system, ...via])];
        const owners = stations.map((id) => ({ id, owner: systemById.get(id)?.owner }));
        for (const station of stations) {
            const others = owners.flatMap(({ id, owner }) => (id === station || owner === undefined ? [] : [owner]));
            const known = near.get(station);
            if (known) known.push(...others);
            else near.set(station, others);
        }
    }
    return (system) => {
        const counts = new Map<string, number>();
        for (const owner of near.get(system.id) ?? []) counts.set(owner, (counts.get(owner) ?? 0) + 1);
        const weightOf = ({ id, function: role }: Team): number => (counts.get(id) ?? 0) * 2 + (role === 'it' ? 1 : 0);
        const likely = [...teams].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, mostOffered);
        return likely.map(({ id }) => adding(system, `owner ${id}`));
    };
}

function newOwner(system: System, name: string): Fix {
    return {
        title: `Declare the team ${quoted(name)}, and add it as owner`,
        edits: [{ kind: 'declare', file: system.source.file, text: `team ${name} "IT" { function it }` }, add(system, `owner ${name}`)],
    };
}
