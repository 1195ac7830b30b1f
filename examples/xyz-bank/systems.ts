// The systems of XYZ Bank that want to be told, and which events each one asks for. Whatever the demo expects later is
// computed from this table, and the webhooks are created from it.

export type SystemId = 'loans' | 'hr' | 'compliance';

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
}

export const systems: readonly System[] = [
  {
    id: 'loans',
    name: 'Loan system',
    short: 'Loans',
    purpose: 'Pays out a loan when its contract is signed.',
    events: { mode: 'only', types: ['envelope.completed', 'envelope.declined', 'signer.signed'] },
  },
  {
    id: 'hr',
    name: 'HR portal',
    short: 'HR',
    purpose: 'Shows each person how far their signature is.',
    events: { mode: 'only', types: ['signer.*', 'envelope.sent'] },
  },
  {
    id: 'compliance',
    name: 'Compliance log',
    short: 'Compliance',
    purpose: 'Keeps everything, and only what is proven to be genuine.',
    events: { mode: 'all' },
  },
];

export function wants({ events }: System, type: string): boolean {
  return events.mode === 'all' || events.types.some((pattern) => matches(pattern, type));
}

/** `signer.*` stands for every type of the topic `signer`. */
function matches(pattern: string, type: string): boolean {
  return pattern.endsWith('.*') ? type.startsWith(pattern.slice(0, -1)) : pattern === type;
}
