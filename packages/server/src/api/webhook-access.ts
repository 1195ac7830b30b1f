// The webhook of a path: read, or refused in the one way; and how every change of one is answered.
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../domain/errors.ts';
import type { Clock } from '../lib/clock.ts';
import { isUuid } from '../lib/ids.ts';
import type { WebhookRecord } from '../store/webhook-record.ts';
import type { WebhookRef, WebhookStore } from '../store/webhooks.ts';
import { showWebhook } from './answers.ts';
import { expectedRevisions, sendEtag } from './preconditions.ts';

interface WebhookRequest extends FastifyRequest {
  readonly params: { readonly id: string };
}

export interface WebhookAccess {
  /** @throws Refusal `not_found` */
  existing(request: FastifyRequest): Promise<WebhookRecord>;
  /** Makes one change of the webhook of the path, tells every node, and answers what it is now. */
  change(
    request: FastifyRequest,
    reply: FastifyReply,
    apply: (webhook: WebhookRef, present: WebhookRecord) => Promise<WebhookRecord | null>,
  ): Promise<ReturnType<typeof showWebhook>>;
  /**
   * The same for a change that was made out of what the webhook is: where somebody else's came in between, it is made again,
   * so that neither undoes the other. With If-Match it is refused instead.
   */
  changeAsRead: WebhookAccess['change'];
  show(request: FastifyRequest, reply: FastifyReply, webhook: WebhookRecord): ReturnType<typeof showWebhook>;
}

export interface WebhookAccessOptions {
  readonly webhooks: Pick<WebhookStore, 'find'>;
  readonly clock: Clock;
  readonly changed: (environmentId: number) => void;
}

const triesMax = 10;
const isOvertaken = (error: unknown) => error instanceof Refusal && error.code === 'precondition_failed';

const found = (webhook: WebhookRecord | null): WebhookRecord => {
  if (!webhook) throw new Refusal('not_found', { what: 'webhook', path: 'id' });
  return webhook;
};

export function createWebhookAccess({ webhooks, clock, changed }: WebhookAccessOptions): WebhookAccess {
  const existing = async (request: FastifyRequest) => {
    const { id } = (request as WebhookRequest).params;
    return found(isUuid(id) ? await webhooks.find(request.tenant.environmentId, id) : null);
  };
  const show = (request: FastifyRequest, reply: FastifyReply, webhook: WebhookRecord) => {
    sendEtag(reply, webhook);
    return showWebhook(webhook, request.tenant.directory, clock.now());
  };
  return {
    existing,
    show,
    async change(request, reply, apply) {
      const present = await existing(request);
      const { environmentId } = request.tenant;
      const webhook = { environmentId, id: present.id, expected: expectedRevisions(request) };
      const after = found(await apply(webhook, present));
      changed(environmentId);
      return show(request, reply, after);
    },
    async changeAsRead(request, reply, apply) {
      for (let tries = 1; ; tries++) {
        try {
          return await this.change(request, reply, (webhook, present) =>
            apply({ ...webhook, expected: webhook.expected ?? [present.revision] }, present),
          );
        } catch (error) {
          if (!isOvertaken(error) || expectedRevisions(request) !== null || tries === triesMax) throw error;
        }
      }
    },
  };
}
