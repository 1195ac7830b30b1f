// Test inboxes where webhooks are: which one a URL belongs to, and getting one to send to.
import { useQuery } from '@tanstack/react-query';
import { createInbox, hasInboxes, inboxesOptions } from '../api/inboxes.ts';
import type { Inbox } from '../api/types.ts';
import { usePlace } from '../place.ts';
import { useChange } from '../ui/change.ts';

/** Whether it is worth asking: all other URLs belong to receivers. */
const looksLikeInbox = (url: string) => /\/inbox\/[A-Za-z0-9]{32}$/.test(url);

/** null: the URL belongs to none of this environment, or that is not known yet. */
export function useInboxOf(url: string): Inbox | null {
  const place = usePlace();
  const { data } = useQuery({
    ...inboxesOptions(place),
    enabled: hasInboxes(place) && looksLikeInbox(url),
  });
  return data?.data.find((inbox) => inbox.url === url) ?? null;
}

/** Makes one; what is done with it then is `onMade`. */
export function useNewInbox(onMade: (inbox: Inbox) => void) {
  const place = usePlace();
  return useChange(() => createInbox(place, {}), [['inboxes', place]], onMade);
}
