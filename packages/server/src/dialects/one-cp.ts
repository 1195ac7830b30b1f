// One-CP's "Reporting webhook": the status of a transaction, with the fields that the webhook asks for beside it. The vendor
// has published the triggers, the content types and the fields that can be asked for; the body is ours. A transaction, a
// contract and an envelope are the same; `contract` is the content byte for byte.
import { signingSchemes } from '../domain/signing.ts';
import { companies, mappedFields, putTogether } from './body.ts';
import { membersOf, parseContent, statusOf } from './content.ts';
import type { Dialect, RenderContext } from './dialect.ts';
import { type Names, namesFrom, wordFor } from './names.ts';
import { judge2xx, plainAnswers, proveStandard } from './standard-proof.ts';

const triggers: Names = {
  'envelope.created': 'create',
  'envelope.updated': 'update',
  'envelope.sent': 'send',
  'signer.viewed': 'review',
  'session.loaded': 'review',
  'envelope.expired': 'expired',
  'session.expired': 'expired',
};

/** By trigger, where neither content nor type tells of a status. */
const statuses: Names = { update: 'updated', review: 'viewed', expired: 'expired' };

export const oneCp: Dialect = {
  name: 'one-cp',
  title: 'One-CP',
  meaning: 'For receivers of One-CP’s reporting webhook: a status, and the fields that are mapped.',
  published: [
    'the triggers create, update, send, review and expired',
    'JSON and forms',
    'that a secret is sent as Basic authentication, with an empty user name',
    'status only or everything, extra fields for each company, and field mapping',
  ],
  chosen: [
    'the members transactionId, externalId, status, trigger, occurredAt, companies and contract',
    'that mapped fields stand beside them, at the top',
    'the Standard Webhooks headers',
  ],
  contentTypes: ['application/json', 'application/x-www-form-urlencoded'],
  options: [],
  takenNames: ['transactionId', 'externalId', 'status', 'trigger', 'occurredAt', 'companies', 'contract'],
  schemes: signingSchemes,
  headers: [],
  success: '2xx',
  successNote: null,
  wantsToken: false,
  namesOf: namesFrom(triggers),
  render,
  prove: proveStandard,
  judge: judge2xx,
  answers: () => plainAnswers,
};

function render(context: RenderContext) {
  const { event, payload } = context;
  const content = parseContent(event);
  const trigger = wordFor(triggers, event.type);
  const head = {
    transactionId: event.envelope?.id ?? null,
    externalId: event.envelope?.externalId ?? null,
    status: statusOf(event, membersOf(content)) ?? wordFor(statuses, trigger),
    trigger,
    occurredAt: new Date(event.occurredAt).toISOString(),
    ...mappedFields(context, content),
    companies: payload.extraFields.length > 0 ? companies(context) : [],
  };
  return putTogether(context, {
    root: 'transaction',
    head,
    contentName: payload.data === 'everything' ? 'contract' : null,
  });
}
