// Where the palette can lead: pages first, then webhooks; an id to whatever it belongs to.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Place } from '../api/types.ts';
import { webhooksOptions } from '../api/webhooks.ts';

export type Goal = { readonly id: string; readonly label: string } & (
  | { readonly kind: 'page' | 'webhook'; readonly to: object }
  | { readonly kind: 'id'; readonly text: string }
);

const pages = [
  ['overview', '/$appId/$env'],
  ['webhooks', '/$appId/$env/webhooks'],
  ['inboxes', '/$appId/$env/inboxes'],
  ['history', '/$appId/$env/events'],
  ['unmatched', '/$appId/$env/unmatched'],
  ['replays', '/$appId/$env/replays'],
  ['alerts', '/$appId/$env/alerts'],
  ['health', '/$appId/$env/health'],
  ['catalogue', '/$appId/$env/catalog'],
  ['sources', '/$appId/$env/sources'],
  ['keys', '/$appId/$env/keys'],
  ['settings', '/$appId/$env/settings'],
] as const;

const shownMax = 30;
/** Shorter texts are words that somebody looks for. */
const idLengthMin = 6;

export function useGoals(place: Place, typed: string): readonly Goal[] {
  const { t } = useTranslation();
  const { data } = useQuery(webhooksOptions(place));
  const text = typed.trim();
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (label: string) => words.every((word) => label.toLowerCase().includes(word));
  const named: readonly Goal[] = [
    ...pages.map(([name, to]): Goal => {
      const label = t(`nav.${name}`);
      return { id: name, label, kind: 'page', to: { to, params: place } };
    }),
    ...(data?.webhooks ?? []).map(({ id, name }): Goal => {
      const to = { to: '/$appId/$env/webhooks/$webhookId', params: { ...place, webhookId: id } };
      return { id, label: name, kind: 'webhook', to };
    }),
  ].filter(({ label }) => holds(label));
  const isId = text.length >= idLengthMin && !/\s/.test(text);
  return [
    ...named.slice(0, shownMax),
    ...(isId ? [{ id: 'id', label: t('palette.byId', { id: text }), kind: 'id', text } as const] : []),
  ];
}
