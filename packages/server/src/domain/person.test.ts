import { expect, it } from 'vitest';
import { domainOf, foldEmail, passwordProblem } from './person.ts';

const ada = { email: 'ada.lovelace@xyzbank.com', name: 'Ada Lovelace' };

it('compares addresses without regard to case and spaces around them', () => {
  expect(foldEmail(' Ada@XYZBank.com ')).toBe('ada@xyzbank.com');
  expect(domainOf('Ada@XYZBank.com')).toBe('xyzbank.com');
});

it.each([
  'short',
  'x'.repeat(201),
  'aaaaaaaabbbb',
  '123456789012',
  'abcdefghijklmnop',
  'Password1234!',
  'qwertyuiop12345',
  'lovelace-ada',
  'ada.lovelace@xyzbank.com',
])('refuses the password %j', (password) => {
  expect(passwordProblem(password, ada)).toMatch(/^must /);
});

it.each(['correct horse battery', 'Lovelace wrote the first program', 'סיסמה ארוכה וטובה', '7#kQz!vP2m@x'])(
  'takes the password %j',
  (password) => {
    expect(passwordProblem(password, ada)).toBeNull();
  },
);
