// A connection on which a test says what it wants, byte by byte, also what is no HTTP.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

export interface OpenSocket {
  readonly socket: Socket;
  /** What came back so far. */
  answer(): string;
  /** Resolves with the milliseconds that it was open. Never rejects. */
  readonly ended: Promise<number>;
}

export async function openSocket(origin: string): Promise<OpenSocket> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk.toString();
  });
  socket.on('error', () => {});
  await once(socket, 'connect');
  const openedAt = performance.now();
  const ended = new Promise<number>((resolve) => {
    socket.once('close', () => resolve(performance.now() - openedAt));
  });
  return { socket, answer: () => text, ended };
}
