// The systems of XYZ Bank that want to be told, which events each one asks for and of whom. Whatever the demo expects later
// is computed from this table, and the webhooks are created from it.

export type SystemId = 'loans' | 'hr' | 'compliance' | 'desk';

/** What the bank's webhooks and envelopes are routed by, as its directory has it. */
export const directory = {
  departments: ['Loans', 'HR', 'Compliance'],
  'source-systems': ['LoanManagement', 'HRPortal', 'ComplianceAudit'],
} as const;

export type Department = (typeof directory)['departments'][number];
export type SourceSystem = (typeof directory)['source-systems'][number];

/** Whom an envelope concerns. */
export interface Concern {
  readonly requestFrom: readonly SourceSystem[];
  readonly department: Department | null;
}

/** Nobody has said whom it concerns. */
export const unsaid: Concern = { requestFrom: [], department: null };

/** A choice of events, exactly as a webhook takes it. */
export type EventChoice =
  | { readonly mode: 'all' }
  | { readonly mode: 'only'; readonly types: readonly string[] };

export interface System {
  readonly id: SystemId;
  readonly name: string;
  /** Heads its column where the terminal is narrow. */
  readonly short: string;
  readonly purpose: string;
  readonly events: EventChoice;
  /** Without any: it gets what no other system took. */
  readonly routing: {
    readonly requestFrom?: readonly SourceSystem[];
    readonly departments?: readonly Department[];
  };
}

export const systems: readonly System[] = [
  {
    id: 'loans',
    name: 'Loan system',
    short: 'Loans',
    purpose: 'Pays out a loan when its contract is signed.',
    events: { mode: 'only', types: ['envelope.completed', 'envelope.declined', 'signer.signed'] },
    routing: { requestFrom: ['LoanManagement'] },
  },
  {
    id: 'hr',
    name: 'HR portal',
    short: 'HR',
    purpose: 'Shows each person how far their signature is.',
    events: { mode: 'only', types: ['signer.*', 'envelope.sent'] },
    routing: { departments: ['HR'] },
  },
  {
    id: 'compliance',
    name: 'Compliance log',
    short: 'Compliance',
    purpose: 'Keeps all that is to be audited, and only what is proven to be genuine.',
    events: { mode: 'all' },
    routing: { requestFrom: ['ComplianceAudit'] },
  },
  {
    id: 'desk',
    name: 'Front desk',
    short: 'Desk',
    purpose: 'Looks after what no other system was told.',
    events: { mode: 'all' },
    routing: {},
  },
];

/** The systems that get an event of the type, of an envelope that concerns these. */
export function takers(all: readonly System[], type: string, concern: Concern): readonly System[] {
  const wanting = all.filter((system) => wants(system, type));
  const concerned = wanting.filter(({ routing }) => concerns(routing, concern));
  return concerned.length > 0 ? concerned : wanting.filter(({ routing }) => isDefault(routing));
}

const isDefault = ({ requestFrom, departments }: System['routing']) => !requestFrom && !departments;

function concerns({ requestFrom, departments }: System['routing'], concern: Concern): boolean {
  if (requestFrom) return requestFrom.some((name) => concern.requestFrom.includes(name));
  return departments?.some((name) => name === concern.department) ?? false;
}

export function wants({ events }: System, type: string): boolean {
  return events.mode === 'all' || events.types.some((pattern) => matches(pattern, type));
}

/** `signer.*` stands for every type of the topic `signer`. */
function matches(pattern: string, type: string): boolean {
  return pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}
