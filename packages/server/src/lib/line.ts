// A line between two processes: messages by kind, and questions that get one answer each. The other end may die at any
// moment: then, or when it takes too long, a question is answered with null, and nothing is thrown.

/** Sends what can be cloned; to an end that is gone it sends nothing. */
export type SendMessage = (message: object) => void;

export interface Line<Out extends object> {
  tell(message: Out): void;
  ask(message: Out): Promise<unknown>;
  /** Everything that the other end says goes in here. */
  receive(message: unknown): void;
  /** The other end is gone. */
  close(): void;
}

export interface LineOptions<In> {
  readonly send: SendMessage;
  /** What it answers to a question goes back; a rejection counts as null. */
  readonly heard: (message: In) => unknown;
  readonly answerMsMax: number;
}

interface Envelope<T> {
  /** Given with a question, and with its answer. */
  readonly question?: number;
  readonly answer?: number;
  readonly value: T;
}

export function createLine<Out extends object, In>(options: LineOptions<In>): Line<Out> {
  const { send, heard, answerMsMax } = options;
  const waiting = new Map<number, (value: unknown) => void>();
  let asked = 0;
  let closed = false;

  function settle(question: number, value: unknown): void {
    waiting.get(question)?.(value);
    waiting.delete(question);
  }

  async function answer(question: number, message: In): Promise<void> {
    const value = await Promise.resolve(heard(message)).catch(() => null);
    if (!closed) send({ answer: question, value } satisfies Envelope<unknown>);
  }

  return {
    tell(message) {
      if (!closed) send({ value: message } satisfies Envelope<Out>);
    },
    ask(message) {
      if (closed) return Promise.resolve(null);
      asked += 1;
      const question = asked;
      return new Promise((resolve) => {
        const timer = setTimeout(() => settle(question, null), answerMsMax);
        waiting.set(question, (value) => {
          clearTimeout(timer);
          resolve(value);
        });
        send({ question, value: message } satisfies Envelope<Out>);
      });
    },
    receive(raw) {
      const envelope = raw as Envelope<In>;
      if (envelope.answer !== undefined) settle(envelope.answer, envelope.value);
      else if (envelope.question !== undefined) void answer(envelope.question, envelope.value);
      else heard(envelope.value);
    },
    close() {
      closed = true;
      for (const question of [...waiting.keys()]) settle(question, null);
    },
  };
}
