// A branch of the bank reports by API. Its envelope is registered nowhere, so that every event says itself whom it concerns;
// one that does not is refused.
import { setTimeout as wait } from 'node:timers/promises';
import { ApiError } from './api.ts';
import { repeat, type Stage, type Tally } from './stage.ts';
import type { Concern } from './systems.ts';

/** An event as the API takes it. */
interface ApiEvent {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly envelopeId: string;
  readonly envelope: { readonly externalId: string; readonly title: string };
  readonly routing: Concern;
  readonly content: unknown;
}

interface Accepted {
  readonly id: string;
  readonly deliveries: number;
}

/** Of one envelope: two source systems, and by its department a third. */
const concern: Concern = { requestFrom: ['LoanManagement', 'ComplianceAudit'], department: 'HR' };

/** One event by itself, the rest in one array; then the array's last one again, as a careful sender repeats it. */
export async function branchVisit(stage: Stage, tally: Tally): Promise<void> {
  const [first, ...rest] = tabletEvents(stage.run, Date.now());
  if (!first) return;
  await forgetRequestFrom(stage, tally, first);
  await sendEvents(stage, tally, [first], (answer) => [answer as Accepted], first);
  const answers = await sendEvents(
    stage,
    tally,
    rest,
    (answer) => (answer as { data: Accepted[] }).data,
    rest,
  );
  const last = rest.at(-1);
  const row = stage.ledger.rows().find(({ key }) => key === last?.id);
  if (!last || !row) return;
  await repeat(stage, tally, row, async () => {
    const again = await stage.bank.api.post<Accepted>('/events', last);
    return JSON.stringify(again) === JSON.stringify(answers.at(-1));
  });
}

function tabletEvents(run: string, now: number): readonly ApiEvent[] {
  const signer = { name: 'Nguyễn Thị Lan', email: 'lan.nguyen@example.com' };
  const steps = [
    'envelope.sent',
    'signer.authenticated',
    'signer.signed',
    'document.ready',
    'envelope.completed',
  ];
  return steps.map((type, index) => ({
    id: `tablet-${run}-${index + 1}`,
    type,
    occurredAt: new Date(now - (steps.length - index) * 20_000).toISOString(),
    envelopeId: `tablet-${run}`,
    envelope: { externalId: 'STAFF-4471', title: 'Staff loan, Nguyễn' },
    routing: concern,
    content: { branch: 'Harbour Street', tablet: 12, signer, step: index + 1 },
  }));
}

async function sendEvents(
  { bank, ledger, pauseMs }: Stage,
  tally: Tally,
  events: readonly ApiEvent[],
  unpack: (answer: unknown) => readonly Accepted[],
  body: unknown,
): Promise<readonly Accepted[]> {
  const rows = events.map(({ id, type, envelope }) =>
    ledger.announce({ key: id, origin: 'API', type, title: envelope.title, concern }),
  );
  const answers = unpack(await bank.api.post('/events', body));
  rows.forEach((row, index) => {
    const { deliveries } = answers[index] ?? {};
    if (deliveries !== row.cells.size) {
      ledger.problem(`${row.type} goes to ${row.cells.size} systems, but the API answered ${deliveries}.`);
    }
  });
  tally.accepted += rows.length;
  await wait(pauseMs);
  return answers;
}

/** The bank's policy asks for it, since a message that reaches nobody is found out too late. */
async function forgetRequestFrom(
  { bank, ledger, note }: Stage,
  tally: Tally,
  event: ApiEvent,
): Promise<void> {
  try {
    await bank.api.post('/events', { ...event, routing: {} });
    ledger.problem('An event of an unknown envelope was accepted without Request From.');
  } catch (error) {
    if (!(error instanceof ApiError && error.code === 'missing_field')) throw error;
    tally.unaddressed += 1;
    note('The branch forgot to say for whom (Request From): refused, and told which names there are.');
  }
}
