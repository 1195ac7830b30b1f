// What answer counts as success: 200 alone, any 2xx, or either with a value that the answer's body must have.
// Whatever the rule, 410 says that the receiver never wants this again.

import { type JsonValue, parseExact, scalarText } from '../lib/json-exact.ts';
import { parsePath, readPath } from '../lib/json-path.ts';
import { fromXml } from '../lib/xml.ts';
import type { Judgement } from './delivery.ts';
import type { Problem } from './problems.ts';

export type SuccessStatus = '200' | '2xx';

export interface BodyRule {
  /** A path into the JSON or XML of the answer: `code`, `result.status`. The root element of XML is not part of it. */
  readonly path: string;
  /** Compared as text, since XML has nothing else: 200 and "200" are equal. */
  readonly equals: string | number | boolean;
}

export type SuccessRule = SuccessStatus | { readonly status: SuccessStatus; readonly body: BodyRule };

export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The bytes that were read: at most as many as are kept. */
  readonly body: Buffer;
}

export function isSameRule(a: SuccessRule | 'dialect', b: SuccessRule | 'dialect'): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return a.status === b.status && a.body.path === b.body.path && a.body.equals === b.body.equals;
}

const equalsCharactersMax = 500;

/** @param rule of the right shape; what else can be wrong is its path and its value */
export function successRuleProblems(rule: SuccessRule, at = 'delivery.success'): readonly Problem[] {
  if (typeof rule === 'string') return [];
  const problems: Problem[] = [];
  const path = parsePath(rule.body.path);
  if (path.kind === 'refused') {
    problems.push({ code: 'invalid_field', path: `${at}.body.path`, details: { reason: path.reason } });
  }
  if (String(rule.body.equals).length > equalsCharactersMax) {
    const reason = `must have at most ${equalsCharactersMax} characters`;
    problems.push({ code: 'invalid_field', path: `${at}.body.equals`, details: { reason } });
  }
  return problems;
}

export function judge(rule: SuccessRule, answer: Answer): Judgement {
  const byStatus = judgeStatus(typeof rule === 'string' ? rule : rule.status, answer.status);
  return byStatus.kind !== 'success' || typeof rule === 'string' ? byStatus : judgeBody(rule.body, answer);
}

/** Only 2xx can be success: a redirect was not followed, so nobody has the event yet. */
export function judgeStatus(rule: SuccessStatus, status: number): Judgement {
  if (status === 200 || (rule === '2xx' && status >= 200 && status < 300)) return success;
  if (status === 410) return { kind: 'gone' };
  if (status < 200 || status > 299) return { kind: 'failure' };
  return failure(`The answer was ${status}; this webhook takes only 200 as success.`);
}

const success: Judgement = { kind: 'success' };

const failure = (reason: string): Judgement => ({ kind: 'failure', reason });

function judgeBody({ path, equals }: BodyRule, answer: Answer): Judgement {
  const wanted = `The answer was ${answer.status}, but this webhook wants ${path} = ${JSON.stringify(equals)} in its body`;
  const read = readAnswer(answer);
  if (read.kind === 'unreadable') return failure(`${wanted}, and the body cannot be read: ${read.reason}.`);
  const parsed = parsePath(path);
  const found = parsed.kind === 'path' ? readPath(read.value, parsed.segments) : undefined;
  if (found === undefined) return failure(`${wanted}, where there is no ${path}.`);
  const text = scalarText(found);
  if (found !== null && text === String(equals)) return success;
  return failure(`${wanted}, where it is ${shortened(JSON.stringify(found))}.`);
}

const shownCharactersMax = 100;
const shortened = (text: string) =>
  text.length > shownCharactersMax ? `${text.slice(0, shownCharactersMax).toWellFormed()}…` : text;

type ReadAnswer =
  | { readonly kind: 'read'; readonly value: JsonValue }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The body as a value, JSON or XML by its content type, or by how it begins where that says neither. Never throws. */
function readAnswer({ headers, body }: Answer): ReadAnswer {
  const text = body
    .toString()
    .replace(/^\ufeff/, '')
    .trim();
  if (text === '') return { kind: 'unreadable', reason: 'it is empty' };
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const isXml = /[/+]xml\b/i.test(type) || (!/[/+]json\b/i.test(type) && text.startsWith('<'));
  if (isXml) return fromXml(text);
  try {
    return { kind: 'read', value: parseExact(text) };
  } catch {
    return { kind: 'unreadable', reason: 'it is not valid JSON' };
  }
}
