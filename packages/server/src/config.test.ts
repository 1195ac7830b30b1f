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

it('takes the number of workers from an argument before the environment', () => {
  expect(loadConfig({}).workers).toBe(1);
  expect(loadConfig({ SIGNPOST_WORKERS: '2' }).workers).toBe(2);
  expect(loadConfig({ SIGNPOST_WORKERS: '2' }, ['--workers', '4']).workers).toBe(4);
});

it('refuses arguments that it does not know, and a number of workers that makes no sense', () => {
  expect(() => loadConfig({}, ['--worker', '4'])).toThrow(/--worker/);
  expect(() => loadConfig({}, ['--workers'])).toThrow(ConfigError);
  for (const number of ['0', '17', 'all'])
    expect(() => loadConfig({}, ['--workers', number])).toThrow(/SIGNPOST_WORKERS must be a whole number/);
});
