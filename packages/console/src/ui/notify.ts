// News about what was just done, for eyes and ears.
import { announce } from './announce.tsx';
import { showToast } from './toasts.tsx';

export function notify(message: string): void {
  showToast({ tone: 'good', title: message });
  announce(message);
}
