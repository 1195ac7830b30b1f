// Header names that HTTP or Signpost sets itself, as the server refuses them (held equal by a test).
export const reservedHeaders: readonly string[] = [
  ...['host', 'connection', 'content-length', 'content-type', 'transfer-encoding', 'keep-alive'],
  ...['proxy-connection', 'proxy-authorization', 'te', 'trailer', 'upgrade', 'expect', 'http2-settings'],
  ...['accept-encoding', 'webhook-id', 'webhook-timestamp', 'webhook-signature'],
];

export const isReserved = (name: string) => reservedHeaders.includes(name.trim().toLowerCase());
