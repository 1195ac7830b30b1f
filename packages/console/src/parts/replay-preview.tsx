// What a replay would send again: how many, from when to when, the newest of them, and what receivers get twice.
import { Alert, Paper, Stack, Text, Title } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { previewOptions, type Selection } from '../api/replays.ts';
import type { ReplayPreview as Preview } from '../api/types.ts';
import { usePlace } from '../place.ts';
import { Loaded } from '../ui/loaded.tsx';
import { Time } from '../ui/time.tsx';
import { DeliveriesTable } from './deliveries-table.tsx';
import { useCountWords } from './status-tabs.tsx';

/** There is little room, and what became of them was chosen. */
const hidden = { actions: true, next: true, attempts: true, outcome: true, created: true } as const;

interface ReplayPreviewProps {
  readonly selection: Selection;
  /** Whether some of them passed before. */
  readonly withPassed: boolean;
}

export function ReplayPreview({ selection, withPassed }: ReplayPreviewProps) {
  const { t } = useTranslation();
  const query = useQuery(previewOptions(usePlace(), selection));
  return (
    <Stack gap="sm" aria-busy={query.isPlaceholderData}>
      <Loaded query={query}>{(preview) => <Found preview={preview} />}</Loaded>
      {withPassed && (
        <Alert color="orange" icon={<IconCopyCheck aria-hidden />} title={t('replays.duplicates')}>
          {t('replays.duplicatesHint')}
        </Alert>
      )}
    </Stack>
  );
}

function Found({ preview: { total, oldestAt, newestAt, samples } }: { readonly preview: Preview }) {
  const { t } = useTranslation();
  const words = useCountWords();
  if (total.count === 0 && !total.isEstimate) return <Text role="status">{t('replays.nothing')}</Text>;
  return (
    <>
      <div role="status">
        <Text fz={26} fw={650}>
          <bdi>{words(total)}</bdi>
        </Text>
        <Text size="sm" c="dimmed" component="div">
          {t('replays.deliveries', { count: total.count })}
          {oldestAt !== null && newestAt !== null && (
            <>
              {' · '}
              {t('replays.oldest')} <Time at={oldestAt} focusable /> · {t('replays.newest')}{' '}
              <Time at={newestAt} focusable />
            </>
          )}
        </Text>
      </div>
      <Paper bg="transparent">
        <Title order={3} fz="sm" mb={6}>
          {t('replays.samples')}
        </Title>
        <DeliveriesTable caption={t('replays.samples')} rows={samples} hidden={hidden} />
      </Paper>
    </>
  );
}
