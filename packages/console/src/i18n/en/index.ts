// The English texts. The other languages have the same keys (held by a test).
import catalogue from './catalogue.ts';
import common from './common.ts';
import events from './events.ts';
import frame from './frame.ts';
import setup from './setup.ts';
import webhooks from './webhooks.ts';

export default { common, catalogue, ...frame, ...webhooks, ...events, ...setup };
