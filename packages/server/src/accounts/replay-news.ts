// Tells the person who began a replay that it is done, by mail. Only of one that took its time: whoever waits for a short one
// sees its page. Nothing hangs on the mail: one that cannot be sent is logged and not tried again.
import type { MemberStore } from '../store/members.ts';
import type { PeopleStore } from '../store/people.ts';
import type { EndedReplay } from '../store/replay-steps.ts';
import { replayLetter } from './letters.ts';
import type { PostOffice } from './post-office.ts';

/** Where a replay ran, as its page's address names it. */
export interface ReplayPlace {
  readonly organizationId: string;
  readonly applicationId: string;
  readonly environment: string;
}

export type TellOfReplay = (replay: EndedReplay, placeOf: () => Promise<ReplayPlace>) => void;

const toldFromMs = 60_000;

export function createReplayNews(deps: {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly members: Pick<MemberStore, 'rolesOf'>;
  readonly post: Pick<PostOffice, 'post'>;
  readonly publicUrl: () => string;
}): TellOfReplay {
  const { people, members, post, publicUrl } = deps;

  /** null: who has left since is told nothing of the organization any more. */
  async function readerOf(id: string, organizationId: string): Promise<string | null> {
    const person = await people.find(id);
    if (person === null || person.disabledAt !== null) return null;
    if (person.superAdmin) return person.email;
    const roles = (await members.rolesOf([id])).get(id) ?? [];
    return roles.some((role) => role.id === organizationId) ? person.email : null;
  }

  return ({ id, name, createdBy, tookMs, sent, leftOut }, placeOf) => {
    const personId = createdBy.kind === 'person' ? createdBy.id : null;
    if (personId === null || tookMs < toldFromMs) return;
    post.post(async () => {
      const { organizationId, applicationId, environment } = await placeOf();
      const to = await readerOf(personId, organizationId);
      const url = `${publicUrl()}/${applicationId}/${environment.toLowerCase()}/replays/${id}`;
      return to === null ? null : replayLetter(to, { name, sent, leftOut, url });
    });
  };
}
