// Every limit of the product with its unit, in one table; docs/reference/limits.md is compared with it by a test.

interface Limit {
  readonly value: number;
  readonly unit: 'bytes' | 'characters' | 'items' | 'seconds' | 'milliseconds' | 'bits' | 'rounds';
  readonly meaning: string;
}

export const limits = {
  request_body_bytes_max: { value: 8 * 1024 * 1024, unit: 'bytes', meaning: 'body of one API request' },
  inbound_body_bytes_max: { value: 8 * 1024 * 1024, unit: 'bytes', meaning: 'body of one post to a source' },
  event_content_bytes_max: { value: 1024 * 1024, unit: 'bytes', meaning: 'content of one event' },
  events_per_request_max: { value: 1000, unit: 'items', meaning: 'events in one array' },
  request_headers_bytes_max: { value: 16 * 1024, unit: 'bytes', meaning: 'headers of one request' },
  request_headers_max: { value: 100, unit: 'items', meaning: 'headers of one request' },
  request_headers_seconds_max: {
    value: 10,
    unit: 'seconds',
    meaning: 'time for sending the headers of one request',
  },
  request_seconds_max: { value: 30, unit: 'seconds', meaning: 'time for sending one whole request' },
  json_levels_max: {
    value: 64,
    unit: 'items',
    meaning: 'objects and arrays within each other, in JSON that is sent',
  },
  id_characters_max: {
    value: 128,
    unit: 'characters',
    meaning: 'an id chosen by the sender, or an Idempotency-Key',
  },
  content_search_characters_max: {
    value: 500,
    unit: 'characters',
    meaning: 'a path and a value that contents are searched by',
  },
  name_characters_max: { value: 200, unit: 'characters', meaning: 'a name or title' },
  dismissed_max: { value: 200, unit: 'items', meaning: 'what one person has put away in the console' },
  description_characters_max: { value: 2000, unit: 'characters', meaning: 'a description' },
  url_characters_max: { value: 2048, unit: 'characters', meaning: 'the URL of a webhook' },
  webhook_headers_max: { value: 30, unit: 'items', meaning: 'own headers of a webhook' },
  header_value_characters_max: { value: 4096, unit: 'characters', meaning: 'the value of one header' },
  certificate_characters_max: {
    value: 16 * 1024,
    unit: 'characters',
    meaning: 'a client certificate with those that lead to its authority, and as much for its private key',
  },
  authorities_characters_max: {
    value: 32 * 1024,
    unit: 'characters',
    meaning: 'the certificates that a webhook trusts in addition',
  },
  certificates_max: { value: 20, unit: 'items', meaning: 'certificates in one field' },
  rsa_key_bits_max: {
    value: 4096,
    unit: 'bits',
    meaning: 'the private key of a client certificate, when RSA',
  },
  key_derivation_rounds_max: {
    value: 600_000,
    unit: 'rounds',
    meaning: 'derivation of the key that an encrypted private key is opened with',
  },
  access_token_characters_max: {
    value: 8192,
    unit: 'characters',
    meaning: 'an access token that a token endpoint gives',
  },
  access_tokens_kept_max: {
    value: 10_000,
    unit: 'items',
    meaning: 'access tokens that each server keeps; those used longest ago are dropped',
  },
  tls_contexts_kept_max: {
    value: 500,
    unit: 'items',
    meaning:
      'prepared client certificates and authorities that each server keeps; those used longest ago are dropped',
  },
  webhook_types_max: { value: 200, unit: 'items', meaning: 'event types or patterns of a webhook' },
  overlapping_secrets_max: {
    value: 4,
    unit: 'items',
    meaning: 'earlier secrets of a webhook that still sign during an overlap',
  },
  secret_characters_max: {
    value: 200,
    unit: 'characters',
    meaning: 'a signing secret that is given and not made here',
  },
  secret_overlap_seconds_max: {
    value: 30 * 24 * 3600,
    unit: 'seconds',
    meaning: 'overlap of an old and a new secret',
  },
  webhooks_per_environment_max: {
    value: 10_000,
    unit: 'items',
    meaning: 'webhooks in one environment of an application',
  },
  routing_values_max: { value: 100, unit: 'items', meaning: 'values of one routing filter of a webhook' },
  request_from_values_max: { value: 50, unit: 'items', meaning: 'values of Request From on an event' },
  directory_entries_max: {
    value: 10_000,
    unit: 'items',
    meaning: 'departments of one organization, and as many source systems, business units and templates',
  },
  directory_bytes_max: {
    value: 16 * 1024 * 1024,
    unit: 'bytes',
    meaning: 'companies with their fields, and coupled webhooks, of all entries of one organization',
  },
  companies_per_unit_max: { value: 1000, unit: 'items', meaning: 'companies of one business unit' },
  company_fields_max: { value: 50, unit: 'items', meaning: 'fields of one company' },
  company_field_name_characters_max: {
    value: 64,
    unit: 'characters',
    meaning: 'the name of a company field',
  },
  company_field_characters_max: { value: 500, unit: 'characters', meaning: 'the value of a company field' },
  field_mappings_max: { value: 100, unit: 'items', meaning: 'entries of the field mapping of a webhook' },
  dialect_option_characters_max: {
    value: 500,
    unit: 'characters',
    meaning: 'the value of one option of a dialect',
  },
  template_webhooks_max: { value: 200, unit: 'items', meaning: 'webhooks coupled with one template' },
  retry_steps_max: { value: 20, unit: 'items', meaning: 'steps of a retry schedule' },
  retry_schedule_seconds_max: {
    value: 30 * 24 * 3600,
    unit: 'seconds',
    meaning: 'length of a retry schedule, all steps together',
  },
  per_second_max: { value: 10_000, unit: 'items', meaning: 'requests a second that a webhook may ask for' },
  concurrent_max: {
    value: 1000,
    unit: 'items',
    meaning: 'requests at the same time that a webhook may ask for',
  },
  alert_failures_max: { value: 10_000, unit: 'items', meaning: 'failures in a row before an alert' },
  alert_emails_max: { value: 20, unit: 'items', meaning: 'addresses that the alerts of one webhook go to' },
  disable_after_seconds_max: {
    value: 30 * 24 * 3600,
    unit: 'seconds',
    meaning: 'failing without a break before a webhook is disabled',
  },
  alert_test_mails_max: { value: 20, unit: 'items', meaning: 'mails of one test alert' },
  alert_rate_hours_max: { value: 24, unit: 'items', meaning: 'hours over which a failure rate is counted' },
  alert_count_max: {
    value: 10_000,
    unit: 'items',
    meaning: 'deliveries that are counted for an alert; there may be more',
  },
  alert_body_bytes_max: {
    value: 1000,
    unit: 'bytes',
    meaning: 'the beginning of an answer that is shown with an alert',
  },
  alert_events_per_hour_max: {
    value: 100,
    unit: 'items',
    meaning:
      'failing webhooks of one environment that events tell of in an hour; of more there are alerts and mails only',
  },
  alert_mute_seconds_max: { value: 90 * 24 * 3600, unit: 'seconds', meaning: 'muting an alert' },
  alerts_kept_seconds_max: {
    value: 90 * 24 * 3600,
    unit: 'seconds',
    meaning: 'how long a resolved alert is kept',
  },
  timeout_seconds_max: { value: 60, unit: 'seconds', meaning: 'time limit of one attempt' },
  response_bytes_max: {
    value: 64 * 1024,
    unit: 'bytes',
    meaning: 'response body that is read and kept; the rest is cut off',
  },
  replays_unfinished_max: {
    value: 20,
    unit: 'items',
    meaning: 'replays of one environment that have not ended',
  },
  missed_events_looked_through_max: {
    value: 1000,
    unit: 'items',
    meaning: 'events that are looked through, from the newest, for what a webhook missed',
  },
  replay_ids_max: { value: 10_000, unit: 'items', meaning: 'deliveries that a resend names one by one' },
  replay_per_second_max: {
    value: 1000,
    unit: 'items',
    meaning: 'deliveries that a replay sends in a second',
  },
  tails_per_caller_max: {
    value: 5,
    unit: 'items',
    meaning: 'live tails that each server process keeps open for one key or one session',
  },
  tails_max: { value: 200, unit: 'items', meaning: 'live tails that each server process keeps open' },
  tail_waiting_max: {
    value: 1000,
    unit: 'items',
    meaning: 'changes that wait for the client of a live tail; of more only the number is told',
  },
  tail_stalled_seconds_max: {
    value: 60,
    unit: 'seconds',
    meaning: 'how long the client of a live tail may take nothing before it is disconnected',
  },
  inboxes_per_environment_max: {
    value: 10,
    unit: 'items',
    meaning: 'test inboxes in one environment of an application',
  },
  inbox_requests_kept_max: {
    value: 100,
    unit: 'items',
    meaning: 'requests that are kept of each test inbox; the oldest go first',
  },
  inbox_request_seconds_max: {
    value: 3 * 24 * 3600,
    unit: 'seconds',
    meaning: 'how long a test inbox keeps a request',
  },
  inbox_body_bytes_max: {
    value: 256 * 1024,
    unit: 'bytes',
    meaning:
      'body of one request that a test inbox keeps; the rest is cut off, after its signature was judged',
  },
  inbox_requests_per_second_max: {
    value: 20,
    unit: 'items',
    meaning:
      'requests in a second that each server process takes for one test inbox; more are answered 429 and not kept',
  },
  inbox_delay_seconds_max: {
    value: 30,
    unit: 'seconds',
    meaning: 'how long a test inbox may be told to wait with its answer',
  },
  inbox_answer_characters_max: {
    value: 4096,
    unit: 'characters',
    meaning: 'body that a test inbox is told to answer',
  },
  test_sends_kept_max: { value: 50, unit: 'items', meaning: 'test sends that are kept of each webhook' },
  email_characters_max: { value: 254, unit: 'characters', meaning: 'an e-mail address' },
  password_characters_min: { value: 12, unit: 'characters', meaning: 'a password, at least' },
  password_characters_max: { value: 200, unit: 'characters', meaning: 'a password' },
  sign_in_guesses_max: {
    value: 5,
    unit: 'items',
    meaning: 'wrong passwords or codes in a row before the next one must wait, each time longer',
  },
  sign_in_wait_seconds_max: { value: 15 * 60, unit: 'seconds', meaning: 'longest wait after wrong guesses' },
  sign_in_attempts_per_minute_max: {
    value: 60,
    unit: 'items',
    meaning:
      'wrong passwords, codes and links that each server takes in a minute from one address, whatever they are tried at',
  },
  rates_kept_max: {
    value: 20_000,
    unit: 'items',
    meaning:
      'keys, addresses and test inboxes whose rates each server remembers, of each kind so many; those heard of longest ago are dropped',
  },
  session_seconds_max: { value: 12 * 3600, unit: 'seconds', meaning: 'a session' },
  session_idle_seconds_max: { value: 2 * 3600, unit: 'seconds', meaning: 'a session that is not used' },
  kept_session_seconds_max: {
    value: 30 * 24 * 3600,
    unit: 'seconds',
    meaning: 'a session of somebody who wants to stay signed in',
  },
  kept_session_idle_seconds_max: {
    value: 14 * 24 * 3600,
    unit: 'seconds',
    meaning: 'the same, while it is not used',
  },
  second_factor_seconds_max: {
    value: 10 * 60,
    unit: 'seconds',
    meaning: 'between the password and the second factor',
  },
  set_up_link_seconds_max: { value: 24 * 3600, unit: 'seconds', meaning: 'a set-up link' },
  password_reset_seconds_max: { value: 3600, unit: 'seconds', meaning: 'a link to a new password' },
  email_change_seconds_max: {
    value: 24 * 3600,
    unit: 'seconds',
    meaning: 'a link that confirms another e-mail address',
  },
  invitation_seconds_max: { value: 7 * 24 * 3600, unit: 'seconds', meaning: 'an invitation' },
  members_max: { value: 1000, unit: 'items', meaning: 'members and open invitations of one organization' },
  identity_providers_max: { value: 20, unit: 'items', meaning: 'identity providers of one organization' },
  identity_provider_domains_max: {
    value: 50,
    unit: 'items',
    meaning: 'e-mail domains of one identity provider',
  },
  identity_provider_bytes_max: {
    value: 1024 * 1024,
    unit: 'bytes',
    meaning: 'an answer of an identity provider',
  },
  mail_seconds_max: { value: 20, unit: 'seconds', meaning: 'time for handing one mail to the mail server' },
  statistics_buckets_max: {
    value: 1000,
    unit: 'items',
    meaning: 'hours or days in one answer of statistics',
  },
  audit_export_entries_max: {
    value: 100_000,
    unit: 'items',
    meaning: 'entries of the audit log in one export',
  },
  page_items_max: { value: 200, unit: 'items', meaning: 'entries on one page of a list' },
  accept_backlog_bytes_max: {
    value: 64 * 1024 * 1024,
    unit: 'bytes',
    meaning: 'events that wait for their commit before new ones are refused',
  },
} as const satisfies Record<string, Limit>;

export type LimitName = keyof typeof limits;

export function limit(name: LimitName): number {
  return limits[name].value;
}
