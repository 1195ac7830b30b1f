// The routes that look like a vendor's API: they are not in openapi.json, so they are listed here, and held to the code by a
// test. In the same form as those of the document, for tests that walk them all.
import { readFileSync } from 'node:fs';
import type { Schema } from './examples.ts';
import type { Route } from './routes.ts';

const text: Schema = { type: 'string' };
const endpoint: Schema = {
  type: 'object',
  properties: { url: text, description: text, topics: { type: 'array', items: text } },
  required: ['url'],
};
const exchange: Schema = {
  type: 'object',
  properties: { appId: text, appEnv: text, secret: text },
  required: ['appId', 'appEnv', 'secret'],
};
const check: Schema = {
  type: 'object',
  properties: { token: text, appId: text, appEnv: text },
  required: ['token', 'appId', 'appEnv'],
};
const disabling: Schema = {
  type: 'object',
  properties: { topics: { type: 'object', properties: {} } },
  required: ['topics'],
};
const listed: readonly (readonly [method: string, path: string, body: Schema | null])[] = [
  ['POST', '/v4/auth/app-api', exchange],
  ['GET', '/v4/applications/{appId}/context', null],
  ['GET', '/v4/applications/{appId}/envs/{env}/webhooks', null],
  ['POST', '/v4/applications/{appId}/envs/{env}/webhooks', endpoint],
  ['PUT', '/v4/webhooks/{webhookId}', endpoint],
  ['DELETE', '/v4/webhooks/{webhookId}', null],
  ['POST', '/v4/webhooks/{webhookId}/disabled-events', disabling],
  ['GET', '/v4/webhooks/{webhookId}/events', null],
  ['GET', '/v4/webhooks/{webhookId}/events/{eventId}', null],
  ['POST', '/v4/webhooks/{webhookId}/events/{eventId}/resend', null],
  ['POST', '/v4/tokens/webhook-verification/checking-consumption', check],
];

export const vendorRoutes: readonly Route[] = listed.map(([method, path, body]) => ({
  name: `${method} ${path}`,
  method,
  path,
  access: null,
  body,
  query: [{ name: 'page', schema: text }],
  answerFields: [],
}));

/** What the code serves, read from its text. */
export function vendorRoutesInCode(): readonly string[] {
  const code = readFileSync(new URL('../../src/api/vendors/ignisign.ts', import.meta.url), 'utf8');
  return [...code.matchAll(/app\.(get|post|put|delete|patch)\(\s*(?:'([^']+)'|(exchangePath))/g)].map(
    ([, method = '', path = '/v4/auth/app-api']) =>
      `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}').replace('{appEnv}', '{env}')}`,
  );
}
