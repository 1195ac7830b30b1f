// The Simplified Chinese texts.
import catalogue from './catalogue.ts';
import common from './common.ts';
import errors from './errors.ts';
import events from './events.ts';
import frame from './frame.ts';
import setup from './setup.ts';
import webhooks from './webhooks.ts';

export default { common, catalogue, ...errors, ...frame, ...webhooks, ...events, ...setup };
