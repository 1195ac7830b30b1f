// A DNS server on 127.0.0.1 that answers over UDP whatever a test says, also something else each time it is asked.
import { createSocket } from 'node:dgram';
import { Resolver } from 'node:dns/promises';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';
import { decode, encode, type Packet, type StringAnswer } from 'dns-packet';
import type { Resolve } from '../../src/deliver/guard.ts';

export interface NameServer {
  /** Asks this server as the system would ask its own: for both families, all answers of both. */
  readonly resolve: Resolve;
  /** What a name resolves to: the first time, the second time, and the last of them ever after. */
  names(name: string, ...turns: readonly (readonly string[])[]): void;
  /** How often somebody looked the name up. */
  asked(name: string): number;
  stop(): Promise<void>;
}

export async function startNameServer(): Promise<NameServer> {
  const zone = new Map<string, readonly (readonly string[])[]>();
  const lookups = new Map<string, number>();
  const answersTo = (name: string, type: string): readonly StringAnswer[] => {
    const turns = zone.get(name) ?? [];
    // Both families are asked for at once: the question for IPv4 begins a lookup.
    const turn = Math.max(0, (lookups.get(name) ?? 0) - 1);
    const addresses = turns[Math.min(turn, turns.length - 1)] ?? [];
    return addresses
      .filter((address) => isIPv4(address) === (type === 'A'))
      .map((data) => ({ type: type as 'A' | 'AAAA', name, ttl: 0, data }));
  };

  const socket = createSocket('udp4');
  socket.on('message', (message, from) => {
    const { id, questions = [] } = decode(message);
    const [question] = questions;
    if (!question) return;
    const answers = answersTo(question.name.toLowerCase(), question.type);
    // 0x8400: an answer, with authority.
    const packet: Packet = {
      type: 'response',
      ...(id !== undefined && { id }),
      flags: 0x0400,
      questions,
      answers: [...answers],
    };
    socket.send(encode(packet), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');

  const resolver = new Resolver({ timeout: 2_000, tries: 3 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  const none = (): string[] => [];
  return {
    resolve: (hostname, callback) => {
      lookups.set(hostname, (lookups.get(hostname) ?? 0) + 1);
      const both = [resolver.resolve4(hostname).catch(none), resolver.resolve6(hostname).catch(none)];
      void Promise.all(both).then(([four = [], six = []]) =>
        callback(null, [
          ...four.map((address) => ({ address, family: 4 })),
          ...six.map((address) => ({ address, family: 6 })),
        ]),
      );
    },
    names: (name, ...turns) => void zone.set(name, turns),
    asked: (name) => lookups.get(name) ?? 0,
    stop: async () => {
      resolver.cancel();
      socket.close();
      await once(socket, 'close');
    },
  };
}
