// What nodes tell each other about live tails, by NOTIFY. A message that is missed costs time: whoever tails looks again.
import type { Database, Statement } from './database.ts';

export const tailChannel = 'signpost_tail';

export interface TailChannel {
  /** Every node hears it, this one too. A message is at most 8,000 bytes. */
  tell(messages: readonly string[]): Promise<void>;
}

const notify: Statement = {
  name: 'tail_notify',
  text: `SELECT pg_notify('${tailChannel}', told) FROM unnest($1::text[]) AS told`,
};

export function createTailChannel(database: Database): TailChannel {
  return {
    async tell(messages) {
      await database.query(notify, [messages]);
    },
  };
}
