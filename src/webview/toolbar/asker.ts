import type { Answer, Question } from '../../protocol/way.ts';
import type { Host } from '../host.ts';

/** Asks the server, through the extension, what the page needs only now and then. */
export class Asker {
    private readonly host: Host;
    private readonly open = new Map<number, (answer: Answer) => void>();
    private last = 0;

    constructor(host: Host) {
        this.host = host;
    }

    /** Null where there is no answer; a question that the page was reloaded over is never answered. */
    async ask<Ask extends Question['ask']>(question: Question & { readonly ask: Ask }): Promise<AnswerTo<Ask> | null> {
        this.last += 1;
        const number = this.last;
        const answer = await new Promise<Answer>((resolve) => {
            this.open.set(number, resolve);
            this.host.send({ type: 'ask', number, question });
        });
        return isAnswerTo(question.ask, answer) ? answer : null;
    }

    receive(number: number, answer: Answer): void {
        this.open.get(number)?.(answer);
        this.open.delete(number);
    }
}

type AnswerTo<Ask extends Question['ask']> = Extract<Answer, { readonly ask: Ask }>;

function isAnswerTo<Ask extends Question['ask']>(ask: Ask, answer: Answer): answer is AnswerTo<Ask> {
    return answer?.ask === ask;
}
