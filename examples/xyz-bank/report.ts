// What the demo says at its end: the counts of the day, and what a visitor can try next. Pure: facts in, lines out.
import { hasArrived, type Ledger } from './ledger.ts';
import type { Tally } from './stage.ts';
import type { System } from './systems.ts';

export interface Day {
  readonly ledger: Ledger;
  readonly systems: readonly System[];
  readonly tally: Tally;
  readonly verified: number;
  readonly readyAt: number;
}

/** The first delivery has to arrive within this time after the server is ready. */
export const firstDeliveryMsMax = 10_000;

export function firstDeliveryMs({ ledger, readyAt }: Day): number | null {
  const at = ledger.firstReceiptAt();
  return at === null ? null : at - readyAt;
}

export function counts(day: Day): readonly string[] {
  const { ledger, systems, tally, verified } = day;
  const cells = ledger.rows().flatMap((row) => [...row.cells]);
  const receiptsOf = (system: System) =>
    cells.reduce((sum, [id, { receipts }]) => sum + (id === system.id ? receipts : 0), 0);
  const first = firstDeliveryMs(day);
  return [
    ['events accepted', tally.accepted],
    ...systems.map((system) => [`delivered to the ${system.name}`, receiptsOf(system)] as const),
    ['retries', cells.reduce((sum, [, { refusals }]) => sum + refusals, 0)],
    ['signatures verified', verified],
    ['duplicates refused', tally.duplicates],
    ['wrong secrets refused', tally.forgeries],
    ['without Request From refused', tally.unaddressed],
    ['lost', cells.filter(([, cell]) => !hasArrived(cell)).length],
    [
      'first delivery',
      first === null ? 'never' : `${(first / 1000).toFixed(2)} s after the server was ready`,
    ],
  ].map(([label, value]) => `  ${String(label).padEnd(31)} ${value}`);
}

export interface Place {
  readonly url: string;
  /** Of the bank's environment, from the root of the server. */
  readonly path: string;
  /** As it can be typed where the demo was started. */
  readonly rootKeyFile: string;
  /** Of a delivery that can be sent again. */
  readonly deliveryId: string;
}

export function invitation({ url, path, rootKeyFile, deliveryId }: Place): readonly string[] {
  return [
    `Signpost goes on running at ${url}, and so do the bank's systems.`,
    `The root key is in ${rootKeyFile}. Try, in another terminal:`,
    '',
    `  AUTH="Authorization: Bearer $(cat '${rootKeyFile}')"`,
    `  BANK=${url}${path}`,
    '',
    'An event of your own, which then arrives below:',
    '  curl -s -H "$AUTH" -H "Content-Type: application/json" "$BANK/events" \\',
    `    -d '{"type": "signer.signed", "content": {"hello": "world"}}'`,
    '',
    'A delivery with every request and answer, then the same delivery once more:',
    `  DELIVERY=$BANK/deliveries/${deliveryId}`,
    '  curl -s -H "$AUTH" $DELIVERY',
    '  curl -s -H "$AUTH" -X POST $DELIVERY/resend',
    '',
    'Ctrl-C stops everything.',
  ];
}
