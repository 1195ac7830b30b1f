// Chat: one message for each event, as incoming webhooks of Slack take them and those of Mattermost, Rocket.Chat and Google
// Chat do too: JSON with the one member `text`. It is for people, so it says in lines what an event is about and carries no
// content. Names and answers come from others: nothing of them begins a line, a link or a mention of its own.
import { findEventType } from '../catalogue/index.ts';
import { signingSchemes } from '../domain/signing.ts';
import type { JsonObject } from '../lib/json-exact.ts';
import { companies, mappedTexts } from './body.ts';
import { membersOf, objectOf, parseContent, textOf, timeOf } from './content.ts';
import type { Dialect, ExampleAnswers, RenderContext, RenderedBody } from './dialect.ts';
import { judge2xx, proveStandard } from './standard-proof.ts';

export const slack: Dialect = {
  name: 'slack',
  title: 'Slack',
  meaning: 'For a channel of Slack, Mattermost, Rocket.Chat or Google Chat: a message for people.',
  published: [
    'JSON with the member text',
    'that &, < and > are escaped in it',
    'that a message was taken is answered 200 with ok',
  ],
  chosen: [
    'which lines a message has, and that it has no blocks: others who take the same form do not know them',
    'mapped fields and companies are lines at the end',
    'the Standard Webhooks headers, which the vendor ignores: who knows the URL may post',
  ],
  contentTypes: ['application/json'],
  options: [],
  takenNames: [],
  schemes: signingSchemes,
  headers: [],
  success: '2xx',
  successNote: null,
  wantsToken: false,
  namesOf,
  render,
  prove: proveStandard,
  judge: judge2xx,
  answers,
};

/** What stands in the first line: the title. */
function namesOf(type: string): readonly string[] {
  const title = findEventType(type)?.title;
  return title === undefined ? [] : [title];
}

function answers(): ExampleAnswers {
  const headers = [['content-type', 'text/html']] as const;
  return {
    success: { status: 200, headers, body: 'ok' },
    error: { status: 404, headers, body: 'no_service' },
  };
}

const marks = { info: '', warning: '⚠️ ', error: '🔴 ' } as const;

/** More of one fact nobody reads in a message. */
const factCharactersMax = 300;
const linesMax = 40;

function render(context: RenderContext): RenderedBody {
  const { event, facts, payload } = context;
  const content = parseContent(event);
  const members = membersOf(content);
  const [title = event.type] = namesOf(event.type);
  const lines = [
    `${marks[event.severity]}*${title}* (${facts.environment})`,
    ...(event.type.startsWith('webhook.') ? webhookLines(members) : envelopeLines(context)),
    ...(payload.data === 'everything' ? [line('Reason', textOf(members, 'reason'))] : []),
    ...mappedTexts(context, content).map(([name, text]) => line(name, text)),
    ...companies(context).flatMap(companyLines),
  ].filter((one) => one !== null);
  return {
    contentType: 'application/json',
    body: Buffer.from(JSON.stringify({ text: lines.slice(0, linesMax).join('\n') })),
    contentAt: null,
  };
}

/** What the mails about a failing webhook say, shortly. */
function webhookLines(members: JsonObject): readonly (string | null)[] {
  const response = objectOf(members, 'lastResponse');
  const status = textOf(response, 'status');
  const answer = [status, textOf(response, 'statusText'), textOf(response, 'body')].filter(Boolean).join(' ');
  const failed = textOf(members, 'consecutiveFailures') ?? textOf(members, 'failedAttempts');
  const among = textOf(members, 'attempts');
  return [
    line('Webhook', textOf(members, 'webhookName')),
    line('URL', textOf(members, 'url')),
    line('Message', textOf(members, 'message')),
    line('Failing since', moment(members, 'since')),
    line('Failed attempts', failed === null || among === null ? failed : `${failed} of ${among}`),
    line('Last answer', answer),
    line('Last error', textOf(objectOf(members, 'lastError'), 'message')),
    line('What to do', textOf(members, 'advice')),
    line('Waiting', textOf(members, 'pendingDeliveries')),
    line('Will be disabled', moment(members, 'disableAt')),
    line('Disabled', moment(members, 'disabledAt')),
    line('Recovered', moment(members, 'recoveredAt')),
  ];
}

function envelopeLines({ event }: RenderContext): readonly (string | null)[] {
  const { envelope, signer, routing } = event;
  const who = [signer?.name, signer?.email].filter(Boolean).join(', ');
  return [
    line('Envelope', envelope?.title ?? envelope?.id ?? null),
    line('Reference', envelope?.externalId ?? null),
    line('Signer', who),
    line('Request From', routing.requestFrom.join(', ')),
    line('Department', routing.department),
    line('At', shortly(new Date(event.occurredAt))),
  ];
}

function companyLines({ name, fields }: JsonObject): readonly (string | null)[] {
  const values = Object.entries(fields as Readonly<Record<string, string | null>>);
  return values.map(([field, value]) => line(`${String(name)}, ${field}`, value ?? '–'));
}

function moment(members: JsonObject, name: string): string | null {
  const time = timeOf(members, name);
  return time === null ? null : shortly(time);
}

/** In UTC, which every reader can place. */
const shortly = (time: Date) => `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Null where there is nothing to say. */
function line(name: string, fact: unknown): string | null {
  // Content may come in any shape: a name may be anything.
  const text = String(fact ?? '')
    .replace(/\s+/g, ' ')
    .trim();
  return text === '' ? null : `${escaped(shortened(name))}: ${escaped(shortened(text))}`;
}

function shortened(text: string): string {
  return text.length > factCharactersMax ? `${text.slice(0, factCharactersMax).toWellFormed()}…` : text;
}

/** As the vendor asks for: what stands in angle brackets is a link or a mention. */
function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
