// What stands after "?" in an address, read as data: unknown values are dropped, so that an old or mistyped link still opens.

type Raw = Readonly<Record<string, unknown>>;

export function text(raw: Raw, name: string): string | undefined {
  const value = raw[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function oneOf<T extends string>(raw: Raw, name: string, values: readonly T[]): T | undefined {
  return values.find((value) => value === raw[name]);
}

/** A day as `<input type="date">` writes it: 2026-11-25. */
export function day(raw: Raw, name: string): string | undefined {
  const value = text(raw, name);
  const isDay = value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
  return isDay ? value : undefined;
}

/**
 * Every member may be missing. The ones that are undefined must stay: they stand in for what the address says, which the router
 * would otherwise hand on unread.
 */
export const optional = <T extends object>(search: T): Partial<T> => search;

export const isGiven = (search: object): boolean =>
  Object.values(search).some((value) => value !== undefined);

/** Plain texts on both sides: what looks like a number in an address is still the text that somebody typed. */
export const parseSearch = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search));

export function stringifySearch(search: Raw): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    if (value !== undefined) parameters.set(name, String(value));
  const text = parameters.toString();
  return text === '' ? '' : `?${text}`;
}
