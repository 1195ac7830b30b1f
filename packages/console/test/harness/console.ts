// A server, a receiver and a watched browser page signed in with the root key: what most browser tests begin with.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { type Receiver, startReceiver } from '../../../server/test/harness/receiver.ts';
import {
  rootKey,
  startSignpost,
  type TestOptions,
  type TestSignpost,
} from '../../../server/test/harness/signpost.ts';
import { openPage, signIn, type Watched } from './browser.ts';

export interface TestConsole {
  readonly signpost: TestSignpost;
  readonly receiver: Receiver;
  readonly watched: Watched;
}

/** Started before the tests of the file and stopped after them; what it answers is good from then on. */
export function startConsole(browser: Browser | null, options: TestOptions = {}): TestConsole {
  const parts: { signpost?: TestSignpost; receiver?: Receiver; watched?: Watched } = {};
  beforeAll(async () => {
    parts.receiver = await startReceiver();
    parts.signpost = await startSignpost(options);
    if (browser === null) return;
    parts.watched = await openPage(browser, parts.signpost.app.url);
    await signIn(parts.watched, rootKey);
  });
  afterAll(async () => {
    await browser?.close();
    await parts.signpost?.stop();
    await parts.receiver?.stop();
  });
  return parts as TestConsole;
}
