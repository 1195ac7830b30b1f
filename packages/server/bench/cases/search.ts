// How soon every filter of the history is answered where history is long: common values and rare ones, alone and together,
// the newest page, one from the middle, the last day, and the counts. A page may end early and say how far it looked: then
// how many such pages lead to something is told too.
import { median } from '../measure.ts';
import { lateType, rareType } from '../varied-history.ts';
import type { CaseDeps, Check, RunCase } from './case.ts';
import { addWebhooks, fill, onStage, prepare, type Stage, warmUp } from './stage.ts';

const answerMsMax = 300;
const webhookCount = 36;
const times = 4;
const pagesMax = 40;
const dayMs = 24 * 3600 * 1000;
/** In the middle of history, which is eight weeks long. */
const middleMs = 28 * dayMs;

interface Directory {
  readonly departments: readonly string[];
  readonly sourceSystems: readonly string[];
}

export const runSearch: RunCase = async (deps) => {
  const { history } = deps.options.sizes;
  let directory: Directory | undefined;
  const stage = await prepare('search', deps, async (live, application) => {
    const names = async (kind: string, count: number) => {
      const ids: string[] = [];
      for (let number = 1; number <= count; number++) {
        const path = `${application.organizationPath}/${kind}`;
        ids.push(String((await live.post(path, { name: `${kind} ${number}` }))['id']));
      }
      return ids;
    };
    directory = {
      departments: await names('departments', 8),
      sourceSystems: await names('source-systems', 5),
    };
    await addWebhooks(live, application, deps.receiverUrl);
    await warmUp('search', live, application, deps);
  });
  const ids: string[] = [];
  await fill('search', stage, deps, async (seeding) => {
    const target = { url: deps.receiverUrl, types: [lateType] };
    ids.push(...(await seeding.webhooks(stage.application, webhookCount, target)));
    const { departments, sourceSystems } = directory as Directory;
    await seeding.variedHistory(stage.application, {
      deliveries: history,
      webhookIds: ids,
      departments,
      sourceSystems,
    });
  });
  return onStage(stage, async ({ origin }) => {
    const answers = await askAll(`${origin}/api/v1`, stage, questions(ids), deps);
    return { stretches: [], checks: checksOf(answers, history), table: tableOf(answers) };
  });
};

/** The query of each; the ids are of webhooks, the one with most deliveries first. */
function questions(webhookIds: readonly string[]): readonly string[] {
  const [most = '', second = ''] = webhookIds;
  const least = webhookIds.at(-1) ?? '';
  const alone = [
    '',
    ...['succeeded', 'failed', 'pending', 'held', 'cancelled'].map((status) => `status=${status}`),
    'retrying=true',
    ...[most, second, least].map((id) => `webhookId=${id}`),
    ...['signer.signed', 'document.archived', rareType, 'no.such.type'].map((type) => `type=${type}`),
    ...['warning', 'error'].map((severity) => `severity=${severity}`),
    ...['2xx', '3xx', '4xx', '5xx', '503', '418', '302', '204', '208'].map(
      (status) => `httpStatus=${status}`,
    ),
    ...['timeout', 'dns', 'tls'].map((error) => `error=${error}`),
    ...[2, 5, 9].map((count) => `minAttempts=${count}`),
    ...['page', 'integration'].map((trigger) => `trigger=${trigger}`),
    ...[1, 8].map((number) => `department=departments ${number}`),
    ...[1, 5].map((number) => `requestFrom=source-systems ${number}`),
    ...['order-1000', 'envelope-777', 'LOAN-70', 'nobody'].map((id) => `q=${id}`),
    'envelopeId=envelope-4242',
    ...['signer.email=signer-500@example.com', 'amount=77', 'case=4000', 'nothing=there'].map(
      (part) => `body=${part}`,
    ),
  ];
  const together = [
    'status=failed&type=document.archived',
    `status=failed&type=${rareType}`,
    `webhookId=${most}&type=${lateType}`,
    `webhookId=${second}&status=failed&error=tls`,
    `webhookId=${least}&severity=error`,
    'severity=error&httpStatus=5xx',
    'severity=warning&minAttempts=5&type=signer.viewed',
    'department=departments 8&status=failed',
    'department=departments 1&requestFrom=source-systems 5',
    'department=departments 1&type=document.archived',
    'requestFrom=source-systems 5&trigger=integration&severity=error',
    'httpStatus=503&minAttempts=5',
    'status=succeeded&minAttempts=5&type=envelope.expired',
    'body=amount=77&department=departments 1',
    'status=failed&body=amount=77',
  ];
  return [...alone, ...together];
}

interface Answer {
  readonly question: string;
  readonly variant: string;
  readonly firstMs: number;
  readonly medianMs: number;
  readonly worstMs: number;
  readonly found: string;
  /** Pages until the first that has something, or the end; 1: the first had. */
  readonly pages: number;
}

async function askAll(
  base: string,
  { application: { path, authorization } }: Stage,
  asked: readonly string[],
  { progress }: CaseDeps,
): Promise<readonly Answer[]> {
  const get = async (query: string): Promise<{ body: Body; ms: number }> => {
    const begun = performance.now();
    const answer = await fetch(`${base}${path}/deliveries${query}`, { headers: { authorization } });
    const text = await answer.text();
    const ms = performance.now() - begun;
    if (!answer.ok) throw new Error(`${query} answered ${answer.status}: ${text.slice(0, 500)}`);
    return { body: JSON.parse(text) as Body, ms };
  };
  const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
  const answers: Answer[] = [];
  for (const question of asked) {
    const query = encoded(question);
    for (const [variant, target] of [
      ['newest', `?${query}`],
      ['middle', `?${query}&to=${ago(middleMs)}`],
      ['day', `?${query}&from=${ago(dayMs)}`],
      ['counts', `/counts?${query}`],
    ] as const) {
      const answer = await ask(get, target);
      answers.push({ question, variant, ...answer });
      progress.live(`search: ${question} ${variant} ${Math.round(answer.medianMs)} ms`);
    }
  }
  return answers;
}

interface Body {
  readonly data?: readonly unknown[];
  readonly nextCursor?: string | null;
  readonly all?: { readonly count: number; readonly isEstimate: boolean };
}

async function ask(get: (query: string) => Promise<{ body: Body; ms: number }>, target: string) {
  const first = await get(target);
  const all = [first.ms];
  for (let again = 1; again < times; again++) all.push((await get(target)).ms);
  let { body } = first;
  let pages = 1;
  while (body.data?.length === 0 && body.nextCursor && pages < pagesMax) {
    const further = await get(`${target}&cursor=${encodeURIComponent(body.nextCursor)}`);
    body = further.body;
    all.push(further.ms);
    pages += 1;
  }
  const { all: count } = body;
  const found = count ? `${count.isEstimate ? 'about ' : ''}${count.count}` : String(body.data?.length ?? 0);
  return {
    firstMs: first.ms,
    medianMs: median(all) ?? 0,
    worstMs: Math.max(...all),
    found,
    pages,
  };
}

const encoded = (query: string): string =>
  query
    .split('&')
    .filter((part) => part !== '')
    .map((part) => part.replace(/=(.*)$/, (_, value: string) => `=${encodeURIComponent(value)}`))
    .join('&');

function checksOf(answers: readonly Answer[], history: number): readonly Check[] {
  const slowest = answers.toSorted((one, other) => other.medianMs - one.medianMs)[0];
  const over = answers.filter(({ worstMs }) => worstMs > answerMsMax).length;
  return [
    {
      case: 'search',
      what: `slowest filter on ${history.toLocaleString('en-US')} deliveries`,
      value: slowest?.medianMs ?? null,
      unit: 'ms',
      bar: { atMost: answerMsMax },
      of: `medians of ${answers.length} questions; it is ${slowest?.question} (${slowest?.variant}); of ${over} the worst answer took longer than ${answerMsMax} ms`,
    },
  ];
}

function tableOf(answers: readonly Answer[]): string {
  const head = `${'filter'.padEnd(64)}${'of'.padEnd(8)}${'first'.padStart(7)}${'p50'.padStart(7)}${'worst'.padStart(7)}  found`;
  const lines = answers.map(({ question, variant, firstMs, medianMs, worstMs, found, pages }) => {
    const ms = [firstMs, medianMs, worstMs].map((one) => one.toFixed(0).padStart(7)).join('');
    const further = pages === 1 ? '' : `, on page ${pages}`;
    return `${question.slice(0, 63).padEnd(64)}${variant.padEnd(8)}${ms}  ${found}${further}`;
  });
  return [head, ...lines].join('\n');
}
