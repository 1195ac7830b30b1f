// What a vendor calls the types of the catalogue: a table, read without falling into what JavaScript adds to every object.

/** By type of the catalogue. */
export type Names = Readonly<Record<string, string>>;

/** `namesOf` of a dialect that has one name for each type. */
export function namesFrom(names: Names): (type: string) => readonly string[] {
  return (type) => (Object.hasOwn(names, type) ? [names[type] ?? ''] : []);
}

/** What a vendor calls something of ours; null where it has no word for it. */
export function wordFor(words: Names, ours: string | null): string | null {
  return ours !== null && Object.hasOwn(words, ours) ? (words[ours] ?? null) : null;
}
