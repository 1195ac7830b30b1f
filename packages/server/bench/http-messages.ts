// Cuts a stream of HTTP/1.1 bytes into messages: just enough for both ends of the bench, at a tenth of the cost of a full
// parser, so that load generator and receiver leave the machine to the contestants. Bodies must have a content-length.

/** The body is a window into the socket's bytes: it is gone after the call. */
export type OnMessage = (head: string, body: Buffer) => void;

const headEnd = Buffer.from('\r\n\r\n');
const lengthHeader = /\r\ncontent-length: *(\d+)/i;
const chunkedHeader = /\r\ntransfer-encoding:/i;

/** Answers what takes the chunks of one connection. */
export function messageCutter(onMessage: OnMessage): (chunk: Buffer) => void {
  let rest: Buffer | null = null;
  let needed = 0;
  return (chunk) => {
    let bytes = rest === null ? chunk : Buffer.concat([rest, chunk]);
    rest = null;
    while (bytes.length > 0) {
      const message = bytes.length < needed ? null : cutFirst(bytes);
      if (message === null || typeof message === 'number') {
        needed = message ?? needed;
        rest = bytes;
        return;
      }
      needed = 0;
      onMessage(message.head, message.body);
      bytes = bytes.subarray(message.end);
    }
  };
}

/** The first message; while it is incomplete, how many bytes it needs (null: not known yet). */
function cutFirst(bytes: Buffer): { head: string; body: Buffer; end: number } | number | null {
  const at = bytes.indexOf(headEnd);
  if (at < 0) return null;
  const head = bytes.toString('latin1', 0, at);
  if (chunkedHeader.test(head)) throw new Error('The bench reads no chunked bodies.');
  const from = at + headEnd.length;
  const end = from + Number(lengthHeader.exec(head)?.[1] ?? 0);
  if (bytes.length < end) return end;
  return { head, body: bytes.subarray(from, end), end };
}
