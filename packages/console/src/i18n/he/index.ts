// The Hebrew texts.
import common from './common.ts';
import errors from './errors.ts';
import events from './events.ts';
import frame from './frame.ts';
import webhooks from './webhooks.ts';

export default { common, ...errors, ...frame, ...webhooks, ...events };
