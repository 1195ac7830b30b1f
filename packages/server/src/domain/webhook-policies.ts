// A webhook that is about to be saved, under the policies of its organization: what they add to it, and what of it they do
// not allow. Pure. A policy looks at what is being said: what was saved before it held stays, and other fields can be
// changed beside it.
import type { EnvironmentName } from './environment.ts';
import { Refusal } from './errors.ts';
import { invalid, type Problem } from './problems.ts';
import type { Policies, RequiredField } from './profiles.ts';
import type { WebhookSettings, WebhookStatus } from './webhook.ts';
import type { WebhookInput } from './webhook-settings.ts';

/** A webhook on its way into the store. */
export interface Draft {
  /** `trial`: it is new and tried without being saved, so that nothing has to be complete. */
  readonly origin: 'new' | 'copy' | 'change' | 'trial';
  /** What was said. */
  readonly input: WebhookInput;
  /** What it starts from: the defaults, the original, or what it is so far. */
  readonly present: WebhookSettings;
  /** What it is to be, as far as nothing but the input decides. */
  readonly settings: WebhookSettings;
  readonly environment: EnvironmentName;
}

export interface Judged {
  readonly settings: WebhookSettings;
  readonly problems: readonly Problem[];
  /** It may be saved only while no other webhook of the environment names neither a department nor a Request From. */
  readonly soleDefault: boolean;
}

export function judge(draft: Draft, policies: Policies): Judged {
  const { origin, settings, present } = draft;
  const becomesDefault = isDefault(settings) && (origin !== 'change' || !isDefault(present));
  return {
    settings: { ...settings, routing: { ...settings.routing, receives: receives(draft, policies) } },
    problems: [
      ...requiredFieldProblems(draft, policies),
      ...httpsProblems(draft, policies),
      ...businessUnitProblems(draft, policies),
      ...authProblems(draft, policies),
    ],
    soleDefault: policies.routing === 'one-default' && becomesDefault,
  };
}

/** Events go to it, and it names neither a department nor a Request From. */
export function isDefault({ kind, routing }: Pick<WebhookSettings, 'kind' | 'routing'>): boolean {
  return kind === 'notification' && routing.departments.length === 0 && routing.requestFrom.length === 0;
}

/** Where default webhooks take what is left over, one that ceases to be the default takes what matches, and vice versa. */
function receives({ origin, input, present, settings }: Draft, { defaultReceives }: Policies) {
  const isSettled = origin !== 'new' && isDefault(present) === isDefault(settings);
  if (input.routing?.receives !== undefined || defaultReceives === 'matching' || isSettled) {
    return settings.routing.receives;
  }
  return isDefault(settings) ? defaultReceives : 'matching';
}

function requiredFieldProblems({ origin, input, settings }: Draft, { requiredFields }: Policies) {
  if (origin !== 'new') return [];
  const isSaid: Readonly<Record<RequiredField, boolean>> = {
    // Events do not go to a callout.
    events: input.events !== undefined || settings.kind === 'callout',
    'routing.triggers': input.routing?.triggers !== undefined || settings.kind === 'callout',
    auth: input.auth !== undefined,
  };
  return requiredFields.filter((field) => !isSaid[field]).map((path) => missing(path, 'requiredFields'));
}

function httpsProblems({ input, environment }: Draft, { requireHttps }: Policies): readonly Problem[] {
  if (!requireHttps || environment !== 'PRODUCTION') return [];
  const reason = 'in PRODUCTION it must begin with https://';
  const said = { url: input.url, 'auth.tokenUrl': input.auth?.tokenUrl };
  return Object.entries(said)
    .filter(([, url]) => /^http:/i.test(url ?? ''))
    .map(([path]) => ({ code: 'url_refused', path, details: { reason, policy: 'requireHttps' } }));
}

function businessUnitProblems(draft: Draft, { requireBusinessUnit }: Policies): readonly Problem[] {
  const { input, settings } = draft;
  const isAsked = requireBusinessUnit && settings.kind === 'notification';
  const isSaid = isComplete(draft) || input.routing?.businessUnits !== undefined || input.kind !== undefined;
  // An unknown name is a problem of its own.
  const named = [...settings.routing.businessUnits, ...(input.routing?.businessUnits ?? [])];
  if (!isAsked || !isSaid || named.length > 0) return [];
  return [missing('routing.businessUnits', 'requireBusinessUnit')];
}

function authProblems(draft: Draft, { authTypes }: Policies): readonly Problem[] {
  const isSaid = isComplete(draft) || draft.input.auth !== undefined;
  if (!isSaid || authTypes.includes(draft.settings.auth.type)) return [];
  return [invalid('auth.type', `must be one of ${authTypes.join(', ')} in this organization`)];
}

/** It is about to be saved for the first time: what it does not say is judged too. */
const isComplete = ({ origin }: Draft) => origin === 'new' || origin === 'copy';

function missing(path: string, policy: keyof Policies): Problem {
  return { code: 'missing_field', path, details: { policy } };
}

/** @throws Refusal `webhook_enabled` where an enabled webhook is neither changed nor deleted */
export function assertChangeable(status: WebhookStatus, whileDisabled: boolean): void {
  if (whileDisabled && status === 'enabled') throw new Refusal('webhook_enabled');
}
