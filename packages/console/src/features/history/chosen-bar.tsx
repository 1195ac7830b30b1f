// What can be done with the rows that are chosen, or with all that the filter finds.
import { Anchor, Button, Group, Menu, Paper, Text } from '@mantine/core';
import { IconCopy, IconDownload, IconRefresh, IconX } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeliveryFilter } from '../../api/events.ts';
import { withTexts } from '../../i18n/i18n.ts';
import { useFormat } from '../../i18n/use-format.ts';
import { copyText } from '../../lib/copy-text.ts';
import type { Count } from '../../parts/delivery-states.ts';
import { May } from '../../parts/may.tsx';
import { useCountWords } from '../../parts/status-tabs.tsx';
import { usePlace } from '../../place.ts';
import { download } from '../../ui/code-block.tsx';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { notify } from '../../ui/notify.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import classes from './chosen-bar.module.css';
import { type Exported, type ExportFormat, exportedMax, readMatching, writeDeliveries } from './export.ts';
import type { Grid } from './use-grid.ts';

const ResendDialog = lazy(() => withTexts(['replays'], () => import('./resend-dialog.tsx')));

interface ChosenBarProps {
  readonly grid: Grid;
  /** How many the filter finds; undefined while that is not known. */
  readonly total: Count | undefined;
  /** All that the filter finds now: what comes later is not part of it. */
  readonly freeze: () => DeliveryFilter;
}

const icon = { size: 16, 'aria-hidden': true } as const;

export default function ChosenBar({ grid, total, freeze }: ChosenBarProps) {
  const { t } = useTranslation();
  const inEnvironment = useInEnvironment();
  const [asked, setAsked] = useState(false);
  const { chosen, matching, clear } = grid;
  return (
    <Paper
      withBorder
      shadow="md"
      p="sm"
      className={classes['bar']}
      role="region"
      aria-label={t('history.chosenLabel')}
    >
      <Group gap="sm">
        <HowMany grid={grid} total={total} freeze={freeze} />
        <May access="webhooks:write">
          <Button size="xs" leftSection={<IconRefresh {...icon} />} onClick={() => setAsked(true)}>
            {inEnvironment(t('delivery.resend'))}…
          </Button>
        </May>
        <Take grid={grid} />
        <Button size="xs" variant="subtle" leftSection={<IconX {...icon} />} onClick={clear}>
          {t('history.chooseNone')}
        </Button>
      </Group>
      <Suspense fallback={null}>
        {asked && (
          <ResendDialog
            selection={matching === null ? { ids: chosen.map(({ id }) => id) } : { filter: matching }}
            withPassed={
              matching === null
                ? chosen.some(({ status }) => status === 'succeeded')
                : matching.status === undefined || matching.status === 'succeeded'
            }
            onClose={() => setAsked(false)}
          />
        )}
      </Suspense>
    </Paper>
  );
}

/** "25 chosen · Select all 3,412 that match the filter". */
function HowMany({ grid: { chosen, selection, matching, chooseMatching }, total, freeze }: ChosenBarProps) {
  const { t } = useTranslation();
  const words = useCountWords();
  const more = total !== undefined && selection.all === 'all' && total.count > chosen.length ? total : null;
  const isAll = matching !== null && total !== undefined;
  return (
    <>
      <Text fw={600} size="sm" role="status">
        {isAll
          ? t('history.allMatching', { count: words(total) as never })
          : t('history.chosen', { count: chosen.length })}
      </Text>
      {more !== null && matching === null && (
        <Anchor component="button" type="button" size="sm" onClick={() => chooseMatching(freeze())}>
          {t('history.selectMatching', { count: words(more) as never })}
        </Anchor>
      )}
    </>
  );
}

/** As a file, or as ids. */
function Take({ grid: { chosen, matching } }: { readonly grid: Grid }) {
  const { t } = useTranslation();
  const format = useFormat();
  const place = usePlace();
  const read = async (): Promise<Exported> =>
    matching === null ? { rows: chosen, isWhole: true } : readMatching(place, matching);
  const take = useMutation({
    mutationFn: async (as: ExportFormat | 'ids') => {
      const { rows, isWhole } = await read();
      const max = { count: format.number(exportedMax) as never };
      if (as === 'ids') {
        const done = await copyText(rows.map(({ eventId }) => eventId).join('\n'));
        notify(
          done && !isWhole ? t('history.tooMany', max) : t(done ? 'common.copied' : 'common.copyFailed'),
        );
        return;
      }
      download(`deliveries.${as}`, writeDeliveries(rows, as));
      if (!isWhole) notify(t('history.tooMany', max));
    },
    onError: useNotifyProblem(),
  });
  return (
    <>
      <Menu position="bottom-start">
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload {...icon} />}
            loading={take.isPending}
          >
            {t('history.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => take.mutate('csv')}>CSV</Menu.Item>
          <Menu.Item onClick={() => take.mutate('ndjson')}>NDJSON</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconCopy {...icon} />}
        loading={take.isPending}
        onClick={() => take.mutate('ids')}
      >
        {t('history.copyIds')}
      </Button>
    </>
  );
}
