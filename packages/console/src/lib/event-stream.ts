// Server-sent events out of the bytes of an answer. Read by hand, since an EventSource of the browser can send no key and tells
// nobody why it was refused.

export interface StreamedEvent {
  readonly event: string;
  readonly id: string | null;
  readonly data: string;
}

/** Events end with an empty line, wherever the chunks of the answer do. What only keeps the connection alive is left out. */
export function createEventReader(): (chunk: string) => readonly StreamedEvent[] {
  let rest = '';
  return (chunk) => {
    const parts = (rest + chunk).split('\n\n');
    rest = parts.pop() ?? '';
    return parts.flatMap((part) => parse(part) ?? []);
  };
}

function parse(part: string): StreamedEvent | null {
  const fields = new Map<string, string>();
  for (const line of part.split('\n')) {
    const colon = line.indexOf(':');
    if (colon > 0) fields.set(line.slice(0, colon), line.slice(colon + 1).replace(/^ /, ''));
  }
  const event = fields.get('event');
  return event === undefined ? null : { event, id: fields.get('id') ?? null, data: fields.get('data') ?? '' };
}
