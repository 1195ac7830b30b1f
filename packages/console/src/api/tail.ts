// The live tail: deliveries as they come and change. Comes back by itself after a break and goes on where it was; what is
// refused is not asked again.
import { createEventReader, type StreamedEvent } from '../lib/event-stream.ts';
import { credential } from './credential.ts';
import type { DeliveryFilter } from './events.ts';
import { type ApiProblem, toProblem } from './problem.ts';
import type { Delivery, Place } from './types.ts';

export interface TailListener {
  /** From now on nothing is missed; called again after each break. */
  readonly onReady: () => void;
  readonly onDelivery: (delivery: Delivery) => void;
  /** It was told, and is not among what the filter finds any more. */
  readonly onLeft: (id: string) => void;
  /** Changes were not told: they came faster than they were taken. */
  readonly onGap: () => void;
  /** The connection broke; another is tried. */
  readonly onLost: () => void;
  /** There will be no other. */
  readonly onRefused: (problem: ApiProblem) => void;
}

const firstPauseMs = 1_000;
const pauseMsMax = 15_000;
/** The server says that it is alive every 15 s: one that says nothing for so long is gone, whatever the network says. */
const silenceMsMax = 45_000;

/** Answers how to end it. */
export function followDeliveries(place: Place, filter: DeliveryFilter, listener: TailListener): () => void {
  const ending = new AbortController();
  void follow(addressOf(place, filter), listener, ending.signal);
  return () => ending.abort();
}

async function follow(address: string, listener: TailListener, signal: AbortSignal): Promise<void> {
  let position: string | null = null;
  let pauseMs = firstPauseMs;
  const take = (event: StreamedEvent) => {
    pauseMs = firstPauseMs;
    position = event.id ?? position;
    tell(listener, event);
  };
  while (!signal.aborted) {
    const problem = await connect(address, position, take, signal).catch(() => null);
    if (signal.aborted) return;
    if (problem !== null) return listener.onRefused(problem);
    listener.onLost();
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    pauseMs = Math.min(pauseMs * 2, pauseMsMax);
  }
}

/** Reads until the connection ends. Answers why there may be none; null: another may do. */
async function connect(
  address: string,
  position: string | null,
  take: (event: StreamedEvent) => void,
  signal: AbortSignal,
): Promise<ApiProblem | null> {
  const silence = new AbortController();
  let timer = setTimeout(() => silence.abort(), silenceMsMax);
  try {
    const response = await fetch(address, {
      headers: headersOf(position),
      signal: AbortSignal.any([signal, silence.signal]),
    });
    if (!response.ok) return await refusalOf(response);
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    const read = createEventReader();
    for (let chunk = await reader?.read(); chunk?.value; chunk = await reader?.read()) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), silenceMsMax);
      for (const event of read(decoder.decode(chunk.value, { stream: true }))) take(event);
    }
    return null;
  } finally {
    clearTimeout(timer);
  }
}

/** null: it is the server's or the network's trouble, which passes. */
async function refusalOf(response: Response): Promise<ApiProblem | null> {
  if (response.status >= 500) return null;
  const body: unknown = await response.json().catch(() => null);
  const problem = toProblem(response.status, body, response.headers.get('x-request-id'));
  return problem.code === 'rate_limited' ? null : problem;
}

function addressOf({ appId, env }: Place, filter: DeliveryFilter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)]));
  return `/api/v1/applications/${appId}/envs/${env}/deliveries/tail?${query}`;
}

function headersOf(position: string | null): Record<string, string> {
  const key = credential.get();
  return {
    ...(key !== null && { authorization: `Bearer ${key}` }),
    ...(position !== null && { 'last-event-id': position }),
    // As for every other request of this page: see client.ts.
    'x-signpost-csrf': '1',
  };
}

function tell(listener: TailListener, { event, data }: StreamedEvent): void {
  switch (event) {
    case 'ready':
      listener.onReady();
      return;
    case 'delivery':
      listener.onDelivery(JSON.parse(data) as Delivery);
      return;
    case 'left':
      listener.onLeft((JSON.parse(data) as { id: string }).id);
      return;
    case 'gap':
      listener.onGap();
      return;
  }
}
