// Sends one delivery again that had succeeded, as somebody does whose system lost it. The receiver recognises it by its id.
import type { Bank } from './bank.ts';
import type { LoggedDelivery } from './check.ts';
import type { Ledger } from './ledger.ts';

/** Resolves once it has arrived again. */
export async function resendOne(bank: Bank, ledger: Ledger, log: readonly LoggedDelivery[]): Promise<void> {
  const row = ledger.rows().find(({ type }) => type === 'envelope.completed');
  const cell = row?.cells.get('compliance');
  const delivery = log.find(({ system, key }) => system === 'compliance' && key === row?.key);
  if (!row || !cell || !delivery) throw new Error('There is no finished delivery to send again.');
  cell.wanted += 1;
  await bank.api.post(`/deliveries/${delivery.id}/resend`);
  await ledger.until(() => cell.receipts >= cell.wanted);
}
