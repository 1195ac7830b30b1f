// Sending chosen deliveries again, or all that the filter finds: what that is, at what pace, and on to its progress.
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { beginResend, previewOptions, type Selection, type Way } from '../../api/replays.ts';
import { ReplayPreview } from '../../parts/replay-preview.tsx';
import { ReplayWay } from '../../parts/replay-way.tsx';
import { usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { Dialog } from '../../ui/dialog.tsx';

interface ResendDialogProps {
  readonly selection: Selection;
  readonly withPassed: boolean;
  readonly onClose: () => void;
}

export default function ResendDialog({ selection, withPassed, onClose }: ResendDialogProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const { data } = useQuery(previewOptions(place, selection));
  const total = data?.total ?? null;
  const begin = useChange(
    (way: Way) => beginResend(place, selection, way),
    [
      ['replays', place],
      ['deliveries', place],
    ],
    ({ id }) => void navigate({ to: '/$appId/$env/replays/$replayId', params: { ...place, replayId: id } }),
  );
  return (
    <Dialog opened onClose={onClose} title={t('history.resendTitle')} size="lg">
      <Stack>
        <ReplayPreview selection={selection} withPassed={withPassed} />
        <ReplayWay
          count={total?.count ?? null}
          disabled={total === null || (total.count === 0 && !total.isEstimate)}
          isPending={begin.isPending}
          error={begin.error}
          onBegin={(way) => begin.mutate(way)}
          onCancel={onClose}
        />
      </Stack>
    </Dialog>
  );
}
