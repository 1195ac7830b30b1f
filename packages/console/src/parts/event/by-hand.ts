// Sending by hand, loaded with its texts beside the event and not before it.
import { lazy } from 'react';
import { withTexts } from '../../i18n/i18n.ts';

const load = () => withTexts(['tests'], () => import('../resend/index.ts'));

export const ResendMenu = lazy(async () => ({ default: (await load()).ResendMenu }));
export const ByHand = lazy(async () => ({ default: (await load()).ByHand }));
export const Copies = lazy(async () => ({ default: (await load()).Copies }));
export const SentByHand = lazy(async () => ({ default: (await load()).SentByHand }));
