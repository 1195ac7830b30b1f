// Makes the way out: to which addresses requests may go, test inboxes, and what sends.
import { createGuard, type Guard, type Resolve } from '../deliver/guard.ts';
import { createInboxSender } from '../deliver/inbox-sender.ts';
import type { Reach } from '../deliver/post.ts';
import { createSender, type Sender } from '../deliver/send.ts';
import { createTester, type Tester } from '../deliver/tester.ts';
import { createTokenSender } from '../deliver/token-sender.ts';
import { isInboxUrl } from '../domain/inbox.ts';
import { limit } from '../domain/limits.ts';
import { createInboxDoor, type InboxDoor } from '../inbox/inbox.ts';
import { createInboxRequestStore, type InboxRequestStore } from '../store/inbox-requests.ts';
import { createInboxStore, type InboxStore } from '../store/inboxes.ts';
import type { Ground } from './ground.ts';

export interface Sending {
  readonly guards: Readonly<Record<Reach, Guard>>;
  readonly inboxes: InboxStore;
  readonly inboxRequests: InboxRequestStore;
  readonly inboxDoor: InboxDoor;
  readonly sender: Sender;
  readonly tester: Tester;
  /** Why a URL may not be a webhook's, in words; null when it may. */
  urlProblem(url: string, environment: string): string | null;
}

export function composeSending(ground: Ground, resolve: Resolve | undefined): Sending {
  const { config, database, snapshots, clock, newId, keys, publicUrl } = ground;
  const guards = {
    public: createGuard({ allow: config.allowCidrs, allowLoopback: false }, resolve),
    // The first run must work without a setting; on a shared database the operator says what is allowed.
    'loopback-too': createGuard(
      { allow: config.allowCidrs, allowLoopback: config.databaseUrl === null },
      resolve,
    ),
  };
  const inboxes = createInboxStore(database);
  const inboxRequests = createInboxRequestStore(database);
  const inboxDoor = createInboxDoor({
    inboxes,
    requests: inboxRequests,
    webhooksOf: async (environmentId) => (await snapshots.get(environmentId)).webhooks.values(),
    clock,
    newId,
  });
  const outside = createSender({
    guards,
    // How many of one webhook run is limited before; a receiver that hangs must not take the connections of another webhook
    // at the same address.
    connectionsPerOrigin: config.concurrency,
    responseBytesMax: limit('response_bytes_max'),
  });
  const sender = createTokenSender(createInboxSender(outside, inboxDoor), clock);
  return {
    guards,
    inboxes,
    inboxRequests,
    inboxDoor,
    sender,
    tester: createTester({ sender, tokenKey: keys.tokenKeys[0], clock }),
    urlProblem: (text, environment) => {
      if (environment === 'PRODUCTION' && isInboxUrl(publicUrl(), text)) return urlReasons.inbox;
      const verdict = guards[environment === 'DEVELOPMENT' ? 'loopback-too' : 'public'].checkUrl(text);
      return verdict.kind === 'accepted' ? null : urlReasons[verdict.reason];
    },
  };
}

const urlReasons = {
  not_a_url: 'it is not a URL',
  scheme: 'it must begin with http:// or https://',
  credentials: 'it must not contain a user name or password',
  fragment: 'it must not contain a fragment (#…)',
  host: 'it has no valid host',
  port: 'its port is not allowed',
  inbox: 'it is a test inbox, which takes nothing from PRODUCTION',
  forbidden_address: 'its address is not one that this server may send to',
} as const;
