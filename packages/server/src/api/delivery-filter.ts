// The filter of deliveries as requests give it: the same in the query of lists and in bodies.
import type { Static } from 'typebox';
import { contentPart, type DeliveryFilter, statusRange } from '../domain/delivery-filter.ts';
import { Refusal } from '../domain/errors.ts';
import type { HistoryStore } from '../store/history.ts';
import type { DeliveryFilterFields } from './schemas/deliveries.ts';

/** @throws Refusal `not_found` where it names an event that is not there */
export async function readDeliveryFilter(
  history: Pick<HistoryStore, 'event'>,
  environmentId: number,
  {
    status,
    severity,
    httpStatus,
    error,
    minAttempts,
    body,
    eventId,
    from,
    to,
    ...same
  }: Static<typeof DeliveryFilterFields>,
  path = 'eventId',
): Promise<DeliveryFilter> {
  const event = eventId === undefined ? undefined : await history.event(environmentId, eventId);
  if (event === null) throw new Refusal('not_found', { what: 'event', path });
  return {
    ...same,
    ...(status && { states: status }),
    ...(severity && { severities: severity }),
    ...(httpStatus && { httpStatuses: httpStatus.map(statusRange) }),
    ...(error && { errors: error }),
    ...(minAttempts !== undefined && { attemptsMin: minAttempts }),
    ...(body !== undefined && { content: contentPart(body) }),
    ...(event && { eventId: event.id }),
    ...(from && { from: new Date(from) }),
    ...(to && { to: new Date(to) }),
  };
}
