// An event beside the list: what is opened is in the address, Back closes it, and keys lead through the list.
import { ActionIcon, Badge, Drawer, Group, Stack, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadEvent } from '../../api/events.ts';
import type { Delivery } from '../../api/types.ts';
import { EventTabs, useFollowedEvent } from '../../parts/event/event-view.tsx';
import { usePlace } from '../../place.ts';
import { CopyButton } from '../../ui/copy.tsx';
import { useKeys } from '../../ui/keys.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Mono } from '../../ui/mono.tsx';
import type { Opened } from './filter.ts';

interface EventDrawerProps {
  readonly opened: Opened & { readonly event: string };
  readonly rows: readonly Delivery[];
  readonly onShow: (opened: Opened) => void;
  readonly onResend: (delivery: Delivery) => void;
  readonly onClose: () => void;
}

export default function EventDrawer({ opened, rows, onShow, onResend, onClose }: EventDrawerProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const { event: eventId, ...view } = opened;
  const query = useFollowedEvent(eventId);
  const at = rows.findIndex(({ id, eventId: of }) => (view.delivery ? id === view.delivery : of === eventId));
  const row = rows[at];
  useFocusBack(row?.id);
  const step = (by: number) => () => {
    const next = at < 0 ? undefined : rows[at + by];
    if (next) onShow({ event: next.eventId, delivery: next.id });
  };
  const toPage = { to: '/$appId/$env/events/$eventId', params: { ...place, eventId }, search: view } as const;
  useKeys(
    {
      j: step(1),
      ArrowDown: step(1),
      k: step(-1),
      ArrowUp: step(-1),
      o: () => void navigate(toPage),
      r: row && (() => onResend(row)),
    },
    { inDialog: true },
  );
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="min(880px, 100%)"
      title={query.data?.type ?? t('delivery.column.event')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
      returnFocus={false}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="md">
        <Group justify="space-between" gap="xs">
          <Group gap={4}>
            <Step label={t('history.previous')} isLast={at <= 0} onClick={step(-1)} icon={IconChevronUp} />
            <Step
              label={t('history.next')}
              isLast={at < 0 || at === rows.length - 1}
              onClick={step(1)}
              icon={IconChevronDown}
            />
          </Group>
          <Group gap="xs">
            <CopyButton value={() => window.location.href} label={t('event.copyLink')} />
            <ButtonLink {...toPage} size="xs" variant="default">
              {t('history.openPage')}
            </ButtonLink>
          </Group>
        </Group>
        <Loaded query={query} lines={10}>
          {(event) => (
            <>
              <Head event={event} />
              <EventTabs event={event} view={view} onView={(next) => onShow({ ...next, event: eventId })} />
            </>
          )}
        </Loaded>
      </Stack>
    </Drawer>
  );
}

function Head({ event: { id, severity } }: { readonly event: ReadEvent }) {
  const { t } = useTranslation();
  return (
    <Group gap="sm">
      <Mono copyLabel={t('common.copyId')}>{id}</Mono>
      <Badge variant="default" tt="none">
        {t(`event.severity.${severity}`)}
      </Badge>
    </Group>
  );
}

interface StepProps {
  readonly label: string;
  readonly isLast: boolean;
  readonly onClick: () => void;
  readonly icon: typeof IconChevronUp;
}

function Step({ label, isLast, onClick, icon: Icon }: StepProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size="lg" aria-label={label} disabled={isLast} onClick={onClick}>
        <Icon size={18} />
      </ActionIcon>
    </Tooltip>
  );
}

/** Whoever closes it goes on at the row that was shown last. */
function useFocusBack(deliveryId: string | undefined): void {
  const last = useRef(deliveryId);
  if (deliveryId !== undefined) last.current = deliveryId;
  useEffect(
    () => () => {
      const row = `[data-row="${CSS.escape(last.current ?? '')}"] a`;
      // After the dialog has let go of the focus.
      setTimeout(() => document.querySelector<HTMLElement>(row)?.focus(), 0);
    },
    [],
  );
}
