// A working day at XYZ Bank: what happens while its documents are signed, in the order in which it is told. Everything
// that goes in is announced to the ledger first, so that what comes out can be compared with it.
import { setTimeout as wait } from 'node:timers/promises';
import type { Bank } from './bank.ts';
import { branchVisit } from './branch.ts';
import {
  type DocumensoOffice,
  type DocumensoPost,
  keyOfPost,
  openOffice,
  retried,
  typeOfPost,
} from './documenso-events.ts';
import type { Ledger } from './ledger.ts';
import { repeat, type Stage, type Tally } from './stage.ts';
import { type Concern, unsaid } from './systems.ts';

const people = {
  chidinma: { name: 'Chidinma Okonkwo', email: 'chidinma.okonkwo@example.com' },
  mateus: { name: 'Mateus Figueira', email: 'mateus.figueira@example.com' },
  meiling: { name: '林美玲', email: 'meiling.lin@example.com' },
  soren: { name: 'Søren Brandvold', email: 'soren.brandvold@example.com' },
  aroha: { name: 'Aroha Ngatai', email: 'aroha.ngatai@example.com' },
  leila: { name: 'لیلا فراهانی', email: 'leila.farahani@example.com' },
};

export async function tellStory(stage: Stage): Promise<Tally> {
  const tally: Tally = { accepted: 0, duplicates: 0, forgeries: 0, unaddressed: 0 };
  const office = openOffice(stage.run, Date.now());
  stage.note(
    'The bank registers a home loan: for the Loan system and for the audit. Documenso reports how it is signed.',
  );
  await postAll(stage, tally, await homeLoan(stage, office));
  stage.loans.goDown();
  stage.note('The Loan system is down for maintenance. Signpost keeps trying.');
  await postAll(stage, tally, await jobContract(stage, office));
  await postAll(stage, tally, await unhappyEnds(stage, office));
  stage.note(
    'A branch reports by API: an employee takes out a loan. It concerns both systems, and the audit.',
  );
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

/** From now on Signpost knows whom the events of the envelope concern: they inherit it. */
async function register(
  { bank, registered }: Stage,
  { envelopeId, title }: { readonly envelopeId: string; readonly title: string },
  concern: Concern,
): Promise<void> {
  await bank.api.put(`/envelopes/${envelopeId}`, { title, ...concern });
  registered.set(envelopeId, concern);
}

const loanConcern: Concern = { requestFrom: ['LoanManagement', 'ComplianceAudit'], department: 'Loans' };
const jobConcern: Concern = { requestFrom: ['HRPortal', 'ComplianceAudit'], department: 'HR' };

async function homeLoan(stage: Stage, office: DocumensoOffice): Promise<readonly DocumensoPost[]> {
  const { chidinma, mateus } = people;
  const loan = office.draft('Home loan, Okonkwo', [chidinma, mateus]);
  await register(stage, loan, loanConcern);
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

async function jobContract(stage: Stage, office: DocumensoOffice): Promise<readonly DocumensoPost[]> {
  const { meiling, soren } = people;
  const contract = office.draft('Job contract, Lin', [meiling, soren]);
  await register(stage, contract, jobConcern);
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

/** One is rejected by its signer, one is called back by its sender; of that one nobody said whom it concerns. */
async function unhappyEnds(stage: Stage, office: DocumensoOffice): Promise<readonly DocumensoPost[]> {
  const { aroha, leila } = people;
  const carLoan = office.draft('Car loan, Ngatai', [aroha]);
  const lease = office.draft('Office lease', [leila]);
  await register(stage, carLoan, loanConcern);
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

async function postAll(stage: Stage, tally: Tally, posts: readonly DocumensoPost[]): Promise<void> {
  for (const post of posts) {
    const { title, envelopeId } = post.payload;
    const concern = stage.registered.get(envelopeId) ?? unsaid;
    stage.ledger.announce({
      key: keyOfPost(post),
      origin: 'Documenso',
      type: typeOfPost(post),
      title,
      concern,
    });
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
