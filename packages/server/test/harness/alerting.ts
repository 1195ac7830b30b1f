// Two Signposts on one database whose time a test holds in its hand, a receiver that fails, and a mail server: all that
// tests of alerts need. Every look is taken by both nodes at the same moment.
import { createTestDatabase } from './database.ts';
import { type MailServer, type ReceivedMail, startMailServer } from './mail-server.ts';
import { createManualClock } from './manual-clock.ts';
import { startReceiver } from './receiver.ts';
import { startSignpost, type Tenant, type TestOptions, type TestSignpost } from './signpost.ts';
import { until } from './until.ts';

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const operator = 'operator@signpost.example';

export type Alerting = Awaited<ReturnType<typeof startAlerting>>;

export async function startAlerting() {
  const clock = createManualClock();
  const [database, mailServer, receiver] = await Promise.all([
    createTestDatabase(),
    startMailServer(),
    startReceiver(),
  ]);
  const config = {
    smtpUrl: mailServer.url,
    alertEmails: [operator],
    publicUrl: 'https://signpost.example/',
  };
  const options = { clock, sqlNow: clock.sqlNow, random: () => 0.5, databaseUrl: database.url };
  const startNode = (other: TestOptions['config'] = {}) =>
    startSignpost({ ...options, config: { ...config, ...other } });
  const nodes: TestSignpost[] = [await startNode(), await startNode()];
  let tenant: Tenant;
  let made = 0;

  async function read(path: string) {
    return (await tenant.call('GET', path)).body;
  }

  return {
    clock,
    mailServer,
    receiver,
    databaseUrl: database.url,
    /** Those that look. The last one is called by tests. */
    nodes,
    startNode,
    get tenant() {
      return tenant;
    },
    async newTenant() {
      tenant = await (nodes.at(-1) as TestSignpost).tenant();
    },
    /** By both nodes at once, to the end of what they have to do. */
    look: () => Promise.all(nodes.map((node) => node.app.look())),
    alerts: async (query = '') => (await read(`/alerts${query}`)).data,
    webhook: (id: string) => read(`/webhooks/${id}`),
    eventsOf: async (type: string) => (await read(`/events?type=${type}`)).data,
    mailsTo: (address: string) => mailsTo(mailServer, address),
    /** A webhook whose receiver answers 500, with an address of its own for its mails. */
    async failing(settings: object = {}, alerts: object = {}) {
      made += 1;
      const own = { path: `/failing-${made}`, email: `team-${made}@xyzbank.example`, name: `Loans ${made}` };
      receiver.answer(own.path, { status: 500, body: '{"error":"maintenance"}' });
      const webhook = await tenant.webhook(receiver.url(`${own.path}?token=hidden`), {
        name: own.name,
        delivery: { retrySchedule: [] },
        alerts: { afterConsecutiveFailures: 3, disableAfter: '5d', emails: [own.email], ...alerts },
        ...settings,
      });
      return { ...webhook, ...own };
    },
    /** Sends events, each attempted and recorded before the next. */
    async send(count: number, event: object = {}) {
      for (let sent = 0; sent < count; sent++) {
        const { id } = await tenant.send(event);
        let looks = 0;
        await until(async () => {
          looks += 1;
          // A node that meets another at a lane looks again after a second, which only passes here when it is made to.
          if (looks % looksPerSecond === 0) clock.advance(1_000);
          return attempted((await read(`/events/${id}`)).deliveries);
        }, 'the attempts of the event');
      }
    },
    /** Until everything that was sent has been attempted. */
    settled: () => until(async () => attempted(await tenant.deliveries()), 'all attempts'),
    async stop() {
      await Promise.all(nodes.map((node) => node.stop()));
      await Promise.all([mailServer.stop(), receiver.stop()]);
      await database.drop();
    },
  };
}

/** Many: the second is needed seldom, and tests reckon with the time that they set. */
const looksPerSecond = 100;

const attempted = (deliveries: readonly { readonly attempts: number }[]) =>
  deliveries.every(({ attempts }) => attempts > 0);

const mailsTo = ({ mails }: MailServer, address: string) => mails.filter(({ to }) => to.includes(address));

/** As people see it: what is no plain text comes encoded. */
export const subjectOf = ({ subject }: ReceivedMail) =>
  subject.replace(/\?= =\?UTF-8\?Q\?/g, '').replace(/=\?UTF-8\?Q\?(.*)\?=/, (_, text: string) =>
    decodeURIComponent(
      text
        .replaceAll('_', ' ')
        .replace(/%/g, '%25')
        .replace(/=([0-9A-F]{2})/g, '%$1'),
    ),
  );
