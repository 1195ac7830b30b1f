import { expect, it } from 'vitest';
import { eventTypes } from '../catalogue/index.ts';
import { defaultPayload } from '../domain/payload.ts';
import type { EventSelection } from '../domain/webhook.ts';
import { notices } from './notices.ts';

const told = (dialect: string, events: EventSelection, kind: 'notification' | 'callout' = 'notification') =>
  notices({ kind, events, payload: { ...defaultPayload, dialect } });

it('a webhook whose dialect expresses all that it subscribes to is told nothing', () => {
  expect(told('signpost', { mode: 'all', except: [] })).toEqual([]);
  expect(told('esignglobal', { mode: 'only', types: ['envelope.completed', 'signer.signed'] })).toEqual([]);
});

it('types that the dialect cannot express are named, exact ones and those of patterns', () => {
  const events = { mode: 'only', types: ['envelope.sent', 'proof.generated', 'bulk.*'] } as const;
  const types = ['proof.generated', 'bulk.started', 'bulk.completed'];
  expect(told('esignglobal', events)).toEqual([
    {
      code: 'types_not_expressed',
      path: 'events',
      types,
      message: `This webhook subscribes to types that its dialect esignglobal cannot express: ${types.join(', ')}. It does not get them.`,
    },
  ]);
});

it('of many, ten are named and the rest are counted', () => {
  const [notice] = told('esignglobal', { mode: 'all', except: [] });
  const count = eventTypes.length - 7;
  expect(notice?.types).toHaveLength(count);
  expect(notice?.message).toContain(` and ${count - 10} more.`);
});

it('a type that is left out of the subscription is not told', () => {
  const [notice] = told('esignglobal', { mode: 'all', except: ['proof.*'] });
  expect(notice?.types).not.toContain('proof.generated');
});

it('a webhook that would get nothing at all is told so', () => {
  expect(told('docusign-connect', { mode: 'only', types: ['proof.*'] })).toMatchObject([
    { code: 'nothing_expressed', path: 'payload.dialect', types: ['proof.generated', 'proof.failed'] },
  ]);
});

it('options of the dialect count', () => {
  const settings = { kind: 'notification', events: { mode: 'only', types: ['envelope.voided'] } } as const;
  const payload = { ...defaultPayload, dialect: 'ignisign' };
  expect(notices({ ...settings, payload })).toHaveLength(1);
  expect(notices({ ...settings, payload: { ...payload, options: { names: 'sdk-4' } } })).toEqual([]);
});

it('a callout gets no events, and is told nothing of them', () => {
  expect(told('esignglobal', { mode: 'all', except: [] }, 'callout')).toEqual([]);
});
