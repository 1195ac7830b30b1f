// A TCP proxy in front of a PostgreSQL that fails in the ways in which networks fail. Its address stays the same throughout.
import { once } from 'node:events';
import { connect, createServer, type NetConnectOpts, type Server, type Socket } from 'node:net';

/**
 * - `pass`: everything goes through
 * - `refuse`: nothing listens
 * - `silent`: connections are accepted and nothing is ever said; what was open goes on, silently too
 * - `deaf`: what the client says goes through, no answer comes back
 */
export type ProxyMode = 'pass' | 'refuse' | 'silent' | 'deaf';

export interface DatabaseProxy {
  readonly port: number;
  /** Connections that are open now. */
  readonly open: number;
  /** What happens to what is said from now on. A connection on which something was not passed on stays silent. */
  become(mode: ProxyMode): Promise<void>;
  /** Resets every connection that is open. */
  cut(): void;
  /** Bytes that were said and not passed on so far reach the other side now, late: a network that had only stalled. */
  release(): void;
  stop(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
  /** What the client said into the silence. */
  readonly kept: Buffer[];
  /** An answer was swallowed: what comes after it would make no sense. */
  torn: boolean;
}

export async function startProxy(target: NetConnectOpts): Promise<DatabaseProxy> {
  const pairs = new Set<Pair>();
  /** Whose client is gone, but whose last words are still on their way. */
  const lingering = new Set<Pair>();
  let mode: ProxyMode = 'pass';
  let listener = await listen(0);
  const { port } = listener.address() as { port: number };

  async function listen(at: number): Promise<Server> {
    const server = createServer(accept);
    server.listen(at, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }

  function accept(client: Socket): void {
    const server = connect(target);
    const pair: Pair = { client, server, kept: [], torn: false };
    pairs.add(pair);
    for (const socket of [client, server]) socket.setNoDelay(true).on('error', () => {});
    client.on('data', (chunk: Buffer) => {
      if (mode === 'silent' || pair.kept.length > 0) pair.kept.push(chunk);
      else if (!pair.torn || mode === 'deaf') server.write(chunk);
    });
    server.on('data', (chunk: Buffer) => {
      pair.torn ||= mode === 'deaf' || mode === 'silent';
      if (!pair.torn) client.write(chunk);
    });
    // In a silence nobody hears the other hang up either.
    client.on('close', () => end(pair, server));
    server.on('close', () => end(pair, client));
  }

  function end(pair: Pair, other: Socket): void {
    pairs.delete(pair);
    if (pair.kept.length === 0) other.destroy();
    else lingering.add(pair);
  }

  return {
    port,
    get open() {
      return pairs.size;
    },
    async become(next) {
      if (next === 'refuse' && mode !== 'refuse') listener.close();
      if (mode === 'refuse' && next !== 'refuse') listener = await listen(port);
      mode = next;
    },
    cut() {
      for (const { client, server } of pairs) {
        client.resetAndDestroy();
        server.destroy();
      }
    },
    release() {
      for (const pair of [...pairs, ...lingering]) {
        for (const chunk of pair.kept.splice(0)) pair.server.write(chunk);
        if (lingering.delete(pair)) pair.server.end();
      }
    },
    async stop() {
      listener.close();
      for (const { client, server } of [...pairs, ...lingering]) {
        client.destroy();
        server.destroy();
      }
    },
  };
}

/** Where the PostgreSQL of a connection string listens. */
export function targetOf(databaseUrl: string): NetConnectOpts {
  const url = new URL(databaseUrl);
  const host = url.searchParams.get('host') ?? url.hostname;
  const port = Number(url.port || url.searchParams.get('port') || 5432);
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port };
}

/** The same database, by way of a proxy. */
export function throughProxy(databaseUrl: string, { port }: DatabaseProxy): string {
  const { username, password, pathname } = new URL(databaseUrl);
  return `postgresql://${username}:${password}@127.0.0.1:${port}${pathname}`;
}
