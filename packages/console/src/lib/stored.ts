// What a browser remembers of a person's taste: never data, never a secret. Works, without memory, where storage is off.

export type StoredName =
  | 'signpost.language'
  | 'signpost.scheme'
  | 'signpost.times'
  | 'signpost.place'
  | 'signpost.columns'
  | 'signpost.density'
  | 'signpost.rows'
  | 'signpost.keys'
  | 'signpost.start';

export function readStored(name: StoredName): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function writeStored(name: StoredName, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
