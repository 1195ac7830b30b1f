// The mails about failing webhooks: what failed, since when, how the last attempt ended, what to do, and a link. Names and
// answers come from others: in HTML they are escaped, and nothing of them begins a line of its own. Pure.
import type { AlertFacts, AlertStep } from '../domain/alert.ts';
import { adviceFor, outcomeWords } from '../domain/alert-words.ts';
import { limit } from '../domain/limits.ts';

/** A step of an alert, as its mail needs it. */
export interface News {
  readonly step: AlertStep;
  readonly facts: AlertFacts;
}

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** More than this nobody reads in one mail. */
const toldInFullMax = 10;
const bodyShownMax = 300;

/** One mail about all the news, the oldest first. There must be some. */
export function writeLetter(news: readonly News[], publicUrl: string): Letter {
  const [first] = news;
  if (first === undefined) throw new Error('A letter needs news.');
  if (news.length === 1) return toLetter(subjectOf(first), [{ paragraphs: paragraphsOf(first, publicUrl) }]);
  const told = news.slice(0, toldInFullMax).map((one) => ({
    heading: subjectOf(one),
    paragraphs: paragraphsOf(one, publicUrl),
  }));
  const rest = news.slice(toldInFullMax).map(subjectOf);
  const sections = rest.length === 0 ? told : [...told, { heading: 'Further news', paragraphs: rest }];
  const webhooks = new Set(news.map(({ facts }) => facts.webhookId)).size;
  const count = webhooks === 1 ? '' : `News of ${webhooks} webhooks: `;
  return toLetter(count + subjectOf(gravest(news)), sections);
}

/** What comes when somebody tries whether mails arrive. */
export function writeTrialLetter(organizationName: string, publicUrl: string): Letter {
  return toLetter(`Test alert of ${organizationName}`, [
    {
      paragraphs: [
        'This is a test. No webhook has failed.',
        `When deliveries of a webhook of ${organizationName} keep failing, a mail like this one comes from here: it says what failed, since when, and what to do.`,
        publicUrl,
      ],
    },
  ]);
}

interface Section {
  readonly heading?: string;
  readonly paragraphs: readonly string[];
}

function toLetter(subject: string, sections: readonly Section[]): Letter {
  const text = sections.map(({ heading, paragraphs }) =>
    [...(heading === undefined ? [] : [`== ${heading}`]), ...paragraphs].join('\n\n'),
  );
  const html = sections.flatMap(({ heading, paragraphs }) => [
    ...(heading === undefined ? [] : [`<h3>${escaped(heading)}</h3>`]),
    ...paragraphs.map((paragraph) => `<p>${asHtml(paragraph)}</p>`),
  ]);
  return {
    subject,
    text: `${text.join('\n\n\n')}\n`,
    html: `<!doctype html><html><body>${html.join('')}</body></html>`,
  };
}

/** A paragraph that is an address is a link. */
function asHtml(paragraph: string): string {
  const html = escaped(paragraph).replaceAll('\n', '<br>');
  return /^https?:\/\/\S+$/.test(paragraph) ? `<a href="${html}">${html}</a>` : html;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const gravity: Readonly<Record<AlertStep, number>> = {
  disabled: 4,
  warned: 3,
  failing: 2,
  reminded: 1,
  recovered: 0,
};

function gravest(news: readonly News[]): News {
  return [...news].sort((a, b) => gravity[b.step] - gravity[a.step])[0] as News;
}

function subjectOf({ step, facts }: News): string {
  const webhook = `webhook "${facts.webhookName}" (${facts.environment})`;
  switch (step) {
    case 'failing':
      return `The ${webhook} ${facts.kind === 'failure_rate' ? 'fails often' : 'is failing'}`;
    case 'warned':
      return `The ${webhook} will be disabled on ${moment(facts.disableAt)}`;
    case 'disabled':
      return `The ${webhook} was disabled`;
    case 'reminded':
      return `The ${webhook} still has a problem`;
    case 'recovered':
      return facts.recoveredBy === 'delivery'
        ? `The ${webhook} works again`
        : `The ${webhook} was enabled again`;
  }
}

function paragraphsOf(news: News, publicUrl: string): readonly string[] {
  const { step, facts } = news;
  const place = `It belongs to the application "${facts.applicationName}" of ${facts.organizationName} and sends to ${facts.url}`;
  const end = [waiting(facts), link(facts, publicUrl), place];
  if (step === 'recovered') return [recovery(facts), ...end].filter(isSaid);
  return [
    what(news),
    lastAttempt(facts),
    `What to do: ${adviceFor(facts.lastFailure)}`,
    outlook(news),
    ...end,
  ].filter(isSaid);
}

const isSaid = (text: string) => text !== '';

function what({ step, facts }: News): string {
  const since = `since ${moment(facts.since)}`;
  const attempts = facts.failedAttempts === 1 ? '1 attempt' : `${facts.failedAttempts} attempts in a row`;
  if (facts.kind === 'gone') {
    return `The receiver of the webhook "${facts.webhookName}" answered 410 Gone: it wants no more events. The webhook ${step === 'reminded' ? 'is' : 'was'} disabled.`;
  }
  if (facts.attempts !== null) {
    return `Many deliveries to the webhook "${facts.webhookName}" have failed ${since}: ${facts.failedAttempts} of ${facts.attempts} attempts.`;
  }
  return step === 'disabled'
    ? `No delivery to the webhook "${facts.webhookName}" has succeeded ${since}. It was disabled after ${attempts} failed.`
    : `Deliveries to the webhook "${facts.webhookName}" have failed ${since}: ${attempts} failed, and none succeeded.`;
}

function lastAttempt({ lastFailure }: AlertFacts): string {
  if (lastFailure === null) return '';
  const { body } = lastFailure;
  const said = body === null ? '' : `\nThe answer began: ${oneLine(body)}`;
  return `The last attempt, on ${moment(lastFailure.at)}: ${outcomeWords(lastFailure)}.${said}`;
}

/** A receiver must not write the mail: its words stay on their own line. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > bodyShownMax ? `${line.slice(0, bodyShownMax).toWellFormed()}…` : line;
}

function outlook({ step, facts }: News): string {
  if (facts.disableAt !== null && step !== 'disabled') {
    return `If nothing changes, the webhook will be disabled on ${moment(facts.disableAt)}. What waits then is held, not lost.`;
  }
  if (step !== 'disabled') return '';
  return 'What waits is held. When the cause is mended, test the webhook with "Test and enable": it is enabled again when the test succeeds, and what was held is sent. Events of the time in between do not go to it by themselves.';
}

function recovery(facts: AlertFacts): string {
  const among = facts.attempts === null ? '' : ` of ${facts.attempts}`;
  const failed = `It had failed since ${moment(facts.since)}, in ${facts.failedAttempts}${among} attempts.`;
  if (facts.kind === 'failure_rate')
    return `Fewer deliveries to the webhook "${facts.webhookName}" fail. ${failed}`;
  return facts.recoveredBy === 'delivery'
    ? `The webhook "${facts.webhookName}" accepted a delivery on ${moment(facts.recoveredAt)}. ${failed}`
    : `The webhook "${facts.webhookName}" was enabled again on ${moment(facts.recoveredAt)}. ${failed}`;
}

function waiting({ waitingDeliveries, failedDeliveries }: AlertFacts): string {
  const wait = waitingDeliveries === 0 ? [] : [`${counted(waitingDeliveries)} waiting to be sent`];
  const failed =
    failedDeliveries === 0 ? [] : [`${counted(failedDeliveries)} given up, to be sent again by hand`];
  return wait.length + failed.length === 0 ? '' : `${upperFirst([...wait, ...failed].join('; '))}.`;
}

function counted(count: number): string {
  if (count >= limit('alert_count_max')) return `${limit('alert_count_max')} deliveries or more are`;
  return count === 1 ? '1 delivery is' : `${count} deliveries are`;
}

const upperFirst = (text: string) => (text[0] ?? '').toUpperCase() + text.slice(1);

function link({ applicationId, environment, webhookId }: AlertFacts, publicUrl: string): string {
  return `${publicUrl}/${applicationId}/${environment.toLowerCase()}/webhooks/${webhookId}`;
}

/** In UTC, which every reader can place. */
function moment(iso: string | null): string {
  return iso === null ? 'an unknown day' : `${iso.slice(0, 16).replace('T', ' ')} UTC`;
}
