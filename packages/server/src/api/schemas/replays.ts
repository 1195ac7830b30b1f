// Replays, as the API takes and shows them.
import { type Static, Type } from 'typebox';
import { limit } from '../../domain/limits.ts';
import { recoverable, replayStates } from '../../domain/replay.ts';
import { closed, enumOf, Name, nullable, Time, Uuid } from './common.ts';
import { Delivery, DeliveryCount, DeliveryFilterFields, Sender } from './deliveries.ts';

const PerSecond = Type.Integer({
  minimum: 1,
  maximum: limit('replay_per_second_max'),
  description: 'How many are sent in a second, at most.',
});
const how = { name: Type.Optional(nullable(Name)), perSecond: Type.Optional(PerSecond) };

const range = {
  from: Time,
  to: Type.Optional(Type.Unsafe<string>({ ...Time, description: 'Now, when left out.' })),
  status: Type.Union(
    [enumOf(recoverable), Type.Array(enumOf(recoverable), { minItems: 1, uniqueItems: true })],
    {
      description:
        '`missed`: events that the webhook would get by its present settings and has no delivery of, since it was disabled, did not exist, or filtered otherwise.',
    },
  ),
};
const selected = {
  ids: Type.Optional(Type.Array(Uuid, { minItems: 1, maxItems: limit('replay_ids_max'), uniqueItems: true })),
  filter: Type.Optional(
    Type.Unsafe<Static<typeof DeliveryFilterFields>>({
      ...DeliveryFilterFields,
      description: 'As in the list of deliveries; without `to`, those that exist now.',
    }),
  ),
};
export const MissedQuery = closed({
  from: Type.Optional(
    Type.Unsafe<string>({
      ...Time,
      description: 'When it was disabled, or where it is enabled when it was made, when left out.',
    }),
  ),
  to: Type.Optional(Type.Unsafe<string>({ ...Time, description: 'Now, when left out.' })),
});
export const Missed = Type.Object({
  from: Time,
  to: Time,
  count: Type.Integer(),
  isAtLeast: Type.Boolean({ description: 'There are more events than were looked through.' }),
});
export const RecoverBody = closed({ ...range, ...how });
export const ResendBody = closed(
  { ...selected, ...how },
  { description: 'Either `ids` or `filter`; without a status, also what succeeded and what waits.' },
);
export const ReplayPatch = closed(how);
export const PreviewBody = closed(selected);

export const Preview = Type.Object({
  total: DeliveryCount,
  oldestAt: nullable(Time),
  newestAt: nullable(Time),
  samples: Type.Array(Delivery, { description: 'The newest, at most five.' }),
});

export const ReplayStateName = enumOf(replayStates);
export const Replay = Type.Object({
  id: Uuid,
  name: nullable(Type.String()),
  kind: enumOf(['recover', 'resend']),
  webhookId: nullable(Uuid),
  selection: Type.Object({}, { additionalProperties: true }),
  state: ReplayStateName,
  pausedBecause: nullable(enumOf(['person', 'webhook_disabled'])),
  perSecond: Type.Integer(),
  total: Type.Unsafe<number | null>({
    ...nullable(Type.Integer()),
    description: 'Null where it is only known at the end. Once it is done, what it was in fact.',
  }),
  totalIsEstimate: Type.Boolean(),
  done: Type.Integer({ description: 'Queued to be sent again.' }),
  skipped: Type.Integer(),
  skippedBecause: Type.Record(Type.String(), Type.Integer(), {
    description: '`in_progress`, `webhook_disabled`, `webhook_deleted`, `not_found`.',
  }),
  progress: Type.Number({ description: 'From 0 to 1.' }),
  createdBy: Sender,
  createdAt: Time,
  endedAt: nullable(Time),
});
