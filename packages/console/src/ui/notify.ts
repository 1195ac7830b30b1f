// News about what was just done, for eyes and ears.
import { announce } from './announce.tsx';
import { showToast, type ToastAction } from './toasts.tsx';

/** @param action takes it back, for example; offered as long as the news are shown */
export function notify(message: string, action?: ToastAction): void {
  showToast({ tone: 'good', title: message, ...(action && { action }) });
  announce(message);
}
