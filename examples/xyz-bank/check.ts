// Compares three accounts of the same day: what the bank's subscriptions lead to expect, what its systems received, and what
// the log of Signpost's API says. Answers every difference as a sentence; none means that all is well.
import { setTimeout as wait } from 'node:timers/promises';
import type { Bank } from './bank.ts';
import { hasArrived, type Ledger, type Row } from './ledger.ts';
import { keyOfNotice } from './receivers.ts';
import { type Day, firstDeliveryMs, firstDeliveryMsMax } from './report.ts';
import type { System, SystemId } from './systems.ts';

export interface Delivery {
  readonly id: string;
  readonly webhookId: string;
  readonly type: string;
  readonly status: string;
  readonly attempts: number;
}

/** A delivery together with what its attempts carried. */
export interface LoggedDelivery extends Delivery {
  readonly system: SystemId;
  /** As in the ledger. */
  readonly key: string;
  readonly attemptLog: readonly Attempt[];
}

interface Attempt {
  readonly number: number;
  readonly trigger: string;
  readonly outcome: string;
  readonly request: { readonly headers: readonly (readonly [string, string])[]; readonly body: string };
  readonly response: { readonly status: number } | null;
}

interface Event {
  readonly id: string;
  readonly deliveryCount: number;
}

const pollMs = 100;
/** How long after its receiver answered a delivery may take to be recorded. */
const settleMs = 5_000;

/** The receivers' side: each event once with everyone who asked for it, always under the same id. */
export function checkReceipts(ledger: Ledger, systems: readonly System[]): readonly string[] {
  const nameOf = new Map(systems.map(({ id, name }) => [id, name]));
  const flaws = ledger.rows().flatMap((row) => [
    ...[...row.cells].flatMap(([id, cell]) => {
      const about = `${row.type} of "${row.title}"`;
      if (!hasArrived(cell)) return [`The ${nameOf.get(id)} never got ${about}.`];
      if (cell.receipts > cell.wanted) return [`The ${nameOf.get(id)} got ${about} ${cell.receipts} times.`];
      return [];
    }),
    ...(row.webhookIds.size > 1 ? [`${row.type} came under ${row.webhookIds.size} ids.`] : []),
  ]);
  return [...ledger.problems(), ...flaws];
}

/** Waits until the log says that every delivery of this run succeeded, or for some seconds; then reads all of it. */
export async function readLog(bank: Bank, ledger: Ledger): Promise<readonly LoggedDelivery[]> {
  const giveUpAt = Date.now() + settleMs;
  const requests = countRequests(ledger);
  for (;;) {
    const deliveries = await listDeliveries(bank);
    const attempts = deliveries.reduce((sum, delivery) => sum + delivery.attempts, 0);
    const settled = attempts >= requests && deliveries.every(({ status }) => status === 'succeeded');
    if (settled || Date.now() > giveUpAt)
      return Promise.all(deliveries.map((delivery) => readOne(bank, delivery)));
    // The API announces nothing, so it has to be asked again.
    await wait(pollMs);
  }
}

function countRequests(ledger: Ledger): number {
  const cells = ledger.rows().flatMap((row) => [...row.cells.values()]);
  return cells.reduce((sum, { refusals, receipts }) => sum + refusals + receipts, 0);
}

async function listDeliveries({
  api,
  webhookIds,
}: Bank): Promise<readonly (Delivery & { system: SystemId })[]> {
  const lists = [...webhookIds].map(async ([system, webhookId]) => {
    const deliveries = await api.all<Delivery>('/deliveries', { webhookId });
    return deliveries.map((delivery) => ({ ...delivery, system }));
  });
  return (await Promise.all(lists)).flat();
}

async function readOne({ api }: Bank, delivery: Delivery & { system: SystemId }): Promise<LoggedDelivery> {
  const { attemptLog } = await api.get<{ attemptLog: readonly Attempt[] }>(`/deliveries/${delivery.id}`);
  const byNumber = [...attemptLog].sort((a, b) => a.number - b.number);
  const [first] = byNumber;
  return {
    ...delivery,
    key: first ? keyOfNotice(first.request.body) : `unsent ${delivery.id}`,
    attemptLog: byNumber,
  };
}

/** The log's side: exactly the expected deliveries, all succeeded, with as many attempts as the receivers counted. */
export function checkLog(
  ledger: Ledger,
  log: readonly LoggedDelivery[],
  systems: readonly System[],
): readonly string[] {
  const logged = Map.groupBy(log, ({ system, key }) => `${system} ${key}`);
  const nameOf = new Map(systems.map(({ id, name }) => [id, name]));
  const flaws = ledger.rows().flatMap((row) =>
    [...row.cells.keys()].flatMap((id) => {
      const place = `${id} ${row.key}`;
      const [delivery, ...more] = logged.get(place) ?? [];
      logged.delete(place);
      const about = `${row.type} of "${row.title}" to the ${nameOf.get(id)}`;
      if (!delivery || more.length > 0)
        return [`The log has ${more.length + (delivery ? 1 : 0)} deliveries of ${about}.`];
      return checkDelivery(row, delivery).map((flaw) => `The log says of ${about}: ${flaw}.`);
    }),
  );
  const strangers = [...logged.values()]
    .flat()
    .map(({ id, type }) => `The log has a delivery ${id} of ${type} that nobody expects.`);
  return [...flaws, ...strangers];
}

function checkDelivery({ cells, webhookIds }: Row, delivery: LoggedDelivery): readonly string[] {
  const { refusals = 0, receipts = 0 } = cells.get(delivery.system) ?? {};
  const { attemptLog, attempts, status } = delivery;
  const flaws: string[] = [];
  if (status !== 'succeeded') flaws.push(`it is ${status}`);
  if (attempts !== refusals + receipts)
    flaws.push(`${attempts} attempts, but ${refusals + receipts} requests came`);
  if (attemptLog.length !== attempts) flaws.push(`${attempts} attempts, but ${attemptLog.length} are shown`);
  const refused = attemptLog.filter(
    ({ outcome, response }) => outcome === 'failed' && response?.status === 503,
  );
  if (refused.length !== refusals) flaws.push(`${refused.length} attempts failed with 503, not ${refusals}`);
  const ids = attemptLog.map(({ request }) => header(request.headers, 'webhook-id'));
  if (ids.some((id) => id === undefined || !webhookIds.has(id)))
    flaws.push('another webhook-id than the one received');
  return flaws;
}

function header(headers: readonly (readonly [string, string])[], name: string): string | undefined {
  return headers.find(([other]) => other.toLowerCase() === name)?.[1];
}

/** What no single delivery shows: the outage was seen, nothing that was known came in again, and it was quick. */
export function checkDay(day: Day, log: readonly LoggedDelivery[]): readonly string[] {
  const { duplicates, forgeries, unaddressed } = day.tally;
  const flaws: string[] = [];
  if (!log.some(({ system, attempts }) => system === 'loans' && attempts > 1)) {
    flaws.push('No delivery to the Loan system was tried twice, although it was down.');
  }
  if (!log.some(({ attemptLog }) => attemptLog.at(-1)?.trigger === 'manual'))
    flaws.push('The log shows no resend.');
  if (duplicates !== 2) flaws.push(`${duplicates} of 2 duplicates were recognised.`);
  if (forgeries !== 1) flaws.push(`${forgeries} of 1 posts with a wrong secret were refused.`);
  if (unaddressed !== 1) flaws.push(`${unaddressed} of 1 events without Request From were refused.`);
  const first = firstDeliveryMs(day);
  if (first === null || first >= firstDeliveryMsMax) flaws.push(`The first delivery took ${first} ms.`);
  return flaws;
}

/** The events themselves: as many as were accepted since the server was ready, and none that went nowhere. */
export async function checkEvents({ api }: Bank, { tally, readyAt }: Day): Promise<readonly string[]> {
  const events = await api.all<Event>('/events', { from: new Date(readyAt).toISOString() });
  const flaws: string[] = [];
  if (events.length !== tally.accepted)
    flaws.push(`${tally.accepted} events were accepted, the API lists ${events.length}.`);
  for (const { id, deliveryCount } of events)
    if (deliveryCount === 0) flaws.push(`Event ${id} went to nobody.`);
  return flaws;
}
