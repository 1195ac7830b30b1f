// The workflow status of an envelope, told by its events: the latest one that says something about it decides.

const statuses: ReadonlyMap<string, string> = new Map([
  ['envelope.created', 'created'],
  ['envelope.published', 'published'],
  ['envelope.sent', 'sent'],
  ['envelope.delivered', 'delivered'],
  ['signer.viewed', 'viewed'],
  ['signer.signed', 'in_progress'],
  ['signer.completed', 'in_progress'],
  ['envelope.completed', 'completed'],
  ['envelope.declined', 'declined'],
  ['signer.declined', 'declined'],
  ['envelope.voided', 'voided'],
  ['envelope.expired', 'expired'],
  ['envelope.failed', 'failed'],
  ['envelope.closed', 'closed'],
  ['envelope.archived', 'archived'],
  ['envelope.deleted', 'deleted'],
]);

/** The types that say something about the state of their envelope. */
export const statusTypes: readonly string[] = [...statuses.keys()];

export function envelopeStatus(type: string): string {
  return statuses.get(type) ?? 'registered';
}
