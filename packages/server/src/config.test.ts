import { expect, it } from 'vitest';
import { ConfigError, loadConfig } from './config.ts';

it('keeps history for good unless a number of days is set', () => {
  expect(loadConfig({}).retentionDays).toBeNull();
  expect(loadConfig({ SIGNPOST_RETENTION_DAYS: ' 30 ' }).retentionDays).toBe(30);
});

it.each(['6', '0', '-7', '30.5', '30d', '36501'])('refuses to keep history for %s days, by name', (days) => {
  const load = () => loadConfig({ SIGNPOST_RETENTION_DAYS: days });
  expect(load).toThrow(ConfigError);
  expect(load).toThrow(/SIGNPOST_RETENTION_DAYS must be a whole number from 7 to 36500/);
});
