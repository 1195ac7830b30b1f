// People: their addresses, and which passwords are good enough. Pure.
import { limit } from './limits.ts';

/** How addresses are compared. Whether a mail server tells upper from lower case is its own affair; people don't. */
export function foldEmail(email: string): string {
  return email.trim().normalize('NFC').toLowerCase();
}

export function domainOf(email: string): string {
  return foldEmail(email).split('@').at(-1) ?? '';
}

/** Fewer make a password that is quickly tried, however long it is. */
const distinctCharactersMin = 5;
const wordCharactersMin = 4;
const commonest =
  /^(?:(?:pass-?w[o0]rd|passwort|qwerty(?:uiop)?|letmein|welcome|admin(?:istrator)?|signpost|webhook|changeme|secret|iloveyou|abc|test)[\W\d_]*){1,4}$/i;

/** Why the password can't be taken, as a sentence that begins with "must"; null when it is good. */
export function passwordProblem(
  password: string,
  { email, name }: { readonly email: string; readonly name: string },
): string | null {
  const min = limit('password_characters_min');
  const max = limit('password_characters_max');
  if (password.length < min || password.length > max) return `must have ${min} to ${max} characters`;
  if (new Set(password).size < distinctCharactersMin) return 'must have more different characters';
  if (isSequence(password) || commonest.test(password)) return 'must be harder to guess';
  const lower = password.toLowerCase();
  const address = foldEmail(email);
  const known = [
    address,
    ...address.split('@'),
    ...address.split(/[@.+_-]/),
    ...name.toLowerCase().split(/\s+/),
  ];
  const rest = known
    .filter((word) => word.length >= wordCharactersMin)
    .reduce((text, word) => text.replaceAll(word, ''), lower);
  return rest.length < min / 2 ? 'must not be made of the e-mail address or the name' : null;
}

/** "123456789012", "abcdefghijkl" and the same backwards. */
function isSequence(text: string): boolean {
  const steps = new Set([...text].slice(1).map((_, at) => text.charCodeAt(at + 1) - text.charCodeAt(at)));
  // From 9 on to 0 is one more step.
  return (
    steps.size === 1 ||
    (steps.size === 2 && (steps.has(-9) || steps.has(9)) && (steps.has(1) || steps.has(-1)))
  );
}
