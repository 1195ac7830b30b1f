// From when what an alert is about is looked for.

/** Deliveries are found by when they were made, which is before their first attempt failed. */
export const dayBefore = (at: string) => new Date(Date.parse(at) - 24 * 3_600_000).toISOString();
