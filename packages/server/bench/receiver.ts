// The receiver, a process of its own: answers 200 to everything at once and notes when each event arrived, and how often.
// At a second address it takes everything and never answers; what comes there is not counted.
import { type AddressInfo, createServer } from 'node:net';
import { messageCutter } from './http-messages.ts';
import { type FromReceiver, hear, now, type ToReceiver, tell } from './messages.ts';
import { sequenceIn } from './payload.ts';

/** How often the parent hears how many arrived: often enough for the closed loop, rarely enough to cost nothing. */
const tellEveryMs = 5;
const answer = Buffer.from('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 2\r\n\r\nok');

let firstSequence = 0;
let copies = 1;
let arrivedAt = new Float64Array();
let arrivals = new Uint8Array();
let distinct = 0;
let told = 0;
let unsigned = 0;
let strangers = 0;

function expectFrom(sequence: number, countMax: number, copiesOfEach: number): void {
  firstSequence = sequence;
  copies = copiesOfEach;
  arrivedAt = new Float64Array(countMax);
  arrivals = new Uint8Array(countMax);
  distinct = 0;
  told = 0;
  unsigned = 0;
  strangers = 0;
}

function note(head: string, body: Buffer): void {
  const index = sequenceIn(body) - firstSequence;
  const before = arrivals[index];
  if (before === undefined) {
    strangers += 1;
    return;
  }
  if (!head.includes('webhook-signature: v1,')) unsigned += 1;
  if (before + 1 === copies) {
    arrivedAt[index] = now();
    distinct += 1;
  }
  if (before < 255) arrivals[index] = before + 1;
}

const server = createServer({ noDelay: true }, (socket) => {
  const cut = messageCutter((head, body) => {
    note(head, body);
    socket.write(answer);
  });
  socket.on('data', cut);
  socket.on('error', () => socket.destroy());
});

hear<ToReceiver>((message) => {
  switch (message.kind) {
    case 'expect':
      expectFrom(message.firstSequence, message.countMax, message.copies);
      return tell<FromReceiver>({ kind: 'expecting' });
    case 'report':
      return tell<FromReceiver>({ kind: 'arrivals', arrivedAt, arrivals, unsigned, strangers });
  }
});

/** Reads, so that nobody can blame the network. */
const silent = createServer((socket) => {
  socket.resume();
  socket.on('error', () => socket.destroy());
});

const urlOf = (listening: typeof server) =>
  `http://127.0.0.1:${(listening.address() as AddressInfo).port}/hook`;

silent.listen(0, '127.0.0.1', () => {
  server.listen(0, '127.0.0.1', () =>
    tell<FromReceiver>({ kind: 'ready', url: urlOf(server), hangUrl: urlOf(silent) }),
  );
});

setInterval(() => {
  if (distinct === told) return;
  told = distinct;
  tell<FromReceiver>({ kind: 'received', distinct });
}, tellEveryMs);
