// Durations as people write them in settings and schedules: "5s", "30m", "2h", "5d".

const unitSeconds = { s: 1, m: 60, h: 3600, d: 86_400 } as const;
type Unit = keyof typeof unitSeconds;

/** What a duration looks like, for validation and documentation. */
export const durationPattern = '^[1-9][0-9]{0,6}[smhd]$';
const shape = new RegExp(durationPattern);

/** Seconds, or null when the text is no duration. */
export function parseDuration(text: string): number | null {
  if (!shape.test(text)) return null;
  const unit = text.slice(-1) as Unit;
  return Number(text.slice(0, -1)) * unitSeconds[unit];
}
