// What an event is routed by: its own facts, and where it says nothing those of its registered envelope. Names of the
// directory become ids. Pure.
import type { Directory, DirectoryKind } from '../domain/directory.ts';
import { type EnvelopeFacts, type NewEvent, noRouting, type RoutingFacts } from '../domain/event.ts';
import type { RoutableEvent } from '../routing/routable.ts';
import type { EnvelopeRouting, RegisteredEnvelope } from '../store/envelopes.ts';

/** A name that an event gives and the directory does not have. */
export interface UnknownName {
  readonly kind: DirectoryKind;
  readonly name: string;
  /** Within the event: `routing.requestFrom[0]`. */
  readonly path: string;
}

export interface Resolved {
  readonly event: NewEvent;
  readonly routable: RoutableEvent;
  readonly unknown: readonly UnknownName[];
}

export function resolve(
  event: NewEvent,
  registered: RegisteredEnvelope | null,
  directory: Directory,
): Resolved {
  const about = aboutOf(event);
  // Most events say nothing and inherit nothing.
  if (event.routing === noRouting && registered === null) {
    return { event, routable: { ...unsaid, type: event.type, about }, unknown: [] };
  }
  const inherited = registered?.routing ?? nothing;
  const own = event.routing;
  const unknown: UnknownName[] = [];
  const idOf = (kind: DirectoryKind, name: string, path: string): readonly string[] => {
    const entry = directory.find(kind, name);
    if (entry) return [entry.id];
    unknown.push({ kind, name, path });
    return [];
  };
  const one = (
    kind: DirectoryKind,
    name: string | null,
    field: string,
    otherwise: string | null,
  ): string | null => (name === null ? otherwise : (idOf(kind, name, `routing.${field}`)[0] ?? null));

  const ids: EnvelopeRouting = {
    requestFrom:
      own.requestFrom.length === 0
        ? inherited.requestFrom
        : own.requestFrom.flatMap((name, index) =>
            idOf('source_system', name, `routing.requestFrom[${index}]`),
          ),
    department: one('department', own.department, 'department', inherited.department),
    businessUnit: one('business_unit', own.businessUnit, 'businessUnit', inherited.businessUnit),
    company: own.company ?? inherited.company,
    template: one('template', own.template, 'template', inherited.template),
    trigger: own.trigger ?? inherited.trigger,
    appId: own.appId ?? inherited.appId,
    integrations: inherited.integrations,
  };
  return {
    event: { ...event, envelope: envelopeFacts(event, registered), routing: shown(own, ids, directory) },
    routable: { ...toRoutable(event.type, ids, directory), about },
    unknown,
  };
}

/** An event that says nothing. */
export const unsaid: Omit<RoutableEvent, 'type'> = {
  requestFrom: [],
  department: null,
  businessUnit: null,
  template: null,
  trigger: null,
  appId: null,
  integrations: [],
  coupled: [],
  about: null,
};

const aboutWebhooks: readonly string[] = ['webhook.failing', 'webhook.disabled', 'webhook.recovered'];

/** The webhook whose trouble an event tells of. */
function aboutOf({ type, content }: NewEvent): string | null {
  if (!aboutWebhooks.includes(type) || content.length === 0) return null;
  const { webhookId } = Object(JSON.parse(content.toString())) as { webhookId?: unknown };
  return typeof webhookId === 'string' ? webhookId : null;
}

const nothing: EnvelopeRouting = {
  requestFrom: [],
  department: null,
  businessUnit: null,
  company: null,
  template: null,
  trigger: null,
  appId: null,
  integrations: [],
};

function toRoutable(type: string, ids: EnvelopeRouting, directory: Directory): Omit<RoutableEvent, 'about'> {
  const template = ids.template === null ? undefined : directory.byId(ids.template);
  const coupled = template?.kind === 'template' ? template.webhooks : [];
  const { requestFrom, department, businessUnit, trigger, appId, integrations } = ids;
  return {
    type,
    requestFrom,
    department,
    businessUnit,
    template: ids.template,
    trigger,
    appId,
    integrations,
    coupled,
  };
}

function envelopeFacts({ envelope }: NewEvent, registered: RegisteredEnvelope | null): EnvelopeFacts | null {
  if (envelope === null || registered === null) return envelope;
  return {
    id: envelope.id,
    externalId: envelope.externalId ?? registered.externalId,
    title: envelope.title ?? registered.title,
  };
}

/** The facts with the names that people read: the event's own words, or the present names of what it inherited. */
function shown(own: RoutingFacts, ids: EnvelopeRouting, directory: Directory): RoutingFacts {
  const nameOf = (id: string | null) => (id === null ? null : (directory.byId(id)?.name ?? null));
  return {
    requestFrom:
      own.requestFrom.length > 0
        ? own.requestFrom
        : ids.requestFrom.map(nameOf).filter((name): name is string => name !== null),
    department: own.department ?? nameOf(ids.department),
    businessUnit: own.businessUnit ?? nameOf(ids.businessUnit),
    company: ids.company,
    template: own.template ?? nameOf(ids.template),
    trigger: ids.trigger,
    appId: ids.appId,
  };
}
