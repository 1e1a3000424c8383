import type { CallState, State, TokenState } from './graph.ts';
import type { Place } from './place.ts';
import { field, fieldName, picklist, typeArguments } from './repairs/fields.ts';
import { flowName, furtherStarts, wordBehindEnd } from './repairs/flows.ts';
import { colon, comma, titleColon } from './repairs/marks.ts';
import type { Reading, Repair } from './repairs/reading.ts';
import { title } from './repairs/titles.ts';
import { digits, dottedVersion, errorStep, foreignToken, foreignValue, limit, timetable } from './repairs/values.ts';
import { alternative, declaration, flagValue, listWord, modifierPhrase, otherKind, word } from './repairs/words.ts';
import type { Level } from './run.ts';

/** In the order in which they are tried. */
const repairs: readonly Repair[] = [
    fieldName,
    field,
    errorStep,
    modifierPhrase,
    otherKind,
    word,
    flagValue,
    titleColon,
    colon,
    digits,
    dottedVersion,
    foreignToken,
    limit,
    typeArguments,
    wordBehindEnd,
    furtherStarts,
    comma,
    title,
];

/** Mends what is clearly meant, and tells of it: the parser then reads on as if it had been right. */
export class Repairs {
    private readonly at: Reading;

    constructor(at: Reading) {
        this.at = at;
    }

    /** Mends the text at a mistake; the state to go on with, or undefined where nothing helps. */
    mend(place: Place): State | undefined {
        for (const repair of repairs) {
            const state = repair(place, this.at);
            if (state) return state;
        }
        return undefined;
    }

    /** Before a rule is entered: what reads like it, and is written otherwise. */
    before(call: CallState, level: Level): void {
        switch (call.called.name) {
            case 'FieldType':
                return picklist(this.at);
            case 'Flow':
                return flowName(this.at);
            case 'Word':
                if (call.target?.feature === 'timing') timetable(this.at);
                return call.target && listWord(this.at, level, call.target.feature);
            default:
                return foreignValue(call, this.at);
        }
    }

    /** A declaration of a kind that nobody knows; whether it is to be read once more. */
    declaration(): boolean {
        return declaration(this.at);
    }

    /** Where a word of a closed list has a keyword of its own, a word that is nearly that one is read as it. */
    alternative(state: TokenState, level: Level): boolean {
        return alternative(this.at, state, level);
    }
}
