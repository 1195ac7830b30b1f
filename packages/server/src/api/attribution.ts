// Whatever a request changes is attributed to its caller in the audit log, wherever in the code it is changed.
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { type Actor, actingAs } from '../store/actor.ts';
import { type Caller, visitOf } from './session.ts';

/** A preHandler hook: the handler runs as the caller. Accepting events changes nothing audited and is left alone: it is hot. */
export function attribute(
  request: FastifyRequest,
  _reply: FastifyReply,
  done: HookHandlerDoneFunction,
): void {
  const { method, caller, routeOptions } = request;
  const changes = method !== 'GET' && method !== 'HEAD' && routeOptions.config.access !== 'events:write';
  if (!changes || caller === undefined) done();
  else actingAs({ ...actorOf(caller), ...visitOf(request) }, done);
}

export function actorOf(caller: Caller): Pick<Actor, 'kind' | 'id' | 'name'> {
  switch (caller.kind) {
    case 'root':
      return { kind: 'root', id: null, name: null };
    case 'key':
      return { kind: 'key', id: caller.key.id, name: caller.key.name };
    case 'person':
      return { kind: 'person', id: caller.session.personId, name: caller.session.name };
  }
}
