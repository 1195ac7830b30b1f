import { describe, expect, it } from 'vitest';
import { type Answer, judge, type SuccessRule, successRuleProblems } from './success-rule.ts';

const answer = (status: number, body = '', type = ''): Answer => ({
  status,
  headers: type === '' ? [] : [['Content-Type', type]],
  body: Buffer.from(body),
});

describe('a rule for the status', () => {
  it.each([
    ['2xx', 200, 'success'],
    ['2xx', 299, 'success'],
    ['2xx', 301, 'failure'],
    ['2xx', 500, 'failure'],
    ['2xx', 410, 'gone'],
    ['200', 200, 'success'],
    ['200', 201, 'failure'],
    ['200', 410, 'gone'],
  ] as const)('%s: an answer %i is %s', (rule, status, kind) => {
    expect(judge(rule, answer(status)).kind).toBe(kind);
  });

  it('says why a good status is not good enough, and leaves a bad one to speak for itself', () => {
    expect(judge('200', answer(204))).toEqual({ kind: 'failure', reason: expect.stringContaining('204') });
    expect(judge('200', answer(500))).toEqual({ kind: 'failure' });
  });
});

describe('a rule for the body', () => {
  const rule: SuccessRule = { status: '2xx', body: { path: 'result.code', equals: 200 } };

  it.each([
    ['{"result":{"code":200}}', 'application/json'],
    ['{"result":{"code":"200"}}', 'application/problem+json; charset=utf-8'],
    ['\ufeff {"result":{"code":200}}', ''],
    ['<r><result><code>200</code></result></r>', 'application/xml'],
    ['<r><result><code> 200 </code></result></r>', 'text/xml; charset=utf-8'],
    ['<r><result><code>200</code></result></r>', ''],
  ])('is met by %s as %s', (body, type) => {
    expect(judge(rule, answer(200, body, type))).toEqual({ kind: 'success' });
  });

  it.each([
    ['{"result":{"code":500}}', 'where it is 500'],
    ['{"result":{}}', 'where there is no result.code'],
    ['{"result":{"code":null}}', 'where it is null'],
    ['{"result":{"code":[200]}}', 'where it is [200]'],
    ['', 'it is empty'],
    ['OK', 'not valid JSON'],
    ['<!DOCTYPE x><r/>', 'document type'],
  ])('is not met by %s, and says why', (body, reason) => {
    expect(judge(rule, answer(200, body))).toEqual({
      kind: 'failure',
      reason: expect.stringContaining(reason),
    });
  });

  it('is asked only when the status is right', () => {
    expect(judge(rule, answer(500, '{"result":{"code":200}}'))).toEqual({ kind: 'failure' });
    expect(judge(rule, answer(410))).toEqual({ kind: 'gone' });
  });

  it('shows only the beginning of what was there instead', () => {
    const body = JSON.stringify({ result: { code: 'x'.repeat(5000) } });
    const judgement = judge(rule, answer(200, body));
    expect(JSON.stringify(judgement).length).toBeLessThan(400);
  });
});

it('a rule whose path leads nowhere is refused with its place', () => {
  const problems = successRuleProblems({ status: '2xx', body: { path: 'a..b', equals: 'x'.repeat(501) } });
  expect(problems.map(({ path }) => path)).toEqual([
    'delivery.success.body.path',
    'delivery.success.body.equals',
  ]);
  expect(successRuleProblems('200')).toEqual([]);
});
