import { afterAll, beforeAll, it } from 'vitest';
import { startSignpost, type TestSignpost } from '../harness/signpost.ts';
import { request } from 'node:http';
let s: TestSignpost;
beforeAll(async () => { s = await startSignpost({ config: { allowCidrs: [] } }); });
afterAll(async () => { await s.stop(); });
const log = (...a: unknown[]) => process.stderr.write(`${a.map((x) => typeof x === 'string' ? x : JSON.stringify(x)).join(' ').slice(0, 600)}\n`);
function raw(path: string, method = 'GET', headers: any = {}, body?: any): Promise<any> {
  const u = new URL(s.app.url);
  return new Promise((resolve, reject) => {
    const r = request({ host: u.hostname, port: u.port, path, method, headers }, (res) => {
      let t = ''; res.on('data', (d) => { t += d; }); res.on('end', () => resolve({ status: res.statusCode, id: res.headers['x-request-id'], t: t.slice(0, 300) }));
    });
    r.on('error', reject); if (body) r.write(body); r.end();
  });
}
it('probe', async () => {
  const t = await s.tenant();
  const A = { authorization: `Bearer ${t.key}` };
  const base = `/api/v1/applications/${t.appId}/envs/PRODUCTION`;
  const show = async (name: string, p: Promise<any>) => { const r = await p.catch((e) => ({ e: String(e) })); log(name, '=>', r.status ?? r, r.headers?.get?.('x-request-id') ? 'hasid' : (r.id ?? ''), r.body ?? r.t); };
  const ev = (b: any) => t.call('POST', '/events', b);
  await show('leap', ev({ type: 'signer.signed', content: 1, occurredAt: '2016-12-31T23:59:60Z' }));
  await show('space date', ev({ type: 'signer.signed', content: 1, occurredAt: '2016-12-31 23:59:59Z' }));
  await show('nbsp date', ev({ type: 'signer.signed', content: 1, occurredAt: '2016-12-31\u00a023:59:59Z' }));
  await show('y0 date', ev({ type: 'signer.signed', content: 1, occurredAt: '0000-01-01T00:00:00Z' }));
  await show('+00 date', ev({ type: 'signer.signed', content: 1, occurredAt: '2016-12-31T23:59:59+00' }));
  await show('9999', ev({ type: 'signer.signed', content: 1, occurredAt: '9999-12-31T23:59:59-23:59' }));
  await show('from leap', t.call('GET', '/events?from=2016-12-31T23:59:60Z'));
  await show('q nul', t.call('GET', '/events?q=a%00'));
  await show('type nul', t.call('GET', '/events?type=a%00'));
  await show('id nul', t.call('GET', '/events/a%00'));
  await show('app nul', s.call('GET', '/api/v1/applications/appId_a%00/envs/PRODUCTION/webhooks'));
  await show('eventId nul', t.call('GET', '/deliveries?eventId=a%00'));
  await show('bad pct', raw(`${base}/events/%zz`, 'GET', A));
  await show('bad pct noauth', raw('/%zz'));
  await show('no key', raw(`${base}/events`));
  await show('url nul', t.call('POST', '/webhooks', { name: 'x', url: 'http://example.com/\u0000' }));
  await show('url sp', t.call('POST', '/webhooks', { name: 'x', url: ' http://example.com/\n' }));
  await show('url surrogate', t.call('POST', '/webhooks', { name: 'a\ud800', url: 'http://example.com/\ud800' }));
  await show('null union', ev({ type: 'signer.signed', content: 1, envelope: { title: 5 }, routing: { trigger: 'x' } }));
  await show('surrogate texts', ev({ id: 's1', type: 'signer.signed', content: 1, envelopeId: 'a\ud800', envelope: { title: 'a\ud800' } }));
  await show('read', t.call('GET', '/events/s1'));
  await show('OPTIONS', raw(`${base}/events`, 'OPTIONS', A));
  await show('HEAD', raw(`${base}/events`, 'HEAD', A));
  await show('HEAD unauth', raw(`${base}/events`, 'HEAD'));
  await show('PUT', raw(`${base}/events`, 'PUT', A, 'x'));
  await show('FOO', raw('/', 'LINK'));
  await show('QUERY', raw('/', 'QUERY'));
  await show('bigheader', raw('/', 'GET', { x: 'a'.repeat(20000) }));
  await show('noct', raw(`${base}/events`, 'POST', A, '{}'));
  await show('text', raw(`${base}/events`, 'POST', { ...A, 'content-type': 'text/plain' }, '{}'));
  await show('form', raw(`${base}/webhooks`, 'POST', { ...A, 'content-type': 'a' }, '{}'));
  await show('badct', raw(`${base}/webhooks`, 'POST', { ...A, 'content-type': ';;' }, '{}'));
  await show('ct+json', raw(`${base}/webhooks`, 'POST', { ...A, 'content-type': 'application/jsonx' }, '{}'));
  await show('empty', raw(`${base}/events`, 'POST', { ...A, 'content-type': 'application/json' }));
  await show('emptywebhook', raw(`${base}/webhooks`, 'POST', { ...A, 'content-type': 'application/json' }));
  await show('delete json', raw(`${base}/webhooks/x`, 'DELETE', { ...A, 'content-type': 'application/json' }));
  await show('delete body', raw(`${base}/webhooks/x`, 'DELETE', { ...A, 'content-type': 'application/json' }, '{'));
  await show('enable text', raw(`${base}/webhooks/x/enable`, 'POST', { ...A, 'content-type': 'text/plain' }, 'abc'));
  await show('gzip', raw(`${base}/events`, 'POST', { ...A, 'content-type': 'application/json', 'content-encoding': 'gzip' }, Buffer.from([31, 139, 8])));
  await show('limit', t.call('GET', '/webhooks?limit=abc'));
  await show('limit0', t.call('GET', '/webhooks?limit=0'));
  await show('limit empty', t.call('GET', '/webhooks?limit='));
  await show('limit twice', t.call('GET', '/webhooks?limit=1&limit=2'));
  await show('foo', t.call('GET', '/webhooks?foo=1'));
  await show('cursor', t.call('GET', '/webhooks?cursor=abc'));
  await show('idem', t.call('POST', '/events', { type: 'signer.signed', content: 1 }, { 'idempotency-key': 'a b' }));
  await show('idem conflict', t.call('POST', '/events', { type: 'signer.signed', content: 1 }, { 'idempotency-key': 'K' }));
  await show('idem conflict', t.call('POST', '/events', { type: 'signer.signed', content: 2 }, { 'idempotency-key': 'K' }));
  await show('in unknown', raw('/in/abc', 'POST', {}, '{}'));
  await show('in GET', raw('/in/abc'));
  await show('long', raw(`${base}/events/${'a'.repeat(400)}`, 'GET', A));
  await show('trailing', raw(`${base}/events/`, 'GET', A));
  await show('dblslash', raw(`${base}//events`, 'GET', A));
  await show('star', raw('*', 'OPTIONS'));
  for (const [name, body] of [
    ['fields', `{${Array.from({ length: 900_000 }, () => '"abcd":1').join()}}`],
    ['fieldsdiff', `{${Array.from({ length: 500_000 }, (_, i) => `"a${i}":1`).join()}}`],
    ['requestFrom', `{"type":"signer.signed","content":1,"routing":{"requestFrom":[${'1,'.repeat(4_000_000)}1]}}`],
    ['longname', `{"${'a'.repeat(8_000_000)}":1}`],
    ['deep routing', `{"routing":${'['.repeat(4_000_000)}${']'.repeat(4_000_000)}}`],
    ['deep content', `{"type":"signer.signed","content":${'['.repeat(500_000)}${']'.repeat(500_000)}}`],
  ] as const) {
    const at = performance.now(); const m = process.memoryUsage().rss;
    await show(name, ev(body)); log(name, body.length, Math.round(performance.now() - at), 'ms', Math.round((process.memoryUsage().rss - m) / 1e6), 'MB');
  }
  const at = performance.now();
  await show('headers', t.call('POST', '/webhooks', `{"name":"x","url":"http://example.com","delivery":{"headers":{${Array.from({ length: 100_000 }, (_, i) => `"a${i}":"1"`).join()}}}}`));
  log('headers', Math.round(performance.now() - at));
}, 120_000);
