import { expect, it } from 'vitest';
import { toProblem } from '../api/problem.ts';
import { placeProblems } from './form-problems.ts';

const problem = (paths: readonly string[]) =>
  toProblem(
    400,
    {
      error: {
        code: 'invalid_field',
        message: 'several',
        requestId: 'r',
        details: {
          path: paths[0],
          problems: paths.map((path) => ({ code: 'invalid_field', path, message: path, remedy: 'mend' })),
        },
      },
    },
    null,
  );

it('puts each problem at its own field, and one inside a field at that field', () => {
  const placed = placeProblems(
    problem(['url', 'routing.departments[2]', 'delivery.headers.X-Team', 'other']),
    ['url', 'routing', 'routing.departments', 'delivery.headers'],
  );
  expect(placed.map(({ field }) => field)).toEqual(['url', 'routing.departments', 'delivery.headers', null]);
});

it('takes an error that names a single path as one problem', () => {
  const body = {
    error: { code: 'missing_field', message: 'm', requestId: 'r', details: { path: 'name', remedy: 'do' } },
  };
  expect(placeProblems(toProblem(400, body, null), ['name'])).toMatchObject([
    { field: 'name', code: 'missing_field', message: 'm', remedy: 'do' },
  ]);
});
