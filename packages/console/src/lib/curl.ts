// A request as a command that can be pasted into a POSIX shell.

export interface CurlRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly (readonly string[])[];
  readonly body: string;
  readonly bodyEncoding: string;
}

/** Inside single quotes a shell changes nothing; a quote itself is put in between two of them. */
export const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** Made by curl itself, or by whoever is connected. */
const leftOut = new Set(['host', 'content-length', 'connection', 'accept-encoding', 'transfer-encoding']);

export function toCurl({ method, url, headers, body, bodyEncoding }: CurlRequest): string {
  const lines = [`curl -X ${method} ${quoted(url)}`];
  for (const [name = '', value = ''] of headers) {
    if (!leftOut.has(name.toLowerCase())) lines.push(`-H ${quoted(`${name}: ${value}`)}`);
  }
  if (bodyEncoding === 'base64')
    return `printf %s ${quoted(body)} | base64 -d | ${[...lines, '--data-binary @-'].join(' \\\n  ')}`;
  if (body !== '') lines.push(`--data-raw ${quoted(body)}`);
  return lines.join(' \\\n  ');
}
