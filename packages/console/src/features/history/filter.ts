// The address of the history as a question to the API, and back into words.
import type { DeliveryFilter } from '../../api/events.ts';
import type { ShownState } from '../../parts/delivery-states.ts';
import type { EventView } from '../../parts/event/viewed.ts';
import {
  type errorKinds,
  httpClasses,
  isHttpCode,
  type ranges,
  type severities,
  type triggers,
} from '../../routes.ts';

export interface HistorySearch {
  readonly status?: ShownState | undefined;
  readonly q?: string | undefined;
  readonly webhook?: string | undefined;
  readonly type?: string | undefined;
  readonly envelope?: string | undefined;
  readonly severity?: (typeof severities)[number] | undefined;
  readonly result?: (typeof httpClasses)[number] | (typeof errorKinds)[number] | `${number}` | undefined;
  readonly attempts?: string | undefined;
  readonly department?: string | undefined;
  readonly requestFrom?: string | undefined;
  readonly trigger?: (typeof triggers)[number] | undefined;
  readonly replay?: string | undefined;
  readonly range?: (typeof ranges)[number] | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
}

/** What is chosen, and how another choice is told. */
export interface FiltersProps {
  readonly search: HistorySearch;
  readonly onChange: (search: HistorySearch) => void;
}

/** What is opened beside the list: an event, and what of it is shown. */
export interface Opened extends EventView {
  readonly event?: string | undefined;
}

/** What is looked for in contents, beside ids: `body.signer.email=maya@example.com`. */
const bodySearch = /^body\.([^=]+=.+)$/;

/** All but the state: that is what counts are told for. @param from of the range, if one is chosen */
export function filterOf(search: HistorySearch, from: string | undefined): DeliveryFilter {
  const { q, webhook, type, envelope, severity, result, attempts, replay, to } = search;
  const { department, requestFrom, trigger } = search;
  const [, body] = bodySearch.exec(q ?? '') ?? [];
  const isAnswer = httpClasses.some((known) => known === result) || isHttpCode(result ?? '');
  return {
    q: body === undefined ? q : undefined,
    body,
    webhookId: webhook,
    type,
    envelopeId: envelope,
    severity,
    httpStatus: isAnswer ? result : undefined,
    error: isAnswer ? undefined : result,
    minAttempts: attempts === undefined ? undefined : Number(attempts),
    department,
    requestFrom,
    trigger,
    replayId: replay,
    from,
    to,
  };
}
