// The signature request, its signatures and a template as Dropbox Sign writes them.
import type { StoredEvent } from '../domain/stored-event.ts';
import type { JsonObject, JsonValue } from '../lib/json-exact.ts';
import { actorOf, listOf, memberOf, objectOf, ownStatusOf, textOf, timeOf } from './content.ts';
import type { RenderContext } from './dialect.ts';
import { type Names, wordFor } from './names.ts';

/** By our words for where a signer stands. */
const statusCodes: Names = { signed: 'signed', approved: 'signed', declined: 'declined', expired: 'expired' };

export function template(members: JsonObject, metadata: JsonObject): JsonObject {
  const roles = memberOf(members, 'roles');
  const createdBy = actorOf(members);
  return {
    template_id: textOf(members, 'templateId'),
    title: textOf(members, 'name'),
    message: null,
    updated_at: seconds(members, 'createdAt'),
    is_embedded: false,
    metadata,
    signer_roles: Array.isArray(roles) ? roles.map((name: JsonValue, order) => ({ name, order })) : [],
    cc_roles: [],
    documents: [],
    accounts: [{ account_id: textOf(createdBy, 'id'), email_address: textOf(createdBy, 'email') }],
  };
}

export function signatureRequest(
  { event, payload, facts }: RenderContext,
  members: JsonObject,
  metadata: JsonObject,
): JsonObject {
  const title = event.envelope?.title ?? textOf(members, 'title');
  const all = payload.data === 'everything';
  const [document = {}] = listOf(members, 'documents');
  return {
    signature_request_id: event.envelope?.id ?? null,
    test_mode: facts.environment !== 'PRODUCTION',
    title,
    original_title: title,
    subject: title,
    message: all ? textOf(members, 'message') : null,
    metadata,
    created_at: seconds(members, 'createdAt') ?? seconds(members, 'sentAt'),
    expires_at: seconds(members, 'expiresAt'),
    ...flags(event, members),
    custom_fields: [],
    response_data: [],
    signing_url: null,
    signing_redirect_url: null,
    files_url: textOf(document, 'url'),
    details_url: null,
    requester_email_address: textOf(objectOf(members, 'sender'), 'email'),
    signatures: all ? signatures(event, members) : [],
    cc_email_addresses: [],
    template_ids: null,
    client_id: payload.options['clientId'] ?? null,
  };
}

function flags(event: StoredEvent, members: JsonObject): JsonObject {
  const status = event.type === 'document.ready' ? 'completed' : ownStatusOf(event, members);
  return {
    is_complete: status === 'completed',
    is_declined: status === 'declined',
    has_error: status === 'failed',
  };
}

/** Unix time, as the vendor writes it. */
function seconds(members: JsonObject, name: string): number | null {
  const time = timeOf(members, name);
  return time === null ? null : Math.floor(time.getTime() / 1000);
}

/** All signers, where the content lists them; else the one that the event is about. */
function signatures({ type, signer, occurredAt }: StoredEvent, members: JsonObject): readonly JsonObject[] {
  if (signer === null) return listOf(members, 'signers').map((listed) => signature(listed));
  const told = type === 'signer.signed' ? 'signedAt' : 'viewedAt';
  const status = type === 'signer.signed' ? 'signed' : 'sent';
  const at = type === 'signer.signed' || type === 'signer.viewed' ? new Date(occurredAt).toISOString() : null;
  return [signature({ ...signer, status, [told]: at })];
}

function signature(signer: JsonObject): JsonObject {
  return {
    signature_id: textOf(signer, 'id'),
    signer_email_address: textOf(signer, 'email'),
    signer_name: textOf(signer, 'name'),
    signer_role: textOf(signer, 'role'),
    order: memberOf(signer, 'order') ?? null,
    status_code: wordFor(statusCodes, textOf(signer, 'status')) ?? 'awaiting_signature',
    signed_at: seconds(signer, 'signedAt'),
    last_viewed_at: seconds(signer, 'viewedAt'),
    last_reminded_at: null,
    has_pin: false,
    has_sms_auth: false,
  };
}
