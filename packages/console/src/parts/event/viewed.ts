// What of an event is shown: the caller keeps it, in the address.
import type { eventTabs } from '../../routes.ts';

export interface EventView {
  readonly tab?: (typeof eventTabs)[number] | undefined;
  readonly delivery?: string | undefined;
  readonly attempt?: string | undefined;
}

export interface Viewed {
  readonly view: EventView;
  readonly onView: (view: EventView) => void;
}
