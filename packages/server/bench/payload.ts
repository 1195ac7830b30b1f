// The event that every contestant carries: about 1 KB of JSON that differs only in its sequence number and its send time.
// Both have a fixed width, so that making one is a copy and two short writes.

const sequenceDigits = 10;
const sequenceMark = '"benchSequence":"';
const sentAtMark = '"benchSentAt":"';
const sentAtDigits = 17;
const markBytes = Buffer.from(sequenceMark);

const fields = Array.from({ length: 6 }, (_, index) => ({
  name: `clause-${index + 1}`,
  page: index + 2,
  value: `Read and agreed to on page ${index + 2} of the loan agreement`,
}));

const example = {
  type: 'signer.signed',
  content: {
    benchSequence: '0'.repeat(sequenceDigits),
    benchSentAt: '0'.repeat(sentAtDigits),
    signer: { id: 'sgn_48210', name: 'Asha Menon', email: 'asha.menon@example.com', role: 'borrower' },
    document: { id: 'doc_77310', title: 'Loan agreement 2026-1182', pages: 14 },
    signature: { method: 'otp', certificate: 'CN=Asha Menon,O=XYZ Bank', ip: '203.0.113.24' },
    fields,
  },
};

export const eventTemplate = Buffer.from(JSON.stringify(example));
const sequenceAt = eventTemplate.indexOf(sequenceMark) + sequenceMark.length;
const sentAtAt = eventTemplate.indexOf(sentAtMark) + sentAtMark.length;

/** Writes the sequence number and the send time (milliseconds) into a copy of the template that begins at `offset`. */
export function stamp(copy: Buffer, offset: number, sequence: number, sentAtMs: number): void {
  copy.write(String(sequence).padStart(sequenceDigits, '0'), offset + sequenceAt, 'latin1');
  copy.write(sentAtMs.toFixed(3), offset + sentAtAt, 'latin1');
}

/** The sequence number somewhere in a body, or -1. */
export function sequenceIn(body: Buffer): number {
  const at = body.indexOf(markBytes);
  if (at < 0) return -1;
  const from = at + markBytes.length;
  let sequence = 0;
  for (let index = from; index < from + sequenceDigits; index++)
    sequence = sequence * 10 + (body[index] ?? 0) - 48;
  return sequence;
}

/** The content of an event before and after its sequence number. */
export function contentAround(): readonly [string, string] {
  const content = JSON.stringify(example.content);
  const at = content.indexOf(sequenceMark) + sequenceMark.length;
  return [content.slice(0, at), content.slice(at + sequenceDigits)];
}
