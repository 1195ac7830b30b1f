// emSigner: receivers are known to read `WorkflowID` and `WorkflowStatus`; the vendor has published the names of its events
// and nothing else of the body. The rest is ours, written in the vendor's manner; `Data` is the content byte for byte.
import { signingSchemes } from '../domain/signing.ts';
import { additions, putTogether } from './body.ts';
import { membersOf, ownStatusOf, parseContent } from './content.ts';
import type { Dialect, RenderContext } from './dialect.ts';
import { type Names, namesFrom, wordFor } from './names.ts';
import { judge2xx, plainAnswers, proveStandard } from './standard-proof.ts';

/** The vendor has the four of completion, recall, refusal and signature; the others are what it would call them. */
const events: Names = {
  'envelope.created': 'Created',
  'envelope.updated': 'Updated',
  'envelope.published': 'Published',
  'envelope.sent': 'Initiated',
  'envelope.delivered': 'Delivered',
  'envelope.resent': 'Reminded',
  'envelope.completed': 'Completion',
  'envelope.declined': 'Declined',
  'envelope.voided': 'Recalled',
  'envelope.expired': 'Expired',
  'envelope.archived': 'Archived',
  'envelope.deleted': 'Deleted',
  'envelope.failed': 'Failed',
  'envelope.closed': 'Closed',
  'signer.viewed': 'Viewed',
  'signer.signed': 'Signed/Reviewed',
  'signer.completed': 'Signed/Reviewed',
  'signer.declined': 'Declined',
};

/** By our words for the status of an envelope. */
const statuses: Names = {
  created: 'Draft',
  draft: 'Draft',
  ready: 'Draft',
  published: 'Draft',
  sent: 'In Progress',
  delivered: 'In Progress',
  viewed: 'In Progress',
  in_progress: 'In Progress',
  completed: 'Completed',
  declined: 'Declined',
  voided: 'Recalled',
  expired: 'Expired',
  archived: 'Archived',
  deleted: 'Deleted',
  failed: 'Failed',
  closed: 'Closed',
};

export const emsigner: Dialect = {
  name: 'emsigner',
  title: 'emSigner',
  meaning: 'For receivers of emSigner webhooks.',
  published: [
    'the members WorkflowID and WorkflowStatus',
    'the events Completion, Declined, Recalled and Signed/Reviewed',
    'that requests are JSON, and prove themselves by Basic authentication or not at all',
  ],
  chosen: [
    'all other members, and the words of WorkflowStatus',
    'names for the further types, so that every change of a status can be told',
    'the Standard Webhooks headers',
  ],
  contentTypes: ['application/json'],
  options: [],
  takenNames: [],
  schemes: signingSchemes,
  headers: [],
  success: '2xx',
  successNote: null,
  wantsToken: false,
  namesOf: namesFrom(events),
  render,
  prove: proveStandard,
  judge: judge2xx,
  answers: () => plainAnswers,
};

function render(context: RenderContext) {
  const { event, payload } = context;
  const content = parseContent(event);
  const members = membersOf(content);
  const status = ownStatusOf(event, members);
  const head = {
    WorkflowID: event.envelope?.id ?? null,
    WorkflowStatus: wordFor(statuses, status) ?? status,
    WorkflowName: event.envelope?.title ?? null,
    ReferenceNumber: event.envelope?.externalId ?? null,
    EventName: wordFor(events, event.type),
    EventTime: new Date(event.occurredAt).toISOString(),
    RequestFrom: event.routing.requestFrom,
    Department: event.routing.department,
    ...(event.signer ? { Signatory: { Name: event.signer.name, EmailID: event.signer.email } } : {}),
    ...additions(context, () => content),
  };
  return putTogether(context, {
    root: 'event',
    head,
    contentName: payload.data === 'everything' ? 'Data' : null,
  });
}
