// Contestant "raw": the signed-POST loop. See programs/raw-sender.ts.
import { Child } from '../child.ts';
import type { FromLoader, ToLoader } from '../messages.ts';
import type { Running, Setting } from './contestant.ts';

export async function startRaw({ receiverUrl, belongings, nodeArgs }: Setting): Promise<Running> {
  const program = new URL('./programs/raw-sender.ts', import.meta.url);
  const sender = new Child<ToLoader, FromLoader>({ program, belongings, nodeArgs });
  await sender.next('ready');
  const { pid, stop } = sender;
  return { loader: sender, url: receiverUrl, authorization: null, pid, postmasterPid: null, stop };
}
