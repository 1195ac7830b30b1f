// Statistics of attempts and deliveries, as the API shows them.

import { Type } from 'typebox';
import { spans } from '../../domain/statistics.ts';
import { enumOf, nullable, Time, Uuid } from './common.ts';

const Ended = Type.Object({ succeeded: Type.Integer(), failed: Type.Integer() });
const Milliseconds = nullable(Type.Number());

const figures = {
  attempts: Ended,
  deliveries: Type.Object(
    { succeeded: Type.Integer(), failed: Type.Integer() },
    { description: 'Deliveries that ended. One that is sent again after its end ends again.' },
  ),
  latencyMs: Type.Object(
    { mean: Milliseconds, p50: Milliseconds, p95: Milliseconds, p99: Milliseconds },
    {
      description: 'How long attempts took; percentiles as far as classes tell. Null where there were none.',
    },
  ),
  failures: Type.Record(Type.String(), Type.Integer(), {
    description:
      'Failed attempts by reason: a kind of error such as `timeout`, or a class of answers such as `5xx`.',
  }),
};

export const Bucket = enumOf(spans);

const Series = Type.Array(Type.Integer(), {
  description: 'One for each hour or day, in the order of `data`.',
});
const series = { total: Type.Object(figures), attempts: Type.Object({ succeeded: Series, failed: Series }) };
const rest = { attempts: Ended, deliveries: Ended };

const statisticsFields = {
  bucket: Bucket,
  from: Time,
  to: Time,
  total: Type.Object(figures),
  data: Type.Array(Type.Object({ from: Time, ...figures }), {
    description:
      'Every hour or day (of UTC) of the range, the oldest first. Attempts count where they began.',
  }),
  types: Type.Optional(
    Type.Array(Type.Object({ type: Type.String(), ...series }), {
      description: 'Type by type, of those with any attempts; only with `groupBy=type`.',
    }),
  ),
  typesCountedSince: Type.Optional(
    Type.Unsafe<Date | null>({
      ...nullable(Time),
      description:
        'Only where types are asked for: attempts before this were not counted by type. Null: all of the range are.',
    }),
  ),
};
const RestOfTypes = Type.Object(
  { types: Type.Integer(), ...rest },
  { description: 'What none of `types` has, also what was not counted by type; only with `groupBy`.' },
);
export const Statistics = Type.Object({ ...statisticsFields, rest: Type.Optional(RestOfTypes) });

const waiting = {
  pending: Type.Integer(),
  retrying: Type.Integer({ description: 'Of those that are pending: after a failed attempt.' }),
  held: Type.Integer(),
  isAtLeast: Type.Boolean({ description: 'More wait than were counted.' }),
  oldestAt: nullable(Time),
};
const Group = Type.Object({
  webhookId: Uuid,
  name: Type.String(),
  ...series,
  waiting: Type.Object(waiting, {
    description: 'What waits for it now, of whatever type; not what is being sent.',
  }),
});
export const GroupedStatistics = Type.Object({
  ...statisticsFields,
  waiting: Type.Optional(
    Type.Object(waiting, { description: 'What waits for all webhooks now; only with `groupBy=webhook`.' }),
  ),
  groups: Type.Optional(
    Type.Array(Group, {
      description: 'Webhook by webhook, of those that exist; only with `groupBy=webhook`.',
    }),
  ),
  rest: Type.Optional(
    Type.Object(
      {
        webhooks: Type.Optional(Type.Integer()),
        types: Type.Optional(Type.Integer()),
        ...rest,
      },
      {
        description:
          'The webhooks that are not among the groups, together, or what none of `types` has; only with `groupBy`.',
      },
    ),
  ),
});
