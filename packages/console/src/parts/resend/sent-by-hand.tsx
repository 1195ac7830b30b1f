// Of an event that is explained: the webhooks that somebody sent it to, whatever was decided.
import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { TextLink } from '../../ui/links.tsx';
import explained from '../event/explained.module.css';
import { ByHand } from './by-hand.tsx';

export function SentByHand({ sent }: { readonly sent: Explanation['byHand'] }) {
  const { t } = useTranslation();
  const place = usePlace();
  return (
    <Stack gap="sm" component="section" aria-label={t('resend.explained')}>
      <Title order={2} fz="lg">
        {t('resend.explained')}
      </Title>
      <ul className={explained['list']}>
        {sent.map(({ webhookId, webhookName, deliveryId, at, by }) => (
          <li key={deliveryId}>
            <TextLink
              to="/$appId/$env/webhooks/$webhookId"
              params={{ ...place, webhookId }}
              fw={600}
              className="break"
            >
              {webhookName}
            </TextLink>
            <ByHand at={at} by={by} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}
