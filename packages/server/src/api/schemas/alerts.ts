// Alerts, as the API shows them, and what people do about them.
import { Type } from 'typebox';
import { alertStates } from '../../domain/alert.ts';
import { closed, enumOf, nullable, PageQuery, Time, Uuid } from './common.ts';

export const AlertQuery = closed({
  ...PageQuery,
  state: Type.Optional(enumOf(alertStates)),
  webhookId: Type.Optional(Uuid),
});

export const MuteBody = closed({ until: { ...Time, description: 'Until when nobody is mailed about it.' } });

const LastFailure = Type.Object(
  {
    deliveryId: Uuid,
    attempt: Type.Integer(),
    at: Time,
    durationMs: Type.Number(),
    status: nullable(Type.Integer()),
    body: nullable(Type.String({ description: 'The beginning of the answer, where it is text.' })),
    error: nullable(Type.Object({ kind: Type.String(), message: Type.String() })),
  },
  { description: 'The last attempt that failed.' },
);

const alertFields = {
  id: Uuid,
  webhookId: Uuid,
  webhookName: Type.String(),
  webhookDeleted: Type.Boolean(),
  kind: Type.Unsafe<string>({
    ...enumOf(['failing', 'failure_rate', 'gone']),
    description:
      '`failing`: no attempt succeeds. `failure_rate`: too many fail among others that succeed. `gone`: the receiver answered 410, and the webhook was disabled at once.',
  }),
  stage: Type.Unsafe<string>({
    ...enumOf(['failing', 'warned', 'disabled', 'recovered']),
    description: 'How far the problem has come. `warned`: the webhook will be disabled at `disableAt`.',
  }),
  state: Type.Unsafe<string>({
    ...enumOf(alertStates),
    description: 'What was done about it. `resolved` also by itself, when the problem is over.',
  }),
  severity: enumOf(['warning', 'error']),
  problem: Type.String({ description: 'What is wrong, in words.' }),
  advice: Type.String({ description: 'What to look at first.' }),
  failingSince: {
    ...Time,
    description: 'When the first of the failures in a row happened; of a rate, since when it was counted.',
  },
  firstSeenAt: { ...Time, description: 'The same, of the first time that the alert is about.' },
  lastSeenAt: { ...Time, description: 'When the last failure happened.' },
  failedAttempts: Type.Integer({ description: 'How many attempts failed: in a row, or of `attempts`.' }),
  attempts: nullable(Type.Integer({ description: 'Among how many, where others succeeded.' })),
  occurrences: Type.Integer({
    description: 'How often the problem came: one that comes back within minutes goes on in its alert.',
  }),
  lastFailure: nullable(LastFailure),
  warnedAt: nullable(Time),
  disableAt: nullable(Time),
  disabledAt: nullable(Time),
  recoveredAt: nullable(Time),
  recoveredBy: nullable(enumOf(['delivery', 'enabled', 'deleted'])),
  acknowledgedAt: nullable(Time),
  acknowledgedBy: nullable(
    Type.Object({ kind: Type.String(), id: nullable(Type.String()), name: nullable(Type.String()) }),
  ),
  mutedUntil: nullable(Time),
  resolvedAt: nullable(Time),
  resolvedBy: nullable(enumOf(['recovery', 'person'])),
  createdAt: Time,
};
export const Alert = Type.Object(alertFields);

export const AlertDetail = Type.Object({
  ...alertFields,
  failedDeliveries: Type.Integer({
    description: 'Given up since then. Counted up to 10,000.',
  }),
  waitingDeliveries: Type.Integer({ description: 'Waiting for a retry, or held. Counted up to 10,000.' }),
  steps: Type.Array(
    Type.Object({
      step: enumOf(['failing', 'warned', 'disabled', 'reminded', 'recovered']),
      at: Time,
      mails: Type.Array(
        Type.Object({
          to: nullable(
            Type.String({
              description: "An address of the webhook's or the organization's rules; null: an administrator.",
            }),
          ),
          sentAt: nullable(Time),
          problem: nullable(Type.String({ description: 'Why it has not been sent yet, or was given up.' })),
          givenUpAt: nullable(Time),
        }),
      ),
    }),
    { description: 'What it went through, the oldest first, and who was mailed about each step.' },
  ),
});

export const AlertCounts = Type.Object({
  open: Type.Integer(),
  acknowledged: Type.Integer(),
  muted: Type.Integer(),
});
