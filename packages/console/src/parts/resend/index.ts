// What an event's page needs of sending by hand, as one file that is loaded when an event is shown.
export { ByHand } from './by-hand.tsx';
export { Copies } from './copies.tsx';
export { ResendMenu } from './resend-menu.tsx';
export { SentByHand } from './sent-by-hand.tsx';
