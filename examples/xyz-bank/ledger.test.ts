import { describe, expect, it } from 'vitest';
import { checkReceipts } from './check.ts';
import { createLedger } from './ledger.ts';
import { type Concern, type System, type SystemId, systems, takers, unsaid, wants } from './systems.ts';

const [loans, hr] = systems as readonly [System, System, System];

const both: Concern = { requestFrom: ['LoanManagement'], department: 'HR' };

function announced() {
  const ledger = createLedger([loans, hr]);
  const row = ledger.announce({
    key: 'k',
    origin: 'API',
    type: 'signer.signed',
    title: 'Lease',
    concern: both,
  });
  const receipt = (system: System, webhookId = 'w') => ({
    system,
    key: 'k',
    type: 'signer.signed',
    webhookId,
  });
  return { ledger, row, receipt, check: () => checkReceipts(ledger, systems) };
}

describe('a subscription', () => {
  it.each([
    ['signer.signed', true],
    ['envelope.completed', false],
    ['envelope.sent', true],
    ['signers.signed', false],
  ])('of signer.* and envelope.sent takes %s: %s', (type, taken) => {
    expect(wants(hr, type)).toBe(taken);
  });
});

it.each<[string, string, Concern, readonly SystemId[]]>([
  ['its source system', 'signer.signed', { requestFrom: ['LoanManagement'], department: null }, ['loans']],
  ['its department', 'signer.signed', { requestFrom: ['HRPortal'], department: 'HR' }, ['hr']],
  ['each of several', 'signer.signed', both, ['loans', 'hr']],
  ['the front desk, when nobody else was told', 'signer.signed', unsaid, ['desk']],
  ['the front desk, when nobody else wants the type', 'envelope.created', both, ['desk']],
])('an event goes to %s', (_whom, type, concern, expected) => {
  expect(takers(systems, type, concern).map(({ id }) => id)).toEqual(expected);
});

describe('the ledger', () => {
  it('expects an event with everyone who asked for it', () => {
    const { row, check } = announced();
    expect([...row.cells.keys()]).toEqual(['loans', 'hr']);
    expect(check()).toEqual([
      'The Loan system never got signer.signed of "Lease".',
      'The HR portal never got signer.signed of "Lease".',
    ]);
  });

  it('is content when everyone got it once, however many attempts it took', async () => {
    const { ledger, receipt, check } = announced();
    const arrived = ledger.until(ledger.allArrived);
    ledger.refused(receipt(loans));
    ledger.received(receipt(hr));
    expect(ledger.allArrived()).toBe(false);
    ledger.received(receipt(loans));
    await arrived;
    expect(check()).toEqual([]);
  });

  it('finds what came twice', () => {
    const { ledger, receipt, check } = announced();
    for (const system of [loans, hr, hr]) ledger.received(receipt(system));
    expect(check()).toEqual(['The HR portal got signer.signed of "Lease" 2 times.']);
  });

  it('finds a resend that came under another id', () => {
    const { ledger, receipt, check } = announced();
    ledger.received(receipt(loans));
    ledger.received(receipt(hr, 'other'));
    expect(check()).toEqual(['signer.signed came under 2 ids.']);
  });

  it('finds what nobody announced', () => {
    const { ledger } = announced();
    ledger.received({ system: hr, key: 'forged', type: 'signer.viewed', webhookId: 'w2' });
    expect(ledger.problems()).toEqual(['The HR portal got signer.viewed (w2), which it should not get.']);
  });
});
