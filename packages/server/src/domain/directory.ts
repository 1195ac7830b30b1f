// The directory of an organization: what webhooks, envelopes and events are routed by. People name its entries, everything
// stored refers to them by id. The index is a value: made of entries, never changed.
import { nearest } from '../lib/nearest.ts';

/** A company of a business unit; its fields can be reported with each event. */
export interface Company {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

interface Entry<Kind> {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
}

export interface BusinessUnit extends Entry<'business_unit'> {
  readonly companies: readonly Company[];
}

export interface Template extends Entry<'template'> {
  /** Ids of the webhooks that an envelope made from this template tells, although they are fired explicitly. */
  readonly webhooks: readonly string[];
}

export type DirectoryEntry = Entry<'department'> | Entry<'source_system'> | BusinessUnit | Template;
export type DirectoryKind = DirectoryEntry['kind'];
export type EntryOf<Kind extends DirectoryKind> = Extract<DirectoryEntry, { kind: Kind }>;

interface KindFacts {
  readonly kind: DirectoryKind;
  /** Its part of an API path. */
  readonly segment: 'departments' | 'source-systems' | 'business-units' | 'templates';
  /** What people call one. */
  readonly word: string;
  /** The filter of a webhook's routing that holds ids of this kind. */
  readonly filter: 'departments' | 'requestFrom' | 'businessUnits' | 'templates';
}

export const directoryKinds: readonly KindFacts[] = [
  { kind: 'department', segment: 'departments', word: 'department', filter: 'departments' },
  { kind: 'source_system', segment: 'source-systems', word: 'Request From', filter: 'requestFrom' },
  { kind: 'business_unit', segment: 'business-units', word: 'business unit', filter: 'businessUnits' },
  { kind: 'template', segment: 'templates', word: 'template', filter: 'templates' },
];

export interface Directory {
  find<Kind extends DirectoryKind>(kind: Kind, name: string): EntryOf<Kind> | null;
  byId(id: string): DirectoryEntry | null;
  /** Up to `n` names that somebody who wrote `text` may have meant, the closest first. */
  nearest(kind: DirectoryKind, text: string, n: number): readonly string[];
  /** In the order in which the entries were given. */
  names(kind: DirectoryKind): readonly string[];
}

/** A name as names are compared: two that fold to the same are one. */
export function foldName(name: string): string {
  return name.trim().normalize('NFC').toLowerCase();
}

export function createDirectory(entries: Iterable<DirectoryEntry>): Directory {
  const ids = new Map<string, DirectoryEntry>();
  const kinds = new Map<DirectoryKind, Map<string, DirectoryEntry>>(
    directoryKinds.map(({ kind }) => [kind, new Map()]),
  );
  for (const entry of entries) {
    ids.set(entry.id, entry);
    kinds.get(entry.kind)?.set(foldName(entry.name), entry);
  }
  const names = (kind: DirectoryKind) => [...(kinds.get(kind)?.values() ?? [])].map(({ name }) => name);
  return {
    find: <Kind extends DirectoryKind>(kind: Kind, name: string) =>
      (kinds.get(kind)?.get(foldName(name)) as EntryOf<Kind> | undefined) ?? null,
    byId: (id) => ids.get(id) ?? null,
    nearest: (kind, text, n) => nearest(names(kind), text, n),
    names,
  };
}
