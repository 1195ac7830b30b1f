// What of an event is shown: the caller keeps it, in the address.
import type { eventTabs } from '../../routes.ts';

export interface EventView {
  readonly tab?: (typeof eventTabs)[number] | undefined;
  readonly delivery?: string | undefined;
  readonly attempt?: string | undefined;
  /** Number of the attempt that the chosen one is compared with. */
  readonly compare?: string | undefined;
}

export interface Viewed {
  readonly view: EventView;
  readonly onView: (view: EventView) => void;
}
