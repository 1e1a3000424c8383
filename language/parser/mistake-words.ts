import { GrammarAST } from 'langium';
import { kindNames, quoted, withArticle } from '../names.ts';
import type { GrammarGraph } from './graph.ts';
import type { Lookahead } from './lookahead.ts';
import { MissingWords } from './missing-words.ts';
import type { Mistake } from './mistake.ts';
import { at, type Place } from './place.ts';
import { PropertyOwners } from './property-owners.ts';
import type { Level } from './run.ts';
import { isArrow, isEnd, isWordLike, type Token } from './tokens.ts';
import { pathsAround } from './two-flows.ts';

/** Where a nested declaration may stand, in words. */
const homes: Readonly<Record<string, string>> = {
    entity: 'in a system',
    master: 'in a system',
    stage: 'in a lifecycle or a journey',
    activity: 'in a stage of a lifecycle',
    touchpoint: 'in a stage of a journey',
    pain: 'in a touchpoint',
    opportunity: 'in a touchpoint',
    evidence: 'in a touchpoint or a pain',
};

/** What a body holds beside its properties. */
const parts: Readonly<Record<string, string>> = { System: 'entity', Lifecycle: 'stage', Journey: 'stage', JourneyStage: 'touchpoint' };

/** Puts a mistake of the text in words: what is wrong, and what to write instead. */
export class MistakeWords {
    readonly owners: PropertyOwners;
    private readonly missing: MissingWords;

    constructor(graph: GrammarGraph, lookahead: Lookahead) {
        this.owners = new PropertyOwners(graph, lookahead);
        this.missing = new MissingWords(lookahead, this.owners);
    }

    /** The keywords that could stand at a place. */
    keywordsAt(place: Place): string[] {
        return [...new Set(place.expected.flatMap((state) => (state.kind === 'token' && isWordKeyword(state.element) ? [state.type] : [])))];
    }

    unknownDeclaration(token: Token, meant: string | undefined, next: Token | undefined): Mistake {
        const kinds = this.owners
            .declarations()
            .filter((word) => word !== 'import')
            .join(', ');
        const flow = next && !next.first && isWordLike(next) ? ` A flow is written ${token.image} -> ${next.image}.` : '';
        const advice = meant === undefined ? `Write one of ${kinds}.${flow}` : `Did you mean \`${meant}\`?`;
        return { code: 'LNG003', message: `${quoted(token.image)} is no kind of declaration. ${advice}`, from: token, to: token, write: meant };
    }

    misspelt(place: Place, meant: string, token = at(place, 0)): Mistake {
        const what = place.mayEnd ? this.noProperty(place, token) : `${quoted(token.image)} is not expected here.`;
        return { code: 'LNG002', message: `${what} Did you mean \`${meant}\`?`, from: token, to: token, write: meant };
    }

    /** The words of a title that lacks its quotes. */
    unquotedTitle(from: Token, to: Token, words: string, write = `"${words}"`): Mistake {
        return { code: 'LNG004', message: `A text stands in quotes. Write ${write}.`, from, to, write };
    }

    mistakeAt(place: Place): Mistake {
        const token = at(place, 0);
        return place.mayEnd && !isEnd(token) ? this.tooMuch(place, token) : this.missing.mistake(place, token);
    }

    /** Something behind a statement that could be over. */
    private tooMuch(place: Place, token: Token): Mistake {
        const type = token.tokenType.name;
        const kind = this.kindOf(place);
        const comma = place.expected.some((state) => state.kind === 'token' && state.type === ',');
        const one = (code: string, message: string, write?: string): Mistake => ({ code, message, from: token, to: token, write });
        if (comma && !token.first && (type === 'STRING' || isWordLike(token)) && this.owners.of(token.image).length === 0) {
            return one(
                'LNG004',
                `Values of a list have commas between them. Write , before ${type === 'STRING' ? token.image : quoted(token.image)}.`,
                `, ${token.image}`,
            );
        }
        if (type === 'LABEL')
            return one(
                'LNG002',
                `${quoted(token.image)} looks like a field, and fields stand in an entity.${kind === undefined ? '' : ` This is ${withArticle(kind)}.`}`,
            );
        if (isWordLike(token)) return one('LNG002', this.unknownWord(place, token, kind), this.wordWithIts(place, token, kind));
        if (type === 'STRING') {
            const property =
                kind === undefined ? undefined : place.expected.some((state) => state.kind === 'token' && state.type === 'using') ? 'using' : 'note';
            return one('LNG001', 'This text belongs to no property. Write the name of its property before it.', property && `${property} ${token.image}`);
        }
        if (type === 'NUMBER' || type === 'DATE')
            return one('LNG001', `This ${type === 'DATE' ? 'date' : 'number'} belongs to no property. Write the name of its property before it.`);
        const path = place.bodyLevel.outer === undefined ? pathsAround(place) : undefined;
        if (isArrow(token) && path) return one('LNG001', `Write two flows: ${path.before} and ${path.after}.`, `\n${path.middle} ${token.image}`);
        if (type === '{') return one('LNG001', `No body can stand here. Remove the { and its }, or begin a declaration before it.`);
        return one('LNG001', `\`${token.image}\` is not expected here. Remove it.`, '');
    }

    private unknownWord(place: Place, token: Token, kind: string | undefined): string {
        const home = Object.hasOwn(homes, token.image) ? homes[token.image] : undefined;
        const named = quoted(token.image);
        if (home !== undefined)
            return `${capital(withArticle(token.image === 'master' ? 'entity' : token.image))} stands ${home}, not ${kind === undefined ? 'alone' : `in ${withArticle(kind)}`}.`;
        if (kind !== undefined && this.owners.declarations().includes(token.image))
            return `${capital(withArticle(token.image))} cannot stand in ${withArticle(kind)}. Write it outside of it.`;
        const owners = this.owners.of(token.image).map((type) => kindNames[type] ?? type);
        const next = at(place, 1);
        const lacking = this.lackingWord(place) ?? this.lackingKind(place, token);
        if (owners.length === 0 && lacking !== undefined) return `${named} is not expected here. Is \`${lacking}\` missing before it?`;
        const way = kind === 'journey' && isWordLike(next) && !next.first ? ` A way is written ${token.image} -> ${next.image}.` : '';
        if (owners.length === 0) return `${this.noProperty(place, token)}${way}`;
        const listed = owners.length > 4 ? 'other declarations' : owners.map(withArticle).join(' or ');
        if (kind === undefined) return `${named} is a property of ${listed}. Write it between the { and } of one.`;
        return `${this.noProperty(place, token)} It belongs to ${listed}.`;
    }

    /** A word with the keyword that it lacks before it, or with the arrow of the way that it begins. */
    private wordWithIts(place: Place, token: Token, kind: string | undefined): string | undefined {
        if (Object.hasOwn(homes, token.image) || this.owners.declarations().includes(token.image) || this.owners.of(token.image).length > 0) return undefined;
        const lacking = this.lackingWord(place) ?? this.lackingKind(place, token);
        if (lacking !== undefined) return `${lacking} ${token.image}`;
        const next = at(place, 1);
        return kind === 'journey' && isWordLike(next) && !next.first ? `${token.image} ->` : undefined;
    }

    /** The kind of a declaration in a body, where a name with a title or a body of its own stands alone; or the word before a mapping. */
    private lackingKind(place: Place, token: Token): string | undefined {
        const next = at(place, 1);
        const owner = place.bodyLevel.opened.rule.type;
        if (place.index !== place.statement || token.tokenType.name === 'LABEL') return undefined;
        if (owner === 'Flow' && ['->', '.', ','].includes(next.tokenType.name)) return 'map';
        const body = next.tokenType.name === 'STRING' ? at(place, 2) : next;
        if (next.first || body.first || body.tokenType.name !== '{') return undefined;
        return parts[owner];
    }

    /** The one keyword that a declaration could go on with before its body. */
    private lackingWord({ expected, state, index, statement }: Place): string | undefined {
        if (index === statement) return undefined;
        const own = expected.flatMap((next) =>
            next.kind === 'token' && next.rule === state.rule && next !== next.rule.start && isWordKeyword(next.element) ? [next.type] : [],
        );
        return own.length === 1 ? own[0] : undefined;
    }

    private noProperty(place: Place, token: Token): string {
        const kind = this.kindOf(place);
        return kind === undefined ? `${quoted(token.image)} is not expected here.` : `${capital(withArticle(kind))} has no property ${quoted(token.image)}.`;
    }

    /** What the body belongs to; undefined for a whole file. */
    private kindOf({ bodyLevel }: Place): string | undefined {
        for (let level: Level | undefined = bodyLevel; level; level = level.outer) {
            const kind = kindNames[level.opened.rule.type];
            if (kind !== undefined) return kind;
        }
        return undefined;
    }
}

function isWordKeyword(element: GrammarAST.AbstractElement): boolean {
    return GrammarAST.isKeyword(element) && /^[a-z]/.test(element.value);
}

function capital(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
