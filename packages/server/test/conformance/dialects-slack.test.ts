// Messages for people in a channel: what they say, and that nobody else writes in them.
import { describe, expect, it } from 'vitest';
import type { PayloadInput } from '../../src/domain/payload.ts';
import type { StoredEvent } from '../../src/domain/stored-event.ts';
import { exampleEvent } from '../../src/domain/test-send.ts';
import { bodyOf, eventOf, now, yael } from './rendering.ts';

const textOf = (event: StoredEvent, input: PayloadInput = {}) =>
  (bodyOf('slack', event, input) as { text: string }).text;

describe('a message in a channel', () => {
  it('says of a failing webhook what its mail says: which, since when, the last answer, what to do (E9, I33)', () => {
    const text = textOf(exampleEvent('webhook.failing', 'evt-1', now));
    expect(text.split('\n')).toEqual([
      '⚠️ *Webhook failing* (PRODUCTION)',
      'Webhook: Loan updates',
      'URL: https://lms.example.com/api/loan-updates',
      'Failing since: 2026-03-05 10:21 UTC',
      'Failed attempts: 5',
      'Last answer: 401 Unauthorized {"message":"Password expired on 2026-03-05"}',
      'What to do: The receiver asks for credentials. Check the user name and password of the webhook.',
      'Waiting: 38',
      'Will be disabled: 2026-03-10 10:21 UTC',
    ]);
  });

  it('says of an envelope which it is, and who did something', () => {
    const text = textOf(eventOf('signer.signed', '{}', { signer: yael }));
    expect(text).toMatch(/^\*Signer signed\* \(PRODUCTION\)\nEnvelope: .+\n/);
    expect(text).toContain(`Signer: ${yael.name}`);
  });

  it('is not written by others: no mention, no link, no line of their own, and no end', () => {
    const webhookName = `<!channel> & <https://evil.example|click>\n*Forged*: line ${'x'.repeat(1000)}`;
    const text = textOf(eventOf('webhook.recovered', { webhookName }));
    expect(text).toContain(
      'Webhook: &lt;!channel&gt; &amp; &lt;https://evil.example|click&gt; *Forged*: line xxx',
    );
    expect(text).not.toMatch(/[<>]/);
    expect(text.split('\n')).toHaveLength(2);
    expect(text.length).toBeLessThan(500);
  });

  it('takes the reason away where only the status is wanted', () => {
    const event = eventOf('envelope.declined', { reason: 'The rate is wrong.' });
    expect(textOf(event)).toContain('Reason: The rate is wrong.');
    expect(textOf(event, { data: 'status' })).not.toContain('Reason');
  });
});
