// What somebody typed into a field for a whole number, as the API takes it.

/** What is no number stays as it is: the server says what is wrong with it, at its place. */
export function numberOrNull(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const value = Number(trimmed);
  return Number.isNaN(value) ? (trimmed as unknown as number) : value;
}
