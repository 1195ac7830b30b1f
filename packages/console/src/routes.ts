// The addresses of the console, with what may stand after "?" in each. The address is the state: every filter, tab and page is
// in it, so that it can be shared and Back works. What is shown there is attached in app/pages.ts.
import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, notFound, redirect } from '@tanstack/react-router';
import { directoryKinds } from './api/directory.ts';
import { homeOptions } from './api/home.ts';
import { ApiProblem } from './api/problem.ts';
import { authInfoOptions } from './api/session.ts';
import { type EnvironmentName, environments, replayStates } from './api/types.ts';
import { day, oneOf, optional, text } from './lib/search.ts';

const rootRoute = createRootRouteWithContext<{ readonly queryClient: QueryClient }>()();

const signOnProblems = [
  'sso_unavailable',
  'sso_refused',
  'sso_email_unverified',
  'sso_not_a_member',
] as const;
export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/login',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({
      next: ownPath(text(raw, 'next')),
      ended: oneOf(raw, 'ended', ['yes'] as const),
      with: oneOf(raw, 'with', ['key'] as const),
      error: oneOf(raw, 'error', signOnProblems),
      identityProvider: text(raw, 'identityProvider'),
    }),
});
/** The links that the server prints and mails lead to the next four; their tokens stand after the #. */
export const setUpRoute = createRoute({ getParentRoute: () => rootRoute, path: '/setup' });
export const invitationRoute = createRoute({ getParentRoute: () => rootRoute, path: '/invitation' });
export const confirmEmailRoute = createRoute({ getParentRoute: () => rootRoute, path: '/email' });
export const newPasswordRoute = createRoute({ getParentRoute: () => rootRoute, path: '/reset' });
export const forgottenRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot',
  validateSearch: (raw: Record<string, unknown>) => optional({ email: text(raw, 'email') }),
});

/** Only addresses of this console: anything else would send people away with their trust. */
function ownPath(path: string | undefined): string | undefined {
  return path !== undefined && /^\/(?![/\\])/.test(path) ? path : undefined;
}

export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location, context: { queryClient } }) => {
    try {
      await queryClient.ensureQueryData(homeOptions());
    } catch (error) {
      // Whatever else went wrong the page itself says.
      if (!(error instanceof ApiProblem) || error.code !== 'unauthenticated') return;
      const info = await queryClient.fetchQuery(authInfoOptions()).catch(() => null);
      if (info?.setUpNeeded) throw redirect({ to: '/setup' });
      throw redirect({ to: '/login', search: location.href === '/' ? {} : { next: location.href } });
    }
  },
});

export const homeRoute = createRoute({ getParentRoute: () => shellRoute, path: '/' });

const isEnvironment = (name: string): name is EnvironmentName => environments.some((known) => known === name);

export const placeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/$appId/$env',
  params: {
    parse: ({ appId, env }) => ({ appId, env: env.toUpperCase() as EnvironmentName }),
    stringify: ({ appId, env }) => ({ appId, env: env.toLowerCase() }),
  },
  beforeLoad: ({ params }) => {
    if (!params.appId.startsWith('appId_') || !isEnvironment(params.env)) throw notFound();
  },
});

export const overviewRoute = createRoute({ getParentRoute: () => placeRoute, path: '/' });

export const webhookStatuses = ['enabled', 'failing', 'disabled', 'autoDisabled'] as const;
export const webhookTriggers = ['page', 'integration'] as const;
export const webhooksRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/webhooks',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({
      q: text(raw, 'q'),
      status: oneOf(raw, 'status', webhookStatuses),
      topic: text(raw, 'topic'),
      department: text(raw, 'department'),
      requestFrom: text(raw, 'requestFrom'),
      businessUnit: text(raw, 'businessUnit'),
      trigger: oneOf(raw, 'trigger', webhookTriggers),
      sort: oneOf(raw, 'sort', ['name', 'status', 'lastDelivery', 'success'] as const),
    }),
});

export const newWebhookRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/webhooks/new',
  /** What brought one here: an event type, a format, or a test inbox by its id. */
  validateSearch: (raw: Record<string, unknown>) =>
    optional({ type: text(raw, 'type'), dialect: text(raw, 'dialect'), inbox: text(raw, 'inbox') }),
});

export const inboxesRoute = createRoute({ getParentRoute: () => placeRoute, path: '/inboxes' });
export const inboxRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/inboxes/$inboxId',
  /** Without one the newest is shown. */
  validateSearch: (raw: Record<string, unknown>) => optional({ request: text(raw, 'request') }),
});

/** Retrying is not a state of its own for the API, but it is for people. */
export const shownStates = ['succeeded', 'failed', 'retrying', 'pending', 'held', 'cancelled'] as const;

export const healthRanges = ['24h', '7d', '30d', '90d'] as const;
export const webhookTabs = ['overview', 'events', 'test', 'configuration'] as const;
export const webhookRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/webhooks/$webhookId',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({
      tab: oneOf(raw, 'tab', webhookTabs),
      status: oneOf(raw, 'status', shownStates),
      range: oneOf(raw, 'range', healthRanges),
      cursor: text(raw, 'cursor'),
    }),
});

export const editWebhookRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/webhooks/$webhookId/edit',
});

export const eventTabs = ['attempts', 'content', 'explain'] as const;
export const ranges = ['15m', '1h', '24h', '7d', '30d'] as const;
export const severities = ['info', 'warning', 'error'] as const;
/** How the last attempt ended: a class of answers, or why there was none that counts. */
export const httpClasses = ['2xx', '3xx', '4xx', '5xx'] as const;
/** A single status: "503". */
export const isHttpCode = (text: string): text is `${number}` => /^[1-5]\d\d$/.test(text);
export const errorKinds = [
  'dns',
  'blocked',
  'connect',
  'tls',
  'timeout',
  'reset',
  'protocol',
  'auth',
  'answer',
  'aborted',
  'retention',
] as const;
export const leastAttempts = ['2', '3', '5', '10'] as const;
export const triggers = ['page', 'integration'] as const;
export const historyRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/events',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({
      status: oneOf(raw, 'status', shownStates),
      q: text(raw, 'q'),
      webhook: text(raw, 'webhook'),
      type: text(raw, 'type'),
      envelope: text(raw, 'envelope'),
      severity: oneOf(raw, 'severity', severities),
      result:
        oneOf(raw, 'result', [...httpClasses, ...errorKinds] as const) ??
        [text(raw, 'result') ?? ''].find(isHttpCode),
      attempts: oneOf(raw, 'attempts', leastAttempts),
      department: text(raw, 'department'),
      requestFrom: text(raw, 'requestFrom'),
      trigger: oneOf(raw, 'trigger', triggers),
      replay: text(raw, 'replay'),
      // What is opened beside the list.
      event: text(raw, 'event'),
      delivery: text(raw, 'delivery'),
      attempt: text(raw, 'attempt'),
      compare: text(raw, 'compare'),
      tab: oneOf(raw, 'tab', eventTabs),
      range: oneOf(raw, 'range', ranges),
      from: text(raw, 'from'),
      to: text(raw, 'to'),
      cursor: text(raw, 'cursor'),
    }),
});

export const unmatchedRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/unmatched',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({ type: text(raw, 'type'), q: text(raw, 'q'), cursor: text(raw, 'cursor') }),
});

export const eventRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/events/$eventId',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({
      tab: oneOf(raw, 'tab', eventTabs),
      delivery: text(raw, 'delivery'),
      attempt: text(raw, 'attempt'),
      compare: text(raw, 'compare'),
    }),
});

export const replaysRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/replays',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({ state: oneOf(raw, 'state', replayStates), cursor: text(raw, 'cursor') }),
});
/** What a new replay sends again: deliveries that ended so, or what was never sent. */
export const replayKinds = ['failed', 'missed', 'cancelled', 'succeeded', 'all'] as const;
export const replayTimes = ['8h', 'yesterday', '3d', '7d', 'custom'] as const;
export const newReplayRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/replays/new',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({
      what: oneOf(raw, 'what', replayKinds),
      /** Ids of webhooks, with commas between them. */
      webhooks: text(raw, 'webhooks'),
      when: oneOf(raw, 'when', replayTimes),
      from: text(raw, 'from'),
      to: text(raw, 'to'),
    }),
});
export const replayRoute = createRoute({ getParentRoute: () => placeRoute, path: '/replays/$replayId' });

export const alertTabs = ['open', 'acknowledged', 'muted', 'resolved', 'all'] as const;
export const alertsRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/alerts',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({
      state: oneOf(raw, 'state', alertTabs),
      webhook: text(raw, 'webhook'),
      cursor: text(raw, 'cursor'),
    }),
});
export const alertRoute = createRoute({ getParentRoute: () => placeRoute, path: '/alerts/$alertId' });

export const healthRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/health',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({
      range: oneOf(raw, 'range', healthRanges),
      webhook: text(raw, 'webhook'),
      /** An event type, or a topic: "signer.*". */
      type: text(raw, 'type'),
      from: text(raw, 'from'),
      to: text(raw, 'to'),
    }),
});

export const catalogueRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/catalog',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({ q: text(raw, 'q'), topic: text(raw, 'topic') }),
});

export const contentTypes = ['json', 'form', 'xml'] as const;
export const eventTypeRoute = createRoute({
  getParentRoute: () => placeRoute,
  path: '/catalog/$type',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({
      dialect: text(raw, 'dialect'),
      content: oneOf(raw, 'content', contentTypes),
      data: oneOf(raw, 'data', ['status'] as const),
    }),
});

export const sourcesRoute = createRoute({ getParentRoute: () => placeRoute, path: '/sources' });
export const keysRoute = createRoute({ getParentRoute: () => placeRoute, path: '/keys' });
export const settingsRoute = createRoute({ getParentRoute: () => placeRoute, path: '/settings' });

export const accountRoute = createRoute({ getParentRoute: () => shellRoute, path: '/account' });

export const organizationsRoute = createRoute({ getParentRoute: () => shellRoute, path: '/organizations' });
export const organizationRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/organizations/$orgId',
});
export const alertRulesRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/alert-rules',
});
export const organizationSettingsRoute = createRoute({ getParentRoute: () => organizationRoute, path: '/' });
export const applicationsRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/applications',
});
export const membersRoute = createRoute({ getParentRoute: () => organizationRoute, path: '/members' });
export const signOnRoute = createRoute({ getParentRoute: () => organizationRoute, path: '/sign-on' });

/** What entries of the audit log are about, and what was done. */
export const auditKinds = [
  ...([
    'organization',
    'application',
    'key',
    'webhook',
    'webhook_secret',
    'inbox',
    'source',
    'replay',
    'delivery',
  ] as const),
  ...(['department', 'source_system', 'business_unit', 'template', 'person', 'member'] as const),
  ...(['alert_rules', 'invitation', 'identity_provider', 'identity', 'session', 'audit'] as const),
] as const;
export const auditVerbs = [
  ...(['created', 'updated', 'deleted', 'enabled', 'disabled', 'revoked'] as const),
  ...(['opened', 'refused', 'locked', 'exported', 'tested', 'resent'] as const),
] as const;
const auditSearch = (raw: Record<string, unknown>) =>
  optional({
    kind: oneOf(raw, 'kind', auditKinds),
    action: text(raw, 'action'),
    actor: text(raw, 'actor'),
    object: text(raw, 'object'),
    from: day(raw, 'from'),
    to: day(raw, 'to'),
    cursor: text(raw, 'cursor'),
  });
export type AuditSearch = ReturnType<typeof auditSearch>;
export const auditRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/audit',
  validateSearch: auditSearch,
});

const serverRoute = createRoute({ getParentRoute: () => shellRoute, path: '/server' });
export const serverAboutRoute = createRoute({ getParentRoute: () => serverRoute, path: '/' });
export const serverSignOnRoute = createRoute({ getParentRoute: () => serverRoute, path: '/sign-on' });
export const serverPeopleRoute = createRoute({
  getParentRoute: () => serverRoute,
  path: '/people',
  validateSearch: (raw: Record<string, unknown>) =>
    optional({ q: text(raw, 'q'), cursor: text(raw, 'cursor') }),
});
export const serverAuditRoute = createRoute({
  getParentRoute: () => serverRoute,
  path: '/audit',
  validateSearch: auditSearch,
});

export const directoryRoute = createRoute({
  getParentRoute: () => organizationRoute,
  path: '/directory/$kind',
  beforeLoad: ({ params }) => {
    if (!directoryKinds.some((kind) => kind === params.kind)) throw notFound();
  },
  validateSearch: (raw: Record<string, unknown>) => optional({ q: text(raw, 'q') }),
});

export const routeTree = rootRoute.addChildren([
  signInRoute,
  setUpRoute,
  invitationRoute,
  confirmEmailRoute,
  newPasswordRoute,
  forgottenRoute,
  shellRoute.addChildren([
    homeRoute,
    accountRoute,
    organizationsRoute,
    organizationRoute.addChildren([
      organizationSettingsRoute,
      alertRulesRoute,
      applicationsRoute,
      membersRoute,
      signOnRoute,
      auditRoute,
      directoryRoute,
    ]),
    serverRoute.addChildren([serverAboutRoute, serverPeopleRoute, serverSignOnRoute, serverAuditRoute]),
    placeRoute.addChildren([
      overviewRoute,
      webhooksRoute,
      newWebhookRoute,
      webhookRoute,
      editWebhookRoute,
      inboxesRoute,
      inboxRoute,
      historyRoute,
      unmatchedRoute,
      eventRoute,
      replaysRoute,
      newReplayRoute,
      replayRoute,
      alertsRoute,
      alertRoute,
      healthRoute,
      catalogueRoute,
      eventTypeRoute,
      sourcesRoute,
      keysRoute,
      settingsRoute,
    ]),
  ]),
]);
