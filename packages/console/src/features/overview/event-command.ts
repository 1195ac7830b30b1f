// The first event as a command that can be pasted into a shell.
import type { Place } from '../../api/types.ts';
import { quoted } from '../../lib/curl.ts';

/** @param key null: taken from the shell's environment, since keys are shown once */
export function eventCommand(origin: string, { appId, env }: Place, key: string | null): string {
  const url = `${origin}/api/v1/applications/${appId}/envs/${env}/events`;
  const body = JSON.stringify({
    type: 'envelope.completed',
    envelopeId: 'my-first-envelope',
    content: { hello: 'Signpost' },
  });
  const authorization =
    key === null ? '"Authorization: Bearer $SIGNPOST_KEY"' : quoted(`Authorization: Bearer ${key}`);
  const lines = [
    `curl -X POST ${quoted(url)}`,
    `-H ${authorization}`,
    `-H 'Content-Type: application/json'`,
    `--data-raw ${quoted(body)}`,
  ];
  return lines.join(' \\\n  ');
}
