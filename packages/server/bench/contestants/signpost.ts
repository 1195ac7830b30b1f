// Contestant "signpost": the product with one organization, one application, one key and one webhook, all made by its API.
import { createSubject, makeApplication } from '../subject.ts';
import type { Running, Setting } from './contestant.ts';

export async function startSignpost(setting: Setting): Promise<Running> {
  const { receiverUrl, loader } = setting;
  const live = await createSubject(setting).start();
  const { path, authorization } = await makeApplication(live);
  await live.post(`${path}/webhooks`, { name: 'bench', url: receiverUrl });
  const { pid, postmasterPid, stop } = live;
  return { loader, url: `${live.origin}/api/v1${path}/events`, authorization, pid, postmasterPid, stop };
}
