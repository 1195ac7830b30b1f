// Signing processes of the bank with its customers, from which examples are taken. Nobody in them exists.
import type { Person, Process } from '../example.ts';
import { mailbox, pdf } from './props.ts';

const ngozi: Person = {
  id: '2743d809-dce6-4b96-b0e4-7a9d27ce01ff',
  externalId: 'CUST-208817',
  name: 'Ngozi Okafor',
  email: mailbox('ngozi.okafor'),
  role: 'borrower',
};

const chidi: Person = {
  id: 'b9c8f9c2-6f22-4437-9aa7-3138368779c7',
  externalId: 'CUST-208818',
  name: 'Chidi Okafor',
  email: mailbox('chidi.okafor'),
  role: 'co-borrower',
};

const katarzyna: Person = {
  id: '812564f1-ff3b-4f07-a62e-ce61ede5715b',
  externalId: 'EMP-0413',
  name: 'Katarzyna Wiśniewska',
  email: mailbox('katarzyna.wisniewska'),
  role: 'loan officer',
};

/** A home loan: two borrowers, then the bank. */
export const loan = {
  envelope: {
    id: '6beda5ed-5df4-42a1-b9b8-0364221dca9b',
    externalId: 'LN-2026-004182',
    title: 'Home loan agreement: 14 Marina Road',
  },
  routing: {
    requestFrom: ['LoanManagement'],
    department: 'Loans',
    businessUnit: 'Retail Banking',
    company: 'XYZ Home Loans Ltd',
    template: 'Home loan agreement',
    trigger: 'integration',
    appId: 'app_loan_core',
  },
  ngozi,
  chidi,
  katarzyna,
  documents: {
    agreement: pdf(
      'b973c004-c424-4191-9b26-186fb14c118c',
      'Home loan agreement.pdf',
      284_116,
      14,
      '2b1e05fb5364cffacbfd7394b72fa52bf263fb03bd71b4d6e66641259f48b265',
    ),
    schedule: pdf(
      'bb01e62d-48db-4849-8556-993bda75e57e',
      'Repayment schedule.pdf',
      96_402,
      3,
      '5ffbf274a23ac69550c9381129754658ec5e64bb04b644657dd74f9bfd2dcb07',
    ),
    signedAgreement: pdf(
      'e5957012-4fef-495d-ba6a-96fd2893167e',
      'Home loan agreement (signed).pdf',
      341_877,
      15,
      '57c1a49c4ce27240e4817c96f4e7fc1d96503a401856d668ae5dc562a14dbf98',
    ),
  },
  /** What a report about it would take from it. */
  contract: {
    total: 248_500,
    currency: 'GBP',
    customer: { name: ngozi.name, email: ngozi.email, externalId: ngozi.externalId },
    checkout: {
      reference: 'XYZ-7F42-2026',
      customer: { name: ngozi.name, email: ngozi.email },
      beneficiary: { name: chidi.name, email: chidi.email },
      payment: { method: 'direct_debit', status: 'pending', amount: 495 },
      billing: { externalIds: { sap: '4500129937' } },
      reporting: { campaign: 'spring-rates', branch: 'Leeds' },
    },
  },
} as const satisfies Process & Record<string, unknown>;

const leaseId = '1954820337716428802';
const leaseProcess = {
  reference: 'LS-88120-B',
  processId: leaseId,
  processNumber: 2207,
} as const;

const tomoko: Person = {
  id: '1954820337716428811',
  externalId: 'FLEET-3307',
  name: '林 朋子',
  email: mailbox('tomoko.hayashi'),
  role: 'lessee',
};

const ahmed: Person = {
  id: '1954820337716428812',
  externalId: 'FLEET-3308',
  name: 'Ahmed El-Sayed',
  email: mailbox('ahmed.elsayed'),
  role: 'guarantor',
};

/** A lease of lorries, which the loan system and the auditors both follow. */
export const lease = {
  envelope: {
    id: leaseId,
    externalId: 'LS-88120-B',
    title: 'Vehicle lease, 48 months: Hayashi Logistics',
  },
  routing: {
    requestFrom: ['LoanManagement', 'ComplianceAudit'],
    department: 'Loans',
    businessUnit: 'Fleet and Leasing',
    company: 'XYZ Leasing KK',
    template: 'Vehicle lease',
    trigger: 'integration',
    appId: 'app_fleet',
  },
  tomoko,
  ahmed,
  lesseeSession: {
    id: 'Pq7LdT1mZs',
    ...leaseProcess,
    transactionNumber: 4414,
    recipient: { id: 'lessee', name: 'lessee' },
    labels: { DEPOT: 'Osaka' },
  },
  guarantorSession: {
    id: 'Yd3GhS8kNv',
    ...leaseProcess,
    transactionNumber: 4415,
    recipient: { id: 'guarantor', name: 'guarantor' },
    labels: { DEPOT: 'Osaka' },
  },
  document: pdf(
    '1954820337716428830',
    '車両リース契約書.pdf',
    402_118,
    18,
    '04f830d5d7374dbeb3335fe7c4a6e97c1b72bc48477d524a3499bd3248823b57',
  ),
  contract: {
    total: 11_760_000,
    currency: 'JPY',
    customer: { name: tomoko.name, email: tomoko.email, externalId: tomoko.externalId },
    checkout: {
      reference: 'FLEET-3307-48M',
      payment: { method: 'transfer', status: 'pending', amount: 245_000 },
      billing: { externalIds: { netsuite: 'INV-660-1' } },
      reporting: { vehicles: '6', depot: 'Osaka' },
    },
  },
} as const satisfies Process & Record<string, unknown>;

const accountId = 'b7be6513-8b61-4ee7-aec4-0c449e51d104';
const accountProcess = {
  reference: accountId,
  processId: accountId,
  processNumber: 118,
} as const;

const siobhan: Person = {
  id: '1',
  externalId: 'LEAD-77120',
  name: 'Siobhán Ní Bhriain',
  email: mailbox('siobhan.nibhriain'),
  role: 'client',
};

const mai: Person = {
  id: '2',
  externalId: 'EMP-0602',
  name: 'Nguyễn Thị Mai',
  email: mailbox('mai.nguyen'),
  role: 'adviser',
};

/** A business account: a process of two sessions, first the client's and then the adviser's. */
export const account = {
  envelope: {
    id: accountId,
    externalId: 'ACC-OPEN-19034',
    title: 'Business account opening: Ní Bhriain Ceramics',
  },
  routing: {
    requestFrom: ['BranchPortal'],
    department: 'Branches',
    businessUnit: 'Small Business',
    company: 'XYZ Bank plc',
    template: 'Business account opening',
    trigger: 'page',
    appId: null,
  },
  siobhan,
  mai,
  clientSession: {
    id: 'tR4vNq0ZyK',
    ...accountProcess,
    transactionNumber: 342,
    recipient: { id: 1, name: 'client' },
    labels: { BRANCH: 'Cork', CAMPAIGN: 'makers' },
  },
  adviserSession: {
    id: 'b9WmXe2LpA',
    ...accountProcess,
    transactionNumber: 343,
    recipient: { id: 2, name: 'adviser' },
    labels: { BRANCH: 'Cork' },
  },
  application: pdf(
    'f-90311',
    'Account application.pdf',
    203_660,
    7,
    'df0c41787c657ce8f07c395dfe6a8b572ca456d6e3e7d93abf9ae17a4ed315f2',
  ),
  passport: pdf(
    'f-90312',
    'Passport.pdf',
    1_540_022,
    1,
    '358b49e26490bdb2fa202dc68bbeee3a20fb85862e796f5256893876833bbccd',
  ),
  approval: pdf(
    'f-90340',
    'Account approval.pdf',
    118_007,
    2,
    '724018c65ed61885f8649f480ed03eb8a7a3c7c824990bd5118d7f81e1a6088c',
  ),
} as const satisfies Process & Record<string, unknown>;
