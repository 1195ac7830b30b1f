// Every page of the console, with what stands on it when it is ready.
import type { Bank } from './bank.ts';

export interface PageUnderTest {
  readonly name: string;
  readonly path: string;
  /** Selector of something that is there only when the page has its data. */
  readonly ready: string;
  /** Shown without signing in. */
  readonly isOpen?: boolean;
}

export function pagesOf({
  appId,
  orgId,
  webhooks,
  failedEvent,
  unmatchedEvent,
  alert,
  replay,
  inbox,
  inboxWaiting,
}: Bank): readonly PageUnderTest[] {
  const env = `/${appId}/production`;
  const empty = `/${appId}/staging`;
  const trial = `/${appId}/test`;
  const org = `/organizations/${orgId}`;
  return [
    { name: 'sign-in', path: '/login', ready: 'form', isOpen: true },
    { name: 'sign-in-with-key', path: '/login?with=key', ready: 'form', isOpen: true },
    { name: 'forgotten', path: '/forgot', ready: 'main h1', isOpen: true },
    { name: 'set-up-without-link', path: '/setup', ready: 'main h1', isOpen: true },
    { name: 'email-invalid', path: '/email#nothing', ready: 'main a', isOpen: true },
    { name: 'invitation-invalid', path: '/invitation#nothing', ready: 'main a', isOpen: true },
    { name: 'overview', path: env, ready: 'main table' },
    { name: 'overview-empty', path: empty, ready: 'main ol' },
    { name: 'webhooks', path: `${env}/webhooks`, ready: 'main table' },
    { name: 'webhooks-empty', path: `${empty}/webhooks`, ready: 'main h2' },
    { name: 'webhooks-no-match', path: `${env}/webhooks?q=nothing+like+this`, ready: 'main h2' },
    { name: 'webhook-new', path: `${env}/webhooks/new`, ready: 'main form' },
    { name: 'webhook', path: `${env}/webhooks/${webhooks.loans}`, ready: 'main dl' },
    { name: 'webhook-failing', path: `${env}/webhooks/${webhooks.hr}`, ready: 'main dl' },
    { name: 'webhook-events', path: `${env}/webhooks/${webhooks.hr}?tab=events`, ready: 'main table' },
    { name: 'webhook-test', path: `${env}/webhooks/${webhooks.loans}?tab=test`, ready: 'main pre' },
    {
      name: 'webhook-configuration',
      path: `${env}/webhooks/${webhooks.loans}?tab=configuration`,
      ready: 'main pre',
    },
    { name: 'webhook-edit', path: `${env}/webhooks/${webhooks.loans}/edit`, ready: 'main form' },
    { name: 'inboxes', path: `${trial}/inboxes`, ready: 'main table' },
    { name: 'inboxes-empty', path: `${empty}/inboxes`, ready: 'main h2' },
    { name: 'inboxes-production', path: `${env}/inboxes`, ready: 'main h2' },
    { name: 'inbox', path: `${trial}/inboxes/${inbox}`, ready: 'main pre' },
    { name: 'inbox-waiting', path: `${trial}/inboxes/${inboxWaiting}`, ready: 'main pre' },
    { name: 'webhook-to-inbox', path: `${trial}/webhooks/new?inbox=${inbox}`, ready: 'main form' },
    { name: 'history', path: `${env}/events`, ready: 'main table' },
    { name: 'history-empty', path: `${empty}/events`, ready: 'main h2' },
    {
      name: 'history-no-match',
      path: `${env}/events?range=7d&result=418&status=cancelled`,
      ready: 'main h2',
    },
    { name: 'event', path: `${env}/events/${failedEvent}`, ready: 'main pre' },
    { name: 'event-content', path: `${env}/events/${failedEvent}?tab=content`, ready: 'main pre' },
    { name: 'event-explained', path: `${env}/events/${unmatchedEvent}?tab=explain`, ready: 'main section' },
    { name: 'unmatched', path: `${env}/unmatched`, ready: 'main table' },
    { name: 'replays', path: `${env}/replays`, ready: 'main table' },
    { name: 'replays-empty', path: `${empty}/replays`, ready: 'main h2' },
    { name: 'replay', path: `${env}/replays/${replay}`, ready: 'main dl' },
    { name: 'replay-new', path: `${env}/replays/new`, ready: '#preview table' },
    {
      name: 'replay-new-missed',
      path: `${env}/replays/new?what=missed&when=custom`,
      ready: '#when input[type=datetime-local]',
    },
    { name: 'alerts', path: `${env}/alerts`, ready: 'main table' },
    { name: 'alerts-empty', path: `${empty}/alerts`, ready: 'main h2' },
    { name: 'alert', path: `${env}/alerts/${alert}`, ready: 'main dl' },
    { name: 'health', path: `${env}/health`, ready: 'main svg.recharts-surface' },
    { name: 'health-type', path: `${env}/health?type=signer.*&range=7d`, ready: 'main svg.recharts-surface' },
    { name: 'health-quiet', path: `${empty}/health?range=30d`, ready: 'main h2' },
    { name: 'catalogue', path: `${env}/catalog`, ready: 'main li' },
    { name: 'event-type', path: `${env}/catalog/signer.signed`, ready: 'main pre' },
    { name: 'event-type-gone', path: `${env}/catalog/signer.sined`, ready: 'main [role=group]' },
    { name: 'sources', path: `${env}/sources`, ready: 'main table' },
    { name: 'sources-empty', path: `${empty}/sources`, ready: 'main h2' },
    { name: 'keys', path: `${env}/keys`, ready: 'main table' },
    { name: 'settings', path: `${env}/settings`, ready: 'main li:nth-child(5)' },
    { name: 'organizations', path: '/organizations', ready: 'main table' },
    { name: 'organization', path: org, ready: 'main form input[value=Signpost]' },
    { name: 'members', path: `${org}/members`, ready: 'main table' },
    { name: 'sign-on', path: `${org}/sign-on`, ready: 'main table' },
    { name: 'alert-rules', path: `${org}/alert-rules`, ready: 'main form' },
    { name: 'audit', path: `${org}/audit?kind=webhook`, ready: 'main table' },
    { name: 'server', path: '/server', ready: 'main dl' },
    { name: 'server-people', path: '/server/people', ready: 'main table' },
    { name: 'server-sign-on', path: '/server/sign-on', ready: 'main h2' },
    { name: 'server-audit', path: '/server/audit', ready: 'main table' },
    { name: 'applications', path: `${org}/applications`, ready: 'main table' },
    { name: 'departments', path: `${org}/directory/departments`, ready: 'main table' },
    { name: 'business-units', path: `${org}/directory/business-units`, ready: 'main table' },
    { name: 'templates', path: `${org}/directory/templates`, ready: 'main table' },
    { name: 'nothing-here', path: `${env}/nothing-here`, ready: 'main h1' },
    {
      name: 'webhook-gone',
      path: `${env}/webhooks/0190b0a0-0000-7000-8000-000000000000`,
      ready: 'main [role=group]',
    },
  ];
}
