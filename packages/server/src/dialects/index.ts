// All receiver formats that Signpost speaks. Adding one is adding it here.
import type { Judgement } from '../domain/delivery.ts';
import type { PayloadSettings } from '../domain/payload.ts';
import { type Answer, judge, type SuccessRule } from '../domain/success-rule.ts';
import { adobeSign } from './adobe-sign.ts';
import { cellosign } from './cellosign.ts';
import type { Dialect } from './dialect.ts';
import { docusignConnect } from './docusign-connect.ts';
import { dropboxSign } from './dropbox-sign.ts';
import { emsigner } from './emsigner.ts';
import { esignglobal } from './esignglobal.ts';
import { ignisign } from './ignisign.ts';
import { oneCp } from './one-cp.ts';
import { signpost } from './signpost.ts';
import { slack } from './slack.ts';

export const dialects: readonly Dialect[] = [
  signpost,
  emsigner,
  esignglobal,
  ignisign,
  oneCp,
  cellosign,
  docusignConnect,
  dropboxSign,
  adobeSign,
  slack,
];

const byName: ReadonlyMap<string, Dialect> = new Map(dialects.map((dialect) => [dialect.name, dialect]));

export function findDialect(name: string): Dialect | undefined {
  return byName.get(name);
}

/** Whether a webhook with these settings can be told of an event of this type; routing skips it otherwise. */
export function expressible(
  { dialect, options }: Pick<PayloadSettings, 'dialect' | 'options'>,
  type: string,
): boolean {
  return (byName.get(dialect)?.namesOf(type, options).length ?? 0) > 0;
}

/** By the webhook's own rule, or by that of its dialect. */
export function judgeAnswer(
  dialect: Dialect,
  payload: PayloadSettings,
  rule: SuccessRule | null,
  answer: Answer,
): Judgement {
  return rule === null ? dialect.judge(answer, payload) : judge(rule, answer);
}
