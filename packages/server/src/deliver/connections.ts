// Keep-alive connections of one kind (address policy × TLS verification), at most so many per origin.
// One undici Client is one connection, so that its user knows whether it is fresh, can demand a fresh one, and can
// cut it in any phase, also while it is being established. Every connection passes the address guard.
// The least recently used idle connections are closed above a bound, so 10,000 origins do not hold 10,000 sockets.
import { isIP, type LookupFunction, connect as netConnect, type Socket } from 'node:net';
import { type SecureContext, type TLSSocket, connect as tlsConnect } from 'node:tls';
import { type buildConnector, Client, type Dispatcher } from 'undici';
import { AddressForbidden, type Guard } from './guard.ts';
import type { SecureContexts, TlsIdentity } from './tls-identity.ts';

/** What a request waits for. */
export type Phase = 'queue' | 'dns' | 'connect' | 'tls' | 'headers' | 'body';

/** One request and its response on a connection. */
export interface Exchange extends Dispatcher.DispatchHandler {
  readonly origin: string;
  /** null for the usual; another one has connections of its own. */
  readonly tls: TlsIdentity | null;
  readonly options: Dispatcher.DispatchOptions;
  /** Over for its caller: it must not be written any more. */
  readonly settled: boolean;
  connection: Connection | null;
}

/** How long each phase of making a connection took, in milliseconds; null for what was not needed or not reached. */
export interface Opening {
  dnsMs: number | null;
  connectMs: number | null;
  tlsMs: number | null;
}

export interface Connection {
  readonly owner: Connections;
  readonly origin: Origin;
  readonly client: Client;
  socket: Socket | null;
  /** How far the connection is; `headers` once it is usable. */
  phase: Phase;
  /** Responses that came over it; above 0, the peer may be closing it at this very moment. */
  served: number;
  openedAt: number;
  opening: Opening;
  /** What the peer broke TLS off with; undici would only tell that the connection ended. */
  alert: Error | null;
  exchange: Exchange | null;
  gone: boolean;
}

interface Origin {
  readonly name: string;
  readonly url: string;
  readonly tls: TlsIdentity | null;
  /** Oldest first; used from the end, so that surplus connections grow cold. */
  readonly idle: Connection[];
  readonly waiting: Exchange[];
  open: number;
}

export interface ConnectionSettings {
  readonly guard: Guard;
  readonly verifyTls: boolean;
  /** One for all connections: parsing the authorities for each would cost milliseconds. */
  readonly secureContext: SecureContext;
  /** The same for those who change something about it. */
  readonly secureContexts: SecureContexts;
  readonly perOrigin: number;
  /** An idle connection is closed after this; a `Keep-Alive: timeout` of the receiver goes first, up to `idleMsMax`. */
  readonly idleMs: number;
  readonly idleMsMax: number;
  /** After this age a connection is not reused, so that a changed name or certificate comes into effect. */
  readonly ageMsMax: number;
  /** All idle connections of a sender, least recently used first; shared by its kinds of connections. */
  readonly idle: Set<Connection>;
  readonly idleMax: number;
}

const tcpKeepAliveMs = 60_000;

/** Names the day when it is the receiver's own certificate that ended. */
function expiryOf(socket: TLSSocket): string | null {
  const until = new Date(socket.getPeerCertificate().valid_to);
  const nowMs = performance.timeOrigin + performance.now();
  return until.getTime() < nowMs ? until.toISOString().slice(0, 10) : null;
}

/** OpenSSL's own, as opposed to what Node says about a certificate. */
export const isTlsError = (error: Error): boolean =>
  'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_SSL_');

export class Connections {
  readonly #settings: ConnectionSettings;
  readonly #origins = new Map<string, Origin>();
  readonly #all = new Set<Connection>();
  #stopped = false;

  constructor(settings: ConnectionSettings) {
    this.#settings = settings;
  }

  /** Connections, idle or not, and origins that have any. */
  get size(): { readonly connections: number; readonly origins: number } {
    return { connections: this.#all.size, origins: this.#origins.size };
  }

  /** Runs the exchange on an idle connection, on a new one, or after others when the origin has its share. */
  run(exchange: Exchange): void {
    const origin = this.#originOf(exchange);
    const idle = origin.idle.pop();
    if (idle !== undefined) {
      this.#settings.idle.delete(idle);
      this.#start(idle, exchange);
    } else if (origin.open < this.#settings.perOrigin) this.#start(this.#open(origin), exchange);
    else origin.waiting.push(exchange);
  }

  /** Runs the exchange on a new connection, at once. */
  runFresh(exchange: Exchange): void {
    this.#start(this.#open(this.#originOf(exchange)), exchange);
  }

  /** Takes a connection back whose response was read to the end. */
  release(connection: Connection): void {
    connection.served += 1;
    connection.exchange = null;
    if (connection.gone) return;
    const { origin } = connection;
    const isOld = performance.now() - connection.openedAt >= this.#settings.ageMsMax;
    const next = isOld ? undefined : this.#nextWaiting(origin);
    if (isOld) this.discard(connection);
    else if (next !== undefined) this.#start(connection, next);
    else this.#keep(connection);
  }

  /** Cuts a connection, whatever it is doing; whoever waits for its origin gets a new one. */
  discard(connection: Connection): void {
    if (connection.gone) return;
    connection.gone = true;
    connection.exchange = null;
    this.#all.delete(connection);
    const { origin } = connection;
    origin.open -= 1;
    if (this.#settings.idle.delete(connection)) origin.idle.splice(origin.idle.indexOf(connection), 1);
    cut(connection);
    const isFree = !this.#stopped && origin.open < this.#settings.perOrigin;
    const next = isFree ? this.#nextWaiting(origin) : undefined;
    if (next !== undefined) this.#start(this.#open(origin), next);
    else if (origin.open === 0) this.#origins.delete(origin.name);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const clients = [...this.#all].map(({ client }) => client);
    for (const connection of this.#all) this.discard(connection);
    await Promise.all(clients.map((client) => client.destroy()));
  }

  #originOf({ origin: url, tls }: Exchange): Origin {
    const name = tls === null ? url : `${url} ${tls.name}`;
    const known = this.#origins.get(name);
    if (known !== undefined) return known;
    const origin: Origin = { name, url, tls, idle: [], waiting: [], open: 0 };
    this.#origins.set(name, origin);
    return origin;
  }

  #nextWaiting(origin: Origin): Exchange | undefined {
    let next = origin.waiting.shift();
    while (next?.settled === true) next = origin.waiting.shift();
    return next;
  }

  #start(connection: Connection, exchange: Exchange): void {
    connection.exchange = exchange;
    exchange.connection = connection;
    connection.client.dispatch(exchange.options, exchange);
  }

  #keep(connection: Connection): void {
    const { idle, idleMax } = this.#settings;
    connection.origin.idle.push(connection);
    idle.add(connection);
    const [oldest] = idle.size > idleMax ? idle : [];
    oldest?.owner.discard(oldest);
  }

  #open(origin: Origin): Connection {
    const { idleMs, idleMsMax } = this.#settings;
    const client = new Client(origin.url, {
      connect: (options, callback) => this.#connect(connection, options, callback),
      pipelining: 1,
      allowH2: false,
      // The one time limit of a request covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: idleMs,
      keepAliveMaxTimeout: idleMsMax,
    });
    const connection: Connection = {
      owner: this,
      origin,
      client,
      socket: null,
      phase: 'connect',
      served: 0,
      openedAt: performance.now(),
      opening: { dnsMs: null, connectMs: null, tlsMs: null },
      alert: null,
      exchange: null,
      gone: false,
    };
    // With an exchange that is not written yet undici connects again by itself.
    client.on('disconnect', () => {
      connection.served = 0;
      if (connection.exchange === null) this.discard(connection);
    });
    origin.open += 1;
    this.#all.add(connection);
    return connection;
  }

  /** The only place where sockets are made. Literal addresses meet no lookup, so they are judged here. */
  #connect(connection: Connection, options: buildConnector.Options, callback: buildConnector.Callback): void {
    const { guard } = this.#settings;
    const isLiteral = isIP(options.hostname) !== 0;
    if (isLiteral && guard.judge(options.hostname).kind === 'forbidden') {
      process.nextTick(callback, new AddressForbidden(), null);
      return;
    }
    connection.phase = isLiteral ? 'connect' : 'dns';
    connection.openedAt = performance.now();
    connection.opening = { dnsMs: null, connectMs: null, tlsMs: null };
    const secure = options.protocol === 'https:';
    const lookup = this.#lookupFor(connection);
    let socket: Socket;
    try {
      socket = secure
        ? this.#secureSocket(connection.origin.tls, options, lookup)
        : plainSocket(options, lookup);
    } catch (error) {
      // A client certificate that was good when it was saved: the rules of the system's TLS became stricter.
      connection.phase = 'tls';
      process.nextTick(callback, error, null);
      return;
    }
    connection.socket = socket;
    socket.setNoDelay(true);
    socket.setKeepAlive(true, tcpKeepAliveMs);
    socket.once('connect', () => {
      connection.phase = secure ? 'tls' : 'headers';
      connection.opening.connectMs = sinceOpened(connection);
    });
    connection.alert = null;
    if (secure) {
      socket.on('error', (error) => {
        if (isTlsError(error)) connection.alert ??= error;
      });
      socket.once('secureConnect', () => {
        connection.opening.tlsMs = sinceOpened(connection);
      });
    }
    handOver(connection, socket, secure ? 'secureConnect' : 'connect', callback);
  }

  #lookupFor(connection: Connection): LookupFunction {
    return (hostname, options, callback) =>
      this.#settings.guard.lookup(hostname, options, (error, address, family) => {
        if (error === null) connection.phase = 'connect';
        connection.opening.dnsMs = sinceOpened(connection);
        callback(error, address, family);
      });
  }

  #secureSocket(
    tls: TlsIdentity | null,
    { hostname, port }: buildConnector.Options,
    lookup: LookupFunction,
  ): Socket {
    const { secureContext, secureContexts, verifyTls } = this.#settings;
    const socket = tlsConnect({
      host: hostname,
      port: Number(port || 443),
      servername: isIP(hostname) === 0 ? hostname.replace(/\.$/, '') : '',
      lookup,
      secureContext: tls === null ? secureContext : secureContexts(tls),
      rejectUnauthorized: verifyTls,
      ALPNProtocols: ['http/1.1'],
    });
    // Node's own check comes right after this event and takes the certificate away with the connection.
    let expiredOn: string | null = null;
    socket.prependOnceListener('secure', () => {
      expiredOn = expiryOf(socket);
    });
    socket.prependOnceListener('error', (error) => Object.assign(error, { expiredOn }));
    return socket;
  }
}

/** Milliseconds since the connection was begun, less what its earlier phases took. */
function sinceOpened({ openedAt, opening }: Connection): number {
  const { dnsMs, connectMs, tlsMs } = opening;
  return performance.now() - openedAt - (dnsMs ?? 0) - (connectMs ?? 0) - (tlsMs ?? 0);
}

const plainSocket = ({ hostname, port }: buildConnector.Options, lookup: LookupFunction): Socket =>
  netConnect({ host: hostname, port: Number(port || 80), lookup });

/** undici takes the socket over when it is usable, or hears once why it is not. */
function handOver(
  connection: Connection,
  socket: Socket,
  usable: 'connect' | 'secureConnect',
  callback: buildConnector.Callback,
): void {
  const onUsable = () => {
    socket.off('error', onError);
    connection.phase = 'headers';
    callback(null, socket);
  };
  const onError = (error: Error) => {
    socket.off(usable, onUsable);
    callback(error, null);
  };
  socket.once(usable, onUsable);
  socket.once('error', onError);
}

function cut({ client, socket }: Connection): void {
  client.destroy(null, () => {});
  // undici knows no socket that is still connecting.
  if (socket !== null && !socket.destroyed) socket.destroy();
}
