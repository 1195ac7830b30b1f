// Rules of alerts, as the API takes and shows them: of a webhook, and of a whole organization.
import { Type } from 'typebox';
import { durationPattern } from '../../domain/duration.ts';
import { limit } from '../../domain/limits.ts';
import { closed, nullable, text } from './common.ts';

const afterConsecutiveFailures = nullable(Type.Integer({ minimum: 1, maximum: limit('alert_failures_max') }));
const disableAfter = nullable(
  Type.String({ pattern: durationPattern, errorMessage: 'must be a duration such as "12h" or "5d"' }),
);
const percent = Type.Integer({ minimum: 1, maximum: 100 });
const hours = Type.Integer({ minimum: 1, maximum: limit('alert_rate_hours_max') });
const attemptsMin = Type.Integer({ minimum: 1, maximum: limit('alert_failures_max') });
const Email = text(320, {
  minLength: 3,
  errorMessage: 'must be an e-mail address of at most 320 characters',
});

export const AlertEmails = Type.Array(Email, { maxItems: limit('alert_emails_max'), uniqueItems: true });

export const alertRuleFields = {
  afterConsecutiveFailures,
  disableAfter,
  failureRate: nullable(
    Type.Object(
      { percent, hours, attemptsMin },
      {
        description:
          'Also when at least `percent` of the attempts of the present hour and of so many hours before fail, of at least `attemptsMin`.',
      },
    ),
  ),
};

export const alertRuleInputs = {
  afterConsecutiveFailures: Type.Optional(afterConsecutiveFailures),
  disableAfter: Type.Optional(disableAfter),
  failureRate: Type.Optional(
    nullable(closed({ percent, hours: Type.Optional(hours), attemptsMin: Type.Optional(attemptsMin) })),
  ),
};

const administrators = Type.Boolean({
  description: 'Whether the administrators and super administrators of the organization are mailed.',
});

export const AlertRules = Type.Object({
  ...alertRuleFields,
  administrators,
  emails: Type.Unsafe<string[]>({
    ...AlertEmails,
    description: 'Mailed beside them about every webhook of the organization.',
  }),
  webhooksWithOwnRules: Type.Integer({
    description: 'How many webhooks of the organization have rules of their own and do not follow these.',
  }),
});

export const AlertRulesPatch = closed({
  ...alertRuleInputs,
  administrators: Type.Optional(administrators),
  emails: Type.Optional(AlertEmails),
});

export const AlertTestBody = nullable(
  closed({
    to: Type.Optional(
      Type.Unsafe<string>({
        ...Email,
        description: 'This address alone, whether it is among the recipients or not.',
      }),
    ),
  }),
);

export const AlertTest = Type.Object({
  recipients: Type.Integer({
    description: `How many a real alert would be mailed to; of more than ${limit('alert_test_mails_max')} the first were tried.`,
  }),
  data: Type.Array(
    Type.Object({
      to: Type.String(),
      sent: Type.Boolean({ description: 'Whether the mail server took the mail.' }),
      answer: Type.String({ description: 'What the mail server answered, or why there was no answer.' }),
      durationMs: Type.Number(),
    }),
    { description: 'One for each address; none where the rules name nobody.' },
  ),
});
