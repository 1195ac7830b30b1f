// A working day at XYZ Bank: what happens while its documents are signed, in the order in which it is told. Everything
// that goes in is announced to the ledger first, so that what comes out can be compared with it.
import { setTimeout as wait } from 'node:timers/promises';
import type { Bank } from './bank.ts';
import {
  type DocumensoOffice,
  type DocumensoPost,
  keyOfPost,
  openOffice,
  retried,
  typeOfPost,
} from './documenso-events.ts';
import type { Ledger, Row } from './ledger.ts';
import type { Receiver } from './receivers.ts';

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
  /** Says what is going on. */
  readonly note: (text: string) => void;
}

/** What the story did that no table shows. */
export interface Tally {
  accepted: number;
  duplicates: number;
  /** Posts with a wrong secret that were refused. */
  forgeries: number;
}

/** An event as the API takes it. */
interface ApiEvent {
  readonly id: string;
  readonly type: string;
  readonly occurredAt: string;
  readonly envelopeId: string;
  readonly envelope: { readonly externalId: string; readonly title: string };
  readonly content: unknown;
}

interface Accepted {
  readonly id: string;
  readonly deliveries: number;
}

const people = {
  chidinma: { name: 'Chidinma Okonkwo', email: 'chidinma.okonkwo@example.com' },
  mateus: { name: 'Mateus Figueira', email: 'mateus.figueira@example.com' },
  meiling: { name: '林美玲', email: 'meiling.lin@example.com' },
  soren: { name: 'Søren Brandvold', email: 'soren.brandvold@example.com' },
  aroha: { name: 'Aroha Ngatai', email: 'aroha.ngatai@example.com' },
  leila: { name: 'لیلا فراهانی', email: 'leila.farahani@example.com' },
};

export async function tellStory(stage: Stage): Promise<Tally> {
  const tally: Tally = { accepted: 0, duplicates: 0, forgeries: 0 };
  const office = openOffice(stage.run, Date.now());
  stage.note('Documenso reports: two people sign a home loan.');
  await postAll(stage, tally, homeLoan(office));
  stage.loans.goDown();
  stage.note('The Loan system is down for maintenance. Signpost keeps trying.');
  await postAll(stage, tally, jobContract(office));
  await postAll(stage, tally, unhappyEnds(office));
  stage.note('A branch reports by API: an account is opened on a tablet.');
  await branchVisit(stage, tally);
  await repeatAndForge(stage, tally, office);
  await postAll(stage, tally, stage.samples);
  stage.note('The Loan system is still down. Signpost tries again, and again.');
  await stage.ledger.until(() => refusedTwice(stage.ledger) >= 3 || stage.ledger.problems().length > 0);
  stage.loans.comeBack();
  stage.note('The Loan system is back: it now gets what it missed.');
  await stage.ledger.until(() => stage.ledger.allArrived() || stage.ledger.problems().length > 0);
  return tally;
}

/** Events that the Loan system refused again when they were tried again. */
function refusedTwice(ledger: Ledger): number {
  return ledger.rows().filter(({ cells }) => (cells.get('loans')?.refusals ?? 0) >= 2).length;
}

function homeLoan(office: DocumensoOffice): readonly DocumensoPost[] {
  const { chidinma, mateus } = people;
  const loan = office.draft('Home loan, Okonkwo', [chidinma, mateus]);
  return [
    loan.create(),
    loan.send(),
    loan.open(chidinma),
    loan.sign(chidinma),
    loan.open(mateus),
    loan.sign(mateus),
    loan.complete(),
  ];
}

function jobContract(office: DocumensoOffice): readonly DocumensoPost[] {
  const { meiling, soren } = people;
  const contract = office.draft('Job contract, Lin', [meiling, soren]);
  return [
    contract.create(),
    contract.send(),
    contract.open(meiling),
    contract.sign(meiling),
    contract.open(soren),
    contract.sign(soren),
    contract.complete(),
  ];
}

/** One is rejected by its signer, one is called back by its sender. */
function unhappyEnds(office: DocumensoOffice): readonly DocumensoPost[] {
  const { aroha, leila } = people;
  const carLoan = office.draft('Car loan, Ngatai', [aroha]);
  const lease = office.draft('Office lease', [leila]);
  return [
    carLoan.create(),
    carLoan.send(),
    lease.create(),
    carLoan.open(aroha),
    lease.send(),
    carLoan.reject(aroha, 'The rate is not the one we agreed on.'),
    lease.cancel(),
  ];
}

/** One event by itself, the rest in one array; then the array's last one again, as a careful sender repeats it. */
async function branchVisit(stage: Stage, tally: Tally): Promise<void> {
  const [first, ...rest] = tabletEvents(stage.run, Date.now());
  if (!first) return;
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
    envelope: { externalId: 'ACC-4471', title: 'Account, Nguyễn' },
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
    ledger.announce({ key: id, origin: 'API', type, title: envelope.title }),
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

/** A retry of what is known already, and a post by somebody who does not know the secret. */
async function repeatAndForge(stage: Stage, tally: Tally, office: DocumensoOffice): Promise<void> {
  const draft = office.draft('Overdraft, Ngatai', [people.aroha]);
  const post = draft.create();
  await postAll(stage, tally, [post]);
  const row = stage.ledger.rows().at(-1);
  if (!row) return;
  await repeat(stage, tally, row, async () => {
    const answer = await postTo(stage.bank, retried(post));
    return answer.ok && ((await answer.json()) as { status?: string }).status === 'duplicate';
  });
  const forged = await postTo(stage.bank, draft.send(), 'a guess');
  stage.note(`Somebody posed as Documenso without knowing the secret: answered ${forged.status}.`);
  if (forged.status === 401) tally.forgeries += 1;
  else stage.ledger.problem(`A post with a wrong secret was answered ${forged.status} instead of 401.`);
  await wait(stage.pauseMs * 8);
}

/** @param again sends it once more and says whether the server recognised it */
async function repeat(
  { ledger }: Stage,
  tally: Tally,
  row: Row,
  again: () => Promise<boolean>,
): Promise<void> {
  ledger.repeat(row);
  if (await again()) tally.duplicates += 1;
  else ledger.problem(`The repeated ${row.type} of "${row.title}" was not recognised as known.`);
}

async function postAll(stage: Stage, tally: Tally, posts: readonly DocumensoPost[]): Promise<void> {
  for (const post of posts) {
    const { title } = post.payload;
    stage.ledger.announce({ key: keyOfPost(post), origin: 'Documenso', type: typeOfPost(post), title });
    const answer = await postTo(stage.bank, post);
    if (!answer.ok) throw new Error(`${post.event} was answered ${answer.status}: ${await answer.text()}`);
    await answer.body?.cancel();
    tally.accepted += 1;
    await wait(stage.pauseMs);
  }
}

function postTo(
  { inboundUrl, inboundSecret }: Bank,
  post: DocumensoPost,
  secret = inboundSecret,
): Promise<Response> {
  return fetch(inboundUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-documenso-secret': secret },
    body: JSON.stringify(post),
    signal: AbortSignal.timeout(10_000),
  });
}
