// An answer as lines that can be compared with those of another. Pure.
import { layOutJson } from './lay-out-json.ts';

export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly string[])[];
  readonly body: string;
  readonly bodyEncoding: 'utf8' | 'base64';
}

/** Status, headers by name, and the body laid out where it is JSON; empty: there was no answer. */
export function responseText(answer: Answer | null): string {
  if (answer === null) return '';
  const { status, headers, body, bodyEncoding } = answer;
  const lines = headers.map(([name = '', value = '']) => `${name.toLowerCase()}: ${value}`).sort();
  const shown = bodyEncoding === 'utf8' ? (layOutJson(body) ?? body) : body;
  return [`HTTP ${status}`, ...lines, '', ...shown.split(/\r?\n/), ''].join('\n');
}
