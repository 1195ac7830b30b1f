// The registry of everything that the API may answer instead of a result: code, HTTP status, what happened, what to do.
// Nothing else invents a code; docs/reference/errors.md is compared with this table by a test.

interface ErrorEntry {
  readonly status: number;
  /** What happened, as a sentence. `{name}` is filled from the error's details. */
  readonly message: string;
  /** What the reader can do about it. */
  readonly remedy: string;
}

export const errorRegistry = {
  malformed_request: {
    status: 400,
    message: 'This is not an HTTP request that can be read.',
    remedy: 'Send HTTP/1.1 with complete headers, within the time limit.',
  },
  headers_too_large: {
    status: 431,
    message: 'The headers are larger than {limit} bytes.',
    remedy: 'Send fewer or shorter headers.',
  },
  too_many_headers: {
    status: 431,
    message: 'The request has {count} headers; {limit} are allowed.',
    remedy: 'Send fewer headers.',
  },
  json_too_deep: {
    status: 422,
    message: 'The JSON has more than {limit} objects and arrays within each other.',
    remedy: 'Send it flatter, or put the deep part into a text.',
  },
  request_timeout: {
    status: 408,
    message:
      'The request took too long: its headers must arrive within {headersLimit} seconds, all of it within {limit}.',
    remedy: 'Send the whole request at once.',
  },
  unsupported_encoding: {
    status: 415,
    message: 'The content encoding "{encoding}" is not accepted here.',
    remedy: 'Send the body uncompressed.',
  },
  invalid_json: {
    status: 400,
    message: 'The body is not valid JSON: {reason}.',
    remedy: 'Send one JSON value encoded as UTF-8, with Content-Type: application/json.',
  },
  not_utf8: {
    status: 400,
    message: 'The body is not valid UTF-8.',
    remedy: 'Encode the body as UTF-8 and send it again.',
  },
  unstorable_text: {
    status: 400,
    message: 'A text has a character that cannot be kept: U+0000.',
    remedy: 'Leave it out.',
  },
  unknown_field: {
    status: 400,
    message: 'There is no field {path}.',
    remedy: 'Remove the field or correct its name; the API reference lists the fields of each route.',
  },
  missing_field: { status: 400, message: 'The field {path} is required.', remedy: 'Add the field.' },
  invalid_field: {
    status: 400,
    message: '{path} {reason}.',
    remedy: 'Correct the value at the named path and send the request again.',
  },
  invalid_cursor: {
    status: 400,
    message: 'The cursor is not one that this list gave.',
    remedy: 'Use nextCursor of the previous page unchanged, or leave the cursor out.',
  },
  unknown_event_type: {
    status: 400,
    message: 'There is no event type "{type}".',
    remedy: 'Use a type of the event catalogue; details.nearest lists the closest names.',
  },
  unknown_directory_name: {
    status: 400,
    message: 'There is no {kind} "{name}" in the directory.',
    remedy: 'Use a name of the directory, or add it there; details.nearest lists the closest ones.',
  },
  unknown_platform: {
    status: 400,
    message: 'There is no source for the platform "{platform}".',
    remedy: 'Use one of the platforms in details.known.',
  },
  unknown_dialect: {
    status: 400,
    message: 'There is no dialect "{dialect}".',
    remedy: 'Use one of the dialects in details.known; details.nearest lists the closest names.',
  },
  url_refused: {
    status: 400,
    message: 'The URL cannot be used: {reason}.',
    remedy: 'Give an http or https URL that the receivers allowed to this server can be reached at.',
  },
  credentials_required: {
    status: 400,
    message: 'The secret {path} must be given again, because {because} leads to another server than before.',
    remedy:
      'Send auth with its type and this field. Secrets that were saved are never sent to an address that whoever saved them did not choose.',
  },
  source_unreadable: {
    status: 400,
    message: 'The post is not what this platform sends: {reason}.',
    remedy: 'Check that the platform posts JSON to this URL and that nothing in between changes the body.',
  },
  unauthenticated: {
    status: 401,
    message: 'The request carries no valid key, and nobody is signed in.',
    remedy:
      'Sign in, or send Authorization: Bearer <key> with the root key or a key made for this application and environment.',
  },
  sign_in_refused: {
    status: 401,
    message: 'The e-mail address or the password is wrong.',
    remedy: 'Check both, or ask for a link to a new password.',
  },
  sign_in_first: {
    status: 401,
    message: 'There already is an account for {email}.',
    remedy: 'Sign in with it, then open the invitation again.',
  },
  source_proof_refused: {
    status: 401,
    message: 'The post does not prove that it comes from the platform: {reason}.',
    remedy: 'Enter the same secret in the platform and in this source.',
  },
  scope_missing: {
    status: 403,
    message: 'The key lacks the scope {scope}.',
    remedy: 'Use a key that has the scope, or make one.',
  },
  plan_excludes_webhooks: {
    status: 403,
    message: 'The organization has the plan "{plan}", which has no webhooks.',
    remedy:
      'Change its plan to professional. Until then events are stored, and what waits for its webhooks is held.',
  },
  root_key_required: {
    status: 403,
    message: 'No key of an application may do this.',
    remedy: 'Sign in as somebody who may, or use the value of SIGNPOST_ROOT_KEY.',
  },
  two_factor_required: {
    status: 403,
    message: 'This organization asks its members for two-factor sign-in.',
    remedy: 'Switch two-factor sign-in on in your account, then come back.',
  },
  role_missing: {
    status: 403,
    message: 'This needs the role {needs}.',
    remedy: 'Ask an administrator of the organization to do it, or for the role.',
  },
  session_required: {
    status: 403,
    message: 'Only a person who is signed in can do this.',
    remedy: 'Sign in; no key stands for a person.',
  },
  csrf_refused: {
    status: 403,
    message: 'The request does not prove that it comes from the console: {reason}.',
    remedy:
      'Send the header x-signpost-csrf with requests that change something, from pages of this server only.',
  },
  code_refused: {
    status: 403,
    message: 'The code is wrong, or was used before.',
    remedy: 'Enter the code that the authenticator shows now, or a recovery code.',
  },
  password_refused: {
    status: 403,
    message: 'The password is wrong.',
    remedy: 'Enter your present password.',
  },
  needs_password_session: {
    status: 403,
    message: 'This cannot be done in a session of an identity provider.',
    remedy: 'Sign in with e-mail address and password.',
  },
  invitation_of_another: {
    status: 403,
    message: 'The invitation is for {email}.',
    remedy: 'Sign out, then open the invitation again.',
  },
  person_of_others: {
    status: 403,
    message: 'This person belongs to other organizations too.',
    remedy: 'Ask a super admin of the server.',
  },
  not_found: {
    status: 404,
    message: 'There is no {what} with this id here.',
    remedy: 'Check the id, and that the key belongs to the same application and environment.',
  },
  link_invalid: {
    status: 404,
    message: 'This link does not work: it was used before, it has ended, or it never was one.',
    remedy: 'Ask for a new one.',
  },
  not_in_catalogue: {
    status: 404,
    message: 'The catalogue has no {what} "{name}".',
    remedy: 'Use a name of the catalogue; details.nearest lists the closest ones.',
  },
  unknown_environment: {
    status: 404,
    message: 'There is no environment "{environment}".',
    remedy: 'Use DEVELOPMENT, TEST, STAGING or PRODUCTION.',
  },
  route_not_found: {
    status: 404,
    message: 'There is no route {method} {path}.',
    remedy: 'See /api/v1/reference for the routes of this server.',
  },
  already_exists: {
    status: 409,
    message: 'There already is {what} with this {path}.',
    remedy: 'Choose another, or use the one that exists.',
  },
  already_set_up: {
    status: 409,
    message: 'This server has been set up.',
    remedy: 'Sign in, or ask somebody to invite you.',
  },
  last_super_admin: {
    status: 409,
    message: 'This is the last super admin.',
    remedy: 'Make somebody else a super admin first.',
  },
  mail_not_configured: {
    status: 409,
    message: 'This server sends no mail.',
    remedy:
      'Have the operator of the server set SMTP_URL. For a new password, ask an administrator for a link.',
  },
  in_use: {
    status: 409,
    message: 'The {what} is used by webhooks: {usedBy}.',
    remedy: 'Take it out of the filters of the webhooks in details.webhooks, then delete it.',
  },
  webhook_enabled: {
    status: 409,
    message:
      'The webhook is enabled; in this organization one is changed and deleted only while it is disabled.',
    remedy: 'Disable the webhook, send the request again, and enable it afterwards.',
  },
  routing_required: {
    status: 409,
    message:
      'The webhook "{default}" is the one that names neither a department nor a Request From; every other must name one.',
    remedy: 'Name a department or a Request From in routing, or change the webhook in details.webhook.',
  },
  event_conflict: {
    status: 409,
    message: 'An event with the id or Idempotency-Key {id} was accepted before with another body.',
    remedy: 'Send a new event under a new id or key; repeat one only with the same body.',
  },
  delivery_in_progress: {
    status: 409,
    message: 'An attempt of this delivery is running right now.',
    remedy: 'Wait until it is recorded, then resend if it is still needed.',
  },
  delivery_ended: {
    status: 409,
    message: 'The delivery ended; only one that waits can be cancelled.',
    remedy: 'Nothing of it will be sent any more, unless it is resent.',
  },
  replay_ended: {
    status: 409,
    message: 'The replay has ended.',
    remedy: 'Begin a new one for what is still to be sent.',
  },
  delivery_not_sendable: {
    status: 409,
    message: 'The delivery cannot be sent: {reason}.',
    remedy: 'Enable the webhook, or send to another one, which `webhookId` names.',
  },
  alert_resolved: {
    status: 409,
    message: 'The alert is resolved.',
    remedy: 'Nothing has to be done about it; if the problem comes back there will be an alert again.',
  },
  confirmation_required: {
    status: 400,
    message: 'Deleting the {what} cannot be undone and has to be confirmed with its name.',
    remedy: 'Repeat the request with ?confirm= and the name in details.confirm.',
  },
  precondition_failed: {
    status: 412,
    message: 'The {what} was changed since it was read.',
    remedy: 'Read it again, make the change on what it is now, and send the new ETag in If-Match.',
  },
  too_many_tails: {
    status: 429,
    message: 'There are {limit} live tails open already.',
    remedy: 'Close one that is not looked at any more, and open this one again.',
  },
  no_inbox_in_production: {
    status: 409,
    message: 'PRODUCTION has no test inboxes.',
    remedy: 'Make it in another environment, and send real events to a receiver of your own.',
  },
  no_edited_copy_in_production: {
    status: 409,
    message: 'In PRODUCTION no copy of a real event is sent with other content.',
    remedy: 'Send the copy as it is, or an example with this content; or edit copies in another environment.',
  },
  limit_reached: {
    status: 409,
    message: 'The limit of {limit} {what} is reached.',
    remedy: 'Delete what is no longer used.',
  },
  body_too_large: {
    status: 413,
    message: 'The body is larger than {limit} bytes.',
    remedy: 'Send less at once; large documents are passed on by link.',
  },
  batch_too_large: {
    status: 413,
    message: 'The array has {count} events; {limit} are allowed.',
    remedy: 'Split the array.',
  },
  export_too_large: {
    status: 413,
    message: 'There are more than {limit} entries.',
    remedy:
      'Narrow the export with from and to, or with the other filters, and export one part after the other.',
  },
  unsupported_media_type: {
    status: 415,
    message: 'The content type "{contentType}" is not accepted here.',
    remedy: 'Send Content-Type: application/json.',
  },
  rate_limited: {
    status: 429,
    message: 'The key sends more than {limit} requests a second.',
    remedy: 'Wait for the seconds in Retry-After, then go on more slowly; send many events in one array.',
  },
  too_many_attempts: {
    status: 429,
    message: 'There were too many wrong attempts from this address.',
    remedy: 'Wait for the seconds in Retry-After, then try again.',
  },
  sign_in_locked: {
    status: 429,
    message: 'There were too many wrong guesses.',
    remedy: 'Wait for the seconds in Retry-After, then try again.',
  },
  internal: {
    status: 500,
    message: 'Something failed inside the server.',
    remedy: 'Try again; if it stays, look for the request id in the server log.',
  },
  overloaded: {
    status: 503,
    message: 'The server holds as many unsaved events as it can.',
    remedy: 'Send the request again after the seconds in Retry-After; nothing of it was stored.',
  },
  store_unavailable: {
    status: 503,
    message: 'The database cannot be reached; the request was not confirmed.',
    remedy:
      'Send the request again after the seconds in Retry-After. Give events an id, so that a repeated one is recognised.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorRegistry;
export type ErrorDetails = Readonly<Record<string, unknown>>;

/** The one exception of the product: a request that is refused, with a code of the registry. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;

  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(fill(errorRegistry[code].message, details));
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }

  get status(): number {
    return errorRegistry[this.code].status;
  }
}

function fill(template: string, details: ErrorDetails): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in details ? String(details[name]) : whole,
  );
}
