// The field mapping as a table and as JSON. Both write the same entries; what was not touched stays as its author wrote it.
import type { WebhookInput } from '../../api/types.ts';

export type Mapping = NonNullable<NonNullable<WebhookInput['payload']>['fieldMapping']>[number];

export interface MappingRow {
  /** Path in the event. */
  readonly from: string;
  /** Name in the report; empty: the same. */
  readonly to: string;
  /** As it was written, if it came so. */
  readonly was: Mapping | null;
}

function parts(mapping: Mapping): Pick<MappingRow, 'from' | 'to'> {
  if (typeof mapping !== 'string') return mapping;
  const colon = mapping.indexOf(':');
  if (colon < 0) return { from: mapping, to: '' };
  return { from: mapping.slice(0, colon).trim(), to: mapping.slice(colon + 1).trim() };
}

export const toRows = (mappings: readonly Mapping[]): MappingRow[] =>
  mappings.map((mapping) => ({ ...parts(mapping), was: mapping }));

export function fromRows(rows: readonly MappingRow[]): Mapping[] {
  return rows.filter(({ from, to }) => from.trim() !== '' || to.trim() !== '').map(fromRow);
}

function fromRow({ from, to, was }: MappingRow): Mapping {
  const before = was === null ? null : parts(was);
  if (was !== null && before?.from === from && before.to === to) return was;
  return to.trim() === '' && !from.includes(':') ? from.trim() : { from: from.trim(), to: to.trim() || from };
}

export type ReadText =
  | { readonly kind: 'mapping'; readonly mapping: Mapping[] }
  /** `syntax`: no JSON, for the reason that is given; `shape`: other JSON than the mapping can be, at this entry. */
  | { readonly kind: 'syntax'; readonly reason: string }
  | { readonly kind: 'shape'; readonly entry: number | null };

/** Only its form is looked at; whether the paths can be read the server says. */
export function readText(text: string): ReadText {
  let value: unknown;
  try {
    value = JSON.parse(text.trim() === '' ? '[]' : text);
  } catch (error) {
    return { kind: 'syntax', reason: error instanceof Error ? error.message : String(error) };
  }
  if (!Array.isArray(value)) return { kind: 'shape', entry: null };
  const wrong = value.findIndex((entry) => !isMapping(entry));
  return wrong < 0 ? { kind: 'mapping', mapping: value } : { kind: 'shape', entry: wrong };
}

function isMapping(entry: unknown): entry is Mapping {
  if (typeof entry === 'string') return true;
  if (typeof entry !== 'object' || entry === null) return false;
  const { from, to, ...rest } = entry as Record<string, unknown>;
  return typeof from === 'string' && typeof to === 'string' && Object.keys(rest).length === 0;
}

export const toText = (rows: readonly MappingRow[]): string => JSON.stringify(fromRows(rows), null, 2);
