// The clock of the console: the one place that asks the browser for the time.
export const now = (): number => Date.now();
