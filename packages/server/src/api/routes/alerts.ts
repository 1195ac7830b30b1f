// The inbox of alerts: what is wrong with webhooks, and what people do about it.
import { Type } from 'typebox';
import { adviceFor, problemOf } from '../../domain/alert-words.ts';
import { Refusal } from '../../domain/errors.ts';
import { limit } from '../../domain/limits.ts';
import { invalid, refuse } from '../../domain/problems.ts';
import { isUuid } from '../../lib/ids.ts';
import type { AlertAction, AlertRecord } from '../../store/alerts.ts';
import { pageRequest, showPage } from '../answers.ts';
import type { Routes } from '../route.ts';
import * as schemas from '../schemas/index.ts';

const base = '/applications/:appId/envs/:env/alerts';
const params = Type.Object({ appId: Type.String(), env: Type.String() });
const idParams = Type.Object({ appId: Type.String(), env: Type.String(), id: Type.String() });
const errors = { '4xx': schemas.ErrorAnswer };
const tags = ['alerts'];
const write = { access: 'webhooks:write', feature: 'webhooks' } as const;
const read = { access: 'webhooks:read', feature: 'webhooks' } as const;

const actions = [
  ['acknowledge', 'Acknowledge an alert', 'Says that somebody sees to it.'],
  ['unmute', 'Unmute an alert', 'Mails are sent again.'],
  [
    'resolve',
    'Resolve an alert',
    'It is opened again when the webhook is about to be disabled, and raised again when it fails anew. One that is resolved already stays as it is.',
  ],
] as const;

export const alertRoutes: Routes = (app, { alerts, clock }) => {
  const existing = async (environmentId: number, id: string) => {
    const alert = isUuid(id) ? await alerts.find(environmentId, id) : null;
    if (alert === null) throw new Refusal('not_found', { what: 'alert', path: 'id' });
    return alert;
  };
  const act = async (environmentId: number, id: string, action: AlertAction) => {
    await existing(environmentId, id);
    const changed = await alerts.act(environmentId, id, action, new Date(clock.now()));
    if (changed === 'resolved') throw new Refusal('alert_resolved');
    return show(changed ?? (await existing(environmentId, id)));
  };

  app.get(
    base,
    {
      config: read,
      schema: {
        tags,
        summary: 'List alerts',
        description: 'One for each problem of a webhook, not for each delivery.',
        params,
        querystring: schemas.AlertQuery,
        response: { 200: schemas.pageOf(schemas.Alert), ...errors },
      },
    },
    async (request) => {
      const { limit: size, cursor, ...filter } = request.query;
      const paging = { ...(size && { limit: size }), ...(cursor !== undefined && { cursor }) };
      const { environmentId } = request.tenant;
      return showPage(
        'alerts',
        await alerts.list(environmentId, filter, pageRequest('alerts', paging)),
        show,
      );
    },
  );
  app.get(
    `${base}/counts`,
    {
      config: read,
      schema: {
        tags,
        summary: 'Count the alerts that are not resolved',
        params,
        response: { 200: schemas.AlertCounts, ...errors },
      },
    },
    (request) => alerts.counts(request.tenant.environmentId),
  );
  app.get(
    `${base}/:id`,
    {
      config: read,
      schema: {
        tags,
        summary: 'Read an alert with all it went through',
        params: idParams,
        response: { 200: schemas.AlertDetail, ...errors },
      },
    },
    async (request) => show(await existing(request.tenant.environmentId, request.params.id)) as never,
  );
  for (const [kind, summary, description] of actions) {
    app.post(
      `${base}/:id/${kind}`,
      {
        config: write,
        schema: {
          tags,
          summary,
          description,
          params: idParams,
          response: { 200: schemas.AlertDetail, ...errors },
        },
      },
      async (request) => (await act(request.tenant.environmentId, request.params.id, { kind })) as never,
    );
  }
  app.post(
    `${base}/:id/mute`,
    {
      config: write,
      schema: {
        tags,
        summary: 'Mute an alert',
        description:
          'Until then nobody is mailed about this problem of the webhook, also if it goes and comes back; people are reminded when the time is over. Events tell of it all the same.',
        params: idParams,
        body: schemas.MuteBody,
        response: { 200: schemas.AlertDetail, ...errors },
      },
    },
    async (request) => {
      const { environmentId } = request.tenant;
      await existing(environmentId, request.params.id);
      const until = new Date(request.body.until);
      const seconds = (until.getTime() - clock.now()) / 1000;
      const max = limit('alert_mute_seconds_max');
      if (!(seconds > 0 && seconds <= max)) {
        throw refuse([invalid('until', `must be in the next ${max / 86_400} days`)]);
      }
      return (await act(environmentId, request.params.id, { kind: 'mute', until })) as never;
    },
  );
};

function show<A extends AlertRecord>({ since, ...alert }: A) {
  const isOver = alert.stage === 'recovered';
  return {
    ...alert,
    failingSince: since,
    severity: alert.stage === 'failing' || isOver ? 'warning' : 'error',
    problem: problemOf(alert),
    advice: isOver ? 'Nothing has to be done.' : adviceFor(alert.lastFailure),
  };
}
