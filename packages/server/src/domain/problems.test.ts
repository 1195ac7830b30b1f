import { expect, it } from 'vitest';
import { type Problem, problemsShownMax, refuse } from './problems.ts';

const wrong = (path: string): Problem => ({ code: 'invalid_field', path, details: { reason: 'is wrong' } });

it('a refusal has the code, path and details of the first problem, and names all of them', () => {
  const refusal = refuse([{ code: 'unknown_field', path: 'a.b' }, wrong('c')], { indexes: [3] });
  expect(refusal).toMatchObject({ code: 'unknown_field', status: 400, message: 'There is no field a.b.' });
  expect(refusal.details).toEqual({
    path: 'a.b',
    indexes: [3],
    problems: [
      { code: 'unknown_field', path: 'a.b', message: 'There is no field a.b.', remedy: expect.any(String) },
      {
        code: 'invalid_field',
        path: 'c',
        reason: 'is wrong',
        message: 'c is wrong.',
        remedy: expect.any(String),
      },
    ],
  });
});

it('more problems than help anybody are left out', () => {
  const { details } = refuse(Array.from({ length: 500 }, (_, at) => wrong(`[${at}]`)));
  expect(details['problems']).toHaveLength(problemsShownMax);
});

it('a path made of a very long name is cut, without leaving half a character', () => {
  const { details, message } = refuse([wrong(`${'x'.repeat(199)}🎉${'y'.repeat(100_000)}`)]);
  expect(message.length).toBeLessThan(300);
  expect(JSON.stringify(details).isWellFormed()).toBe(true);
  expect(details['path']).toMatch(/^x{199}.…$/u);
});

it('there is no refusal without a problem', () => {
  expect(() => refuse([])).toThrow('needs a problem');
});
