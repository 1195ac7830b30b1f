// What every scene of the day is played on, and what they count.
import type { Bank } from './bank.ts';
import type { DocumensoPost } from './documenso-events.ts';
import type { Ledger, Row } from './ledger.ts';
import type { Receiver } from './receivers.ts';
import type { Concern } from './systems.ts';

export interface Stage {
  readonly bank: Bank;
  readonly ledger: Ledger;
  /** The receiver whose system goes down for a while. */
  readonly loans: Receiver;
  /** Makes ids differ from those of every other run. */
  readonly run: string;
  readonly samples: readonly DocumensoPost[];
  /** Between two inputs, for people who watch. */
  readonly pauseMs: number;
  /** Whom each envelope concerns that was registered, by its id. */
  readonly registered: Map<string, Concern>;
  /** Says what is going on. */
  readonly note: (text: string) => void;
}

/** What the story did that no table shows. */
export interface Tally {
  accepted: number;
  duplicates: number;
  /** Posts with a wrong secret that were refused. */
  forgeries: number;
  /** Events that did not say for whom they are and were refused. */
  unaddressed: number;
}

/** @param again sends it once more and says whether the server recognised it */
export async function repeat(
  { ledger }: Stage,
  tally: Tally,
  row: Row,
  again: () => Promise<boolean>,
): Promise<void> {
  ledger.repeat(row);
  if (await again()) tally.duplicates += 1;
  else ledger.problem(`The repeated ${row.type} of "${row.title}" was not recognised as known.`);
}
