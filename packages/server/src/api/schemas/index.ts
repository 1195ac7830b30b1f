// The shapes of the API, as JSON Schemas: requests are checked against them, answers are written by them, and
// openapi.json is made of them.
export * from './accounts.ts';
export * from './alert-rules.ts';
export * from './alerts.ts';
export * from './audit.ts';
export * from './catalogue.ts';
export * from './common.ts';
export * from './deliveries.ts';
export * from './dialects.ts';
export * from './directory.ts';
export * from './envelopes.ts';
export * from './events.ts';
export * from './inboxes.ts';
export * from './organizations.ts';
export * from './replays.ts';
export * from './server.ts';
export * from './sources.ts';
export * from './statistics.ts';
export * from './tenants.ts';
export * from './tests.ts';
export * from './webhooks.ts';
