// What nodes say to each other about live tails: which environments are watched, and which of their deliveries changed. Pure.

export type TailMessage =
  /** Somebody watches the environment, for a while. */
  | { readonly kind: 'watched'; readonly environmentId: number }
  | { readonly kind: 'changed'; readonly environmentId: number; readonly ids: readonly string[] }
  /** So many more changed than are told. */
  | { readonly kind: 'lost'; readonly environmentId: number; readonly count: number };

export function formatMessage(message: TailMessage): string {
  switch (message.kind) {
    case 'watched':
      return `watched ${message.environmentId}`;
    case 'changed':
      return `changed ${message.environmentId} ${message.ids.join(' ')}`;
    case 'lost':
      return `lost ${message.environmentId} ${message.count}`;
  }
}

/** null: of another version of Signpost. */
export function parseMessage(text: string): TailMessage | null {
  const [kind, place = '', ...rest] = text.split(' ');
  const environmentId = Number(place);
  if (!Number.isSafeInteger(environmentId) || environmentId <= 0) return null;
  if (kind === 'watched') return { kind, environmentId };
  if (kind === 'changed') return { kind, environmentId, ids: rest };
  return kind === 'lost' ? { kind, environmentId, count: Number(rest[0] ?? 0) } : null;
}
