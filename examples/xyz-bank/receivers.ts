// The bank's own systems: small HTTP servers that get webhooks like any other receiver. The compliance log believes nothing
// that the public Standard Webhooks library does not verify, the loan system wants a user name and a password; each one can
// be taken down for a while.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { isDocumensoPost, keyOfPost } from './documenso-events.ts';
import type { Ledger, Receipt } from './ledger.ts';
import type { System } from './systems.ts';

export interface Receiver {
  readonly system: System;
  readonly url: string;
  /** From now on only what this secret signed is believed. */
  trust(secret: string): void;
  /** From now on only requests with this user name and password are let in. */
  expect(login: Login): void;
  goDown(): void;
  comeBack(): void;
  /** Signatures found good. */
  verified(): number;
  close(): Promise<void>;
}

export interface Login {
  readonly username: string;
  readonly password: string;
}

/** What a receiver reads of a webhook's body. */
interface Notice {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

export async function openReceiver(system: System, ledger: Ledger): Promise<Receiver> {
  let webhook: Webhook | null = null;
  let authorization: string | undefined;
  let down = false;
  let verified = 0;

  function judge(request: IncomingMessage, body: string): Answer {
    const receipt = read(system, request, body);
    if (down) {
      ledger.refused(receipt);
      return { status: 503, text: 'down for maintenance' };
    }
    const isKnown = authorization === undefined || request.headers.authorization === authorization;
    const flaw = isKnown ? webhook && findFlaw(webhook, request, body) : 'wrong user name or password';
    if (flaw !== null) {
      ledger.problem(`The ${system.name} refused ${receipt.type} (${receipt.webhookId}): ${flaw}.`);
      return { status: 401, text: flaw };
    }
    if (webhook) verified += 1;
    ledger.received(receipt);
    return { status: 200, text: 'thank you' };
  }

  const server = createServer((request, response) => {
    serve(request, response, judge).catch((error: unknown) => {
      ledger.problem(`The ${system.name} could not read a request: ${String(error)}.`);
      answer(response, { status: 400, text: 'unreadable' });
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    system,
    url: `http://127.0.0.1:${port}/signing-events`,
    trust: (secret) => {
      webhook = new Webhook(secret);
    },
    expect: ({ username, password }) => {
      authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    },
    goDown: () => {
      down = true;
    },
    comeBack: () => {
      down = false;
    },
    verified: () => verified,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  judge: (request: IncomingMessage, body: string) => Answer,
): Promise<void> {
  const body = await buffer(request);
  answer(response, judge(request, body.toString()));
}

function answer(response: ServerResponse, { status, text }: Answer): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end(text);
}

function read(system: System, request: IncomingMessage, body: string): Receipt {
  const notice = JSON.parse(body) as Notice;
  const webhookId = String(request.headers['webhook-id']);
  return { system, key: keyOfNotice(body), type: notice.type, webhookId };
}

/** Documenso gives its events no id, so what it said is the key; events by API bring their own. */
export function keyOfNotice(body: string): string {
  const { id, data } = JSON.parse(body) as Notice;
  return isDocumensoPost(data) ? keyOfPost(data) : id;
}

/** Why the request does not prove itself; null when it does. */
function findFlaw(webhook: Webhook, request: IncomingMessage, body: string): string | null {
  try {
    webhook.verify(body, request.headers as Record<string, string>);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
