// What Signpost writes to people about their accounts. Pure: names come from people, so they are escaped in HTML.
import type { Mail } from '../mail/mailer.ts';

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What to press, and where it leads. */
  readonly action?: readonly [label: string, url: string];
}

function write({ to, subject, paragraphs, action }: Letter): Mail {
  const [first, ...rest] = paragraphs;
  const text = [first, ...(action ? [action[1]] : []), ...rest].join('\n\n');
  const lines = paragraphs.map((paragraph) => `<p>${escaped(paragraph)}</p>`);
  if (action) lines.splice(1, 0, `<p><a href="${escaped(action[1])}">${escaped(action[0])}</a></p>`);
  return {
    to,
    subject,
    text: `${text}\n`,
    html: `<!doctype html><html><body>${lines.join('')}</body></html>`,
  };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const day = (date: Date) => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

export function invitationLetter(
  to: string,
  organization: string,
  inviter: string | null,
  url: string,
  until: Date,
): Mail {
  const by = inviter === null ? 'You are invited' : `${inviter} invites you`;
  return write({
    to,
    subject: `Invitation to ${organization} on Signpost`,
    paragraphs: [
      `${by} to ${organization} on Signpost, where its webhooks are configured and watched.`,
      `The link works once, until ${day(until)}. If you do not know what this is about, ignore this mail.`,
    ],
    action: ['Accept the invitation', url],
  });
}

export function resetLetter(to: string, url: string, until: Date): Mail {
  return write({
    to,
    subject: 'A new password for Signpost',
    paragraphs: [
      'Somebody asked for a new password for your Signpost account. If it was you, choose one here:',
      `The link works once, until ${day(until)}. If it was not you, ignore this mail: your password stays as it is.`,
    ],
    action: ['Choose a new password', url],
  });
}

export function newAddressLetter(to: string, name: string, url: string, until: Date): Mail {
  return write({
    to,
    subject: 'Confirm your e-mail address for Signpost',
    paragraphs: [
      `${name} wants to use this address for a Signpost account. If it was you, confirm it:`,
      `The link works once, until ${day(until)}. If it was not you, ignore this mail: nothing changes.`,
    ],
    action: ['Confirm the address', url],
  });
}

/** Whether there is an account is told to nobody but whoever reads its mail. */
export function takenAddressLetter(to: string): Mail {
  return write({
    to,
    subject: 'This address has a Signpost account',
    paragraphs: [
      'Somebody wants to use this address for another Signpost account. It has one already, so nothing was changed.',
      'If it was you, sign in with this address, or ask for a new password from the sign-in page.',
    ],
  });
}

export interface ReplayNews {
  readonly name: string | null;
  readonly sent: number;
  readonly leftOut: number;
  readonly url: string;
}

export function replayLetter(to: string, { name, sent, leftOut, url }: ReplayNews): Mail {
  const deliveries = sent === 1 ? '1 delivery' : `${sent} deliveries`;
  const rest = leftOut === 0 ? '' : ` It left ${leftOut} out; its page says why.`;
  return write({
    to,
    subject: `Replay done${name === null ? '' : `: ${name}`}`,
    paragraphs: [
      `The replay that you began has sent ${deliveries} again.${rest} What became of them, and a way to retry what failed again:`,
    ],
    action: ['Show the replay', url],
  });
}

export function changedLetter(to: string, what: string, at: Date, address: string | null): Mail {
  const from = address === null ? '' : ` from the address ${address}`;
  return write({
    to,
    subject: `Signpost: ${what}`,
    paragraphs: [
      `${what[0]?.toUpperCase()}${what.slice(1)} on ${day(at)}${from}.`,
      'If it was not you, ask an administrator of your organization for help at once.',
    ],
  });
}
