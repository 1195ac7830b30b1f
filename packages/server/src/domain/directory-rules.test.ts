import { describe, expect, it } from 'vitest';
import { companyProblems, couplingProblems, toCompanies } from './directory-rules.ts';

const paths = (problems: readonly { path: string }[]) => problems.map(({ path }) => path);

describe('companies', () => {
  it('have names of their own, ignoring case', () => {
    const problems = companyProblems([{ name: 'A' }, { name: 'B' }, { name: ' a' }, { name: 'A' }]);
    expect(problems.map(({ path, details }) => [path, details?.['reason']])).toEqual([
      ['companies[2].name', 'is the name of companies[0] too'],
      ['companies[3].name', 'is the name of companies[0] too'],
    ]);
  });

  it.each(['costCenter', '_', '__proto__', 'a.b-c_1', 'x'.repeat(64)])('may have the field %s', (name) => {
    expect(companyProblems([{ name: 'A', fields: Object.fromEntries([[name, '']]) }])).toEqual([]);
  });

  it.each(['', '1a', 'a b', 'ü', 'a\n', '-a', '.a', 'x'.repeat(65)])('may not have the field %j', (name) => {
    expect(paths(companyProblems([{ name: 'A' }, { name: 'B', fields: { [name]: '' } }]))).toEqual([
      `companies[1].fields.${name}`,
    ]);
  });

  it('are kept without white space around their names, with all their fields', () => {
    const fields = JSON.parse('{"__proto__":"1","a":"2"}');
    const [company] = toCompanies([{ name: ' A ', fields }, { name: 'B' }]);
    expect(JSON.stringify(company)).toBe('{"name":"A","fields":{"__proto__":"1","a":"2"}}');
  });
});

it('a coupled webhook is one that there is, once', () => {
  expect(couplingProblems(['a', 'b'], new Set(['a', 'b']))).toEqual([]);
  expect(paths(couplingProblems(['a', 'x', 'a'], new Set(['a'])))).toEqual(['webhooks[1]', 'webhooks[2]']);
});
