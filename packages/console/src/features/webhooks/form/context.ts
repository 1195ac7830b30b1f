// The webhook form, for its sections.
import { createFormContext } from '@mantine/form';
import type { WebhookValues } from '../form-values.ts';

export const [WebhookFormProvider, useWebhookForm, useNewWebhookForm] = createFormContext<WebhookValues>();
