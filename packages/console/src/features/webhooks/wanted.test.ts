import { expect, it } from 'vitest';
import type { Webhook, WebhookStatistics } from '../../api/types.ts';
import { isAsked, sorted } from './wanted.ts';

const routing = { departments: [], requestFrom: [], businessUnits: [], templates: [], appIds: [] };

/** As the list needs them; the rest of a webhook is nothing to it. */
function made(name: string, change: object = {}): Webhook {
  const health = { state: 'healthy', lastSuccessAt: null, lastFailureAt: null };
  return {
    ...{ id: name, name, description: '', url: `https://${name}.example.com/`, health },
    ...{ status: 'enabled', disabledReason: null, events: { mode: 'all', except: [] } },
    routing: { ...routing, triggers: ['page', 'integration'] },
    ...change,
  } as unknown as Webhook;
}

const signers = made('signers', { events: { mode: 'only', types: ['signer.*'] } });
const signed = made('signed', { events: { mode: 'only', types: ['signer.signed'] } });
const noSigners = made('no-signers', { events: { mode: 'all', except: ['signer.*', 'envelope.created'] } });
const all = [made('all'), signers, signed, noSigners];
const names = (webhooks: readonly Webhook[]) => webhooks.map(({ name }) => name);

it('finds what any type of a topic goes to (I32)', () => {
  const of = (topic: string) => names(all.filter((webhook) => isAsked(webhook, { topic })));
  expect(of('signer')).toEqual(['all', 'signers', 'signed']);
  expect(of('envelope')).toEqual(['all', 'no-signers']);
  expect(of('sign')).toEqual(['all', 'no-signers']);
});

it('finds by trigger source, and tells what was disabled by itself from what somebody disabled', () => {
  const page = made('page', { routing: { ...routing, triggers: ['page'] } });
  const gone = made('gone', { status: 'disabled', disabledReason: 'gone' });
  const off = made('off', { status: 'disabled', disabledReason: 'manual' });
  const asked = (filter: Parameters<typeof isAsked>[1]) =>
    names([page, gone, off].filter((webhook) => isAsked(webhook, filter)));
  expect(asked({ trigger: 'integration' })).toEqual(['gone', 'off']);
  expect(asked({ status: 'disabled' })).toEqual(['gone', 'off']);
  expect(asked({ status: 'autoDisabled' })).toEqual(['gone']);
  expect(asked({ status: 'failing' })).toEqual([]);
});

it('sorts by success with the worst first, and what sent nothing last', () => {
  const figures = new Map(
    [
      ['all', [9, 0], [0, 1]],
      ['signed', [1, 0], [3, 0]],
      ['no-signers', [5, 5], [0, 0]],
    ].map(([id, succeeded, failed]) => [
      id as string,
      { attempts: { succeeded, failed } } as unknown as WebhookStatistics,
    ]),
  );
  expect(names(sorted(all, 'success', 'en', figures))).toEqual(['signed', 'all', 'no-signers', 'signers']);
  expect(names(sorted(all, undefined, 'en', figures))).toEqual(names(all));
});
