import type { Declared, Money } from '../../model/crm-model.ts';
import type { Found, Rule } from '../rule.ts';
import type { RuleContext } from '../rule-context.ts';
import { at, called, listed } from '../words.ts';

export const mixedCurrencies: Rule = {
    code: 'GOV006',
    severity: 'error',
    title: 'Money in mixed currencies is added up',
    why: 'Costs and benefits of initiatives, of systems and of pains are added up, and a sum of euros and dollars means nothing. Write all of them in one currency. An amount without a currency is in that of the map.',
    wrong: `map "Shop" { currency EUR }
goal loyalty
initiative one { supports loyalty  cost 40000 }
initiative two { supports loyalty  «cost» 12000 USD }`,
    right: `map "Shop" { currency EUR }
goal loyalty
initiative one { supports loyalty  cost 40000 }
initiative two { supports loyalty  cost 11000 EUR }`,
    *find(context) {
        const { initiatives } = context.model;
        const pains = context.touchpoints.flatMap((touchpoint) => touchpoint.pains);
        yield* mixedIn('initiatives', amountsOf(initiatives.filter(({ status }) => status !== 'dropped')), context);
        yield* mixedIn('systems', amountsOf(context.systems), context);
        yield* mixedIn('pains', amountsOf(pains), context);
    },
};

interface Amount {
    readonly thing: Declared;
    readonly property: 'cost' | 'benefit';
    readonly money: Money;
}

function amountsOf(things: readonly (Declared & { readonly cost?: Money; readonly benefit?: Money })[]): Amount[] {
    return things.flatMap((thing) =>
        (['cost', 'benefit'] as const).flatMap((property) => (thing[property] ? [{ thing, property, money: thing[property] }] : [])),
    );
}

/** The first amount whose currency is not that of the first one. Where the map states no currency, an amount without one fits any. */
function* mixedIn(what: string, amounts: readonly Amount[], { model }: RuleContext): Generator<Found> {
    const currencyOf = ({ money }: Amount): string | undefined => money.currency ?? model.map.currency;
    const known = amounts.filter((amount) => currencyOf(amount) !== undefined);
    const [first] = known;
    const other = known.find((amount) => first !== undefined && currencyOf(amount) !== currencyOf(first));
    if (!first || !other) return;
    const others = [...new Set(known.flatMap((amount) => currencyOf(amount) ?? []))].filter((currency) => currency !== currencyOf(other));
    yield {
        message: `The ${other.property} of ${called(other.thing)} is in ${currencyOf(other) ?? ''}, and other money of ${what} in ${listed(others)}: they are added up. Write all of it in one currency.`,
        at: at(other.thing, other.property),
        related: [{ message: `The ${first.property} of ${called(first.thing)} is in ${currencyOf(first) ?? ''}.`, at: at(first.thing, first.property) }],
    };
}
