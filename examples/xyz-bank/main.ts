// The demo, `npm run demo`: starts the real server, sets up a bank by its API, tells it a working day of signing, shows what
// goes where, and checks that everything arrived. With --once it is a test: it leaves nothing behind and exits 0 or 1.
import { randomBytes } from 'node:crypto';
import { relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Bank, openBank } from './bank.ts';
import { checkDay, checkEvents, checkLog, checkReceipts, type LoggedDelivery, readLog } from './check.ts';
import { type Home, moveIn, readRootKey } from './home.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { openReceiver, type Receiver } from './receivers.ts';
import { counts, type Day, invitation } from './report.ts';
import { resendOne } from './resend.ts';
import { readSamples } from './samples.ts';
import { createScreen, type Screen } from './screen.ts';
import { type RunningServer, startServer } from './server.ts';
import { tellStory } from './story.ts';
import { type Concern, systems } from './systems.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const samplesFolder = fileURLToPath(new URL('../../../shared/samples/documenso', import.meta.url));
const deadlineMs = 60_000;
/** Long enough to follow the table with the eye. */
const pauseMs = 120;

interface Scene {
  readonly once: boolean;
  /** Everything that was opened, to be closed in reverse. */
  readonly closing: AsyncDisposableStack;
  readonly ledger: Ledger;
  readonly screen: Screen;
}

/** What is up and running. */
interface Stage {
  readonly home: Home;
  readonly server: RunningServer;
  readonly receivers: readonly Receiver[];
}

/** The visitor pressed Ctrl-C. */
class Interrupted extends Error {}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { once: { type: 'boolean', default: false } } });
  const ledger = createLedger(systems);
  const screen = createScreen({ output: process.stdout, ledger, systems, env: process.env });
  await using closing = new AsyncDisposableStack();
  closing.defer(() => screen.close());
  try {
    return await Promise.race([perform({ once: values.once, closing, ledger, screen }), interruption()]);
  } catch (error) {
    screen.finish();
    if (error instanceof Interrupted) {
      screen.say('\nStopping the server and the receivers.');
      return values.once ? 130 : 0;
    }
    screen.say(`\n${inWords(error)}`);
    return 1;
  }
}

/** The whole demo. Without --once it ends only by an error: the server's end, or Ctrl-C, which comes from outside. */
async function perform(scene: Scene): Promise<number> {
  const { screen, ledger } = scene;
  screen.say('XYZ Bank has documents signed. Signpost tells each of its systems what concerns it.');
  screen.say();
  const stage = await open(scene);
  screen.start();
  const { died } = stage.server;
  const flaws = await Promise.race([spendDay(scene, stage), died, deadline(ledger)]).catch(
    async (error: unknown) => {
      // A request that fails is often the first sign of a server that is just dying, and the lesser news.
      await Promise.race([died, wait(500)]);
      throw error;
    },
  );
  if (scene.once) return flaws.length === 0 ? 0 : 1;
  return died;
}

async function open({ once, closing, ledger, screen }: Scene): Promise<Stage> {
  const home = await moveIn(root, once);
  closing.defer(() => home.leave());
  if (home.takenPort !== null) screen.say(`Port ${home.takenPort} is taken, so the server gets a free one.`);
  const receivers: Receiver[] = [];
  for (const system of systems) {
    const receiver = await openReceiver(system, ledger);
    closing.defer(() => receiver.close());
    receivers.push(receiver);
  }
  const server = await startServer({ ...home, root, closing });
  return { home, server, receivers };
}

/** @returns what was not as expected */
async function spendDay({ once, ledger, screen }: Scene, stage: Stage): Promise<readonly string[]> {
  const { home, server, receivers } = stage;
  const [loans] = receivers;
  if (!loans) throw new Error('There are no receivers.');
  const bank = await openBank(server.url, await readRootKey(home), receivers);
  const run = randomBytes(6).toString('hex');
  const samples = await readSamples(samplesFolder, run);
  const note = (text: string) => screen.note(text);
  const registered = new Map<string, Concern>();
  const tally = await tellStory({
    ...{ bank, ledger, loans, run, samples, note, registered },
    pauseMs: once ? 0 : pauseMs,
  });
  if (ledger.problems().length === 0) {
    screen.note('One delivery is sent again on purpose: its receiver sees the same id.');
    await resendOne(bank, ledger, await readLog(bank, ledger));
  }
  const log = await readLog(bank, ledger);
  const verified = receivers.reduce((sum, receiver) => sum + receiver.verified(), 0);
  const day = { ledger, systems, tally, verified, readyAt: server.readyAt };
  const flaws = await findFlaws(day, bank, log);
  screen.finish();
  conclude(screen, day, flaws);
  if (!once) invite(screen, stage, bank, log);
  return flaws;
}

async function findFlaws(day: Day, bank: Bank, log: readonly LoggedDelivery[]): Promise<readonly string[]> {
  return [
    ...checkReceipts(day.ledger, systems),
    ...checkLog(day.ledger, log, systems),
    ...checkDay(day, log),
    ...(await checkEvents(bank, day)),
  ];
}

function conclude(screen: Screen, day: Day, flaws: readonly string[]): void {
  screen.say();
  for (const line of counts(day)) screen.say(line);
  screen.say();
  if (flaws.length === 0)
    screen.say('Everything arrived exactly as expected, and the log of the API says the same.');
  else screen.say(`Not as expected:\n${flaws.map((flaw) => `  ${flaw}`).join('\n')}`);
}

function invite(
  screen: Screen,
  { home, server }: Stage,
  { path }: Bank,
  log: readonly LoggedDelivery[],
): void {
  const deliveryId = (log.find(({ attempts }) => attempts > 1) ?? log[0])?.id ?? '';
  const rootKeyFile = relative(process.cwd(), home.rootKeyFile);
  screen.say();
  for (const line of invitation({ url: server.url, path, rootKeyFile, deliveryId })) screen.say(line);
  screen.say();
}

function deadline(ledger: Ledger): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => {
      const missing = checkReceipts(ledger, systems).map((flaw) => `\n  ${flaw}`);
      reject(new Error(`The day was not over after ${deadlineMs / 1000} s.${missing.join('')}`));
    }, deadlineMs).unref();
  });
}

function interruption(): Promise<never> {
  return new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.on(signal, () => reject(new Interrupted()));
  });
}

function inWords(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return error.message + cause;
}

process.exitCode = await main().catch((error: unknown) => {
  console.error(inWords(error));
  return 1;
});
