import { expect, it } from 'vitest';
import { eventCommand } from './event-command.ts';

const place = { appId: 'appId_bank', env: 'TEST' } as const;

it('sends an event to the environment, with a key that is in quotes', () => {
  const command = eventCommand('https://signpost.example', place, 'skv2_test_bank_secret');
  expect(command).toMatch(
    /^curl -X POST 'https:\/\/signpost\.example\/api\/v1\/applications\/appId_bank\/envs\/TEST\/events' \\\n/,
  );
  expect(command).toContain(`-H 'Authorization: Bearer skv2_test_bank_secret'`);
  expect(JSON.parse(/--data-raw '(.*)'$/.exec(command)?.[1] ?? '')).toMatchObject({
    type: 'envelope.completed',
  });
});

it('leaves the place of a key that is not known to the shell', () => {
  expect(eventCommand('http://localhost:8080', place, null)).toContain(
    '-H "Authorization: Bearer $SIGNPOST_KEY"',
  );
});
