// What somebody who saves a webhook should know though nothing is wrong: types that it subscribes to and will not get, since
// its dialect has no way to say them.
import { eventTypes } from '../catalogue/index.ts';
import { expressible } from '../dialects/index.ts';
import type { WebhookSettings } from '../domain/webhook.ts';
import { selects } from './verdict.ts';

export interface Notice {
  readonly code: NoticeCode;
  /** The setting that it is about. */
  readonly path: string;
  /** For people. */
  readonly message: string;
  /** The types that it is about. */
  readonly types: readonly string[];
}

/** `nothing_expressed`: of all that it subscribes to, it gets nothing. */
export type NoticeCode = 'types_not_expressed' | 'nothing_expressed';
export const noticeCodes: readonly NoticeCode[] = ['types_not_expressed', 'nothing_expressed'];

const typesNamedMax = 10;

export function notices({
  kind,
  events,
  payload,
}: Pick<WebhookSettings, 'kind' | 'events' | 'payload'>): readonly Notice[] {
  // Events do not go to a callout, whatever it subscribes to.
  if (kind === 'callout') return [];
  const wanted = eventTypes.map(({ type }) => type).filter((type) => selects(events, type));
  const types = wanted.filter((type) => !expressible(payload, type));
  if (types.length === 0) return [];
  if (types.length === wanted.length) {
    const message = `This webhook gets no events: its dialect ${payload.dialect} cannot express any of the types that it subscribes to.`;
    return [{ code: 'nothing_expressed', path: 'payload.dialect', message, types }];
  }
  const message = `This webhook subscribes to types that its dialect ${payload.dialect} cannot express: ${named(types)}. It does not get them.`;
  return [{ code: 'types_not_expressed', path: 'events', message, types }];
}

function named(types: readonly string[]): string {
  const more = types.length - typesNamedMax;
  const list = types.slice(0, typesNamedMax).join(', ');
  return more > 0 ? `${list} and ${more} more` : list;
}
