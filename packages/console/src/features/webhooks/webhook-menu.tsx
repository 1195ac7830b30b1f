// Everything that can be done with a webhook, behind one button: in its row, and on its own page.
import { Menu, Text } from '@mantine/core';
import {
  IconBraces,
  IconCopy,
  IconCopyPlus,
  IconEdit,
  IconEye,
  IconHash,
  IconKey,
  IconLockOpen,
  IconPlayerPause,
  IconPlayerPlay,
  IconSend,
  IconTrash,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Webhook } from '../../api/types.ts';
import { webhookDefaultsOptions } from '../../api/webhook-defaults.ts';
import { enableWebhook } from '../../api/webhooks.ts';
import { copyText } from '../../lib/copy-text.ts';
import { useMay, usePlace } from '../../place.ts';
import { useInEnvironment } from '../../ui/in-environment.ts';
import { notify } from '../../ui/notify.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { RowMenu } from '../../ui/row-menu.tsx';
import { useWebhookChange } from './use-changes.ts';

const DeleteDialog = lazy(() => import('./delete-dialog.tsx'));
const DisableDialog = lazy(() => import('./disable-dialog.tsx'));
const RotateDialog = lazy(() => import('./rotate-dialog.tsx'));
const DuplicateDialog = lazy(() => import('./duplicate-dialog.tsx'));

type Opened = 'disable' | 'disableAndEdit' | 'delete' | 'rotate' | 'duplicate' | null;

interface WebhookMenuProps {
  readonly webhook: Webhook;
  /** On the webhook's own page: what leads there is left out, and after deletion one goes back to the list. */
  readonly onOwnPage?: boolean;
}

export function WebhookMenu({ webhook, onOwnPage = false }: WebhookMenuProps) {
  const { t } = useTranslation();
  const place = usePlace();
  const navigate = useNavigate();
  const mayWrite = useMay()('webhooks:write');
  const [opened, setOpened] = useState<Opened>(null);
  const close = () => setOpened(null);
  const enable = useEnable(webhook);
  const inEnvironment = useInEnvironment();
  const isLocked = useIsLocked(webhook, mayWrite);
  const copy = async (text: string) =>
    notify(t((await copyText(text)) ? 'common.copied' : 'common.copyFailed'));
  const params = { ...place, webhookId: webhook.id };
  const toEdit = () => void navigate({ to: '/$appId/$env/webhooks/$webhookId/edit', params });
  const item = { size: 16, 'aria-hidden': true } as const;
  return (
    <>
      <RowMenu label={t('webhooks.actionsFor', { name: webhook.name })} width={270}>
        {!onOwnPage && (
          <Menu.Item
            leftSection={<IconEye {...item} />}
            onClick={() => void navigate({ to: '/$appId/$env/webhooks/$webhookId', params })}
          >
            {t('webhooks.action.view')}
          </Menu.Item>
        )}
        {mayWrite && !onOwnPage && (
          <>
            <Menu.Item
              leftSection={<IconSend {...item} className="mirrored" />}
              onClick={() =>
                void navigate({
                  to: '/$appId/$env/webhooks/$webhookId',
                  params,
                  search: { tab: 'test' },
                })
              }
            >
              {t('webhooks.action.test')}
            </Menu.Item>
            <LockableItem
              icon={IconEdit}
              label={t('common.edit')}
              reason={isLocked ? t('webhooks.locked.title') : null}
              onClick={toEdit}
            />
          </>
        )}
        {isLocked && (
          <Menu.Item leftSection={<IconLockOpen {...item} />} onClick={() => setOpened('disableAndEdit')}>
            {inEnvironment(t('webhooks.locked.disable'))}…
          </Menu.Item>
        )}
        {mayWrite && (
          <>
            {webhook.status === 'enabled' ? (
              <Menu.Item leftSection={<IconPlayerPause {...item} />} onClick={() => setOpened('disable')}>
                {inEnvironment(t('webhooks.action.disable'))}…
              </Menu.Item>
            ) : (
              <Menu.Item leftSection={<IconPlayerPlay {...item} />} onClick={() => enable.mutate(undefined)}>
                {inEnvironment(t('webhooks.action.enable'))}
              </Menu.Item>
            )}
            <Menu.Item leftSection={<IconKey {...item} />} onClick={() => setOpened('rotate')}>
              {inEnvironment(t('webhooks.action.rotate'))}…
            </Menu.Item>
            <Menu.Item leftSection={<IconCopyPlus {...item} />} onClick={() => setOpened('duplicate')}>
              {t('webhooks.action.duplicate')}…
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item leftSection={<IconHash {...item} />} onClick={() => void copy(webhook.id)}>
          {t('common.copyId')}
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy {...item} />} onClick={() => void copy(webhook.url)}>
          {t('common.copyUrl')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconBraces {...item} />}
          onClick={() => void copy(JSON.stringify(webhook, null, 2))}
        >
          {t('webhooks.action.copyJson')}
        </Menu.Item>
        {mayWrite && (
          <>
            <Menu.Divider />
            <LockableItem
              icon={IconTrash}
              isDanger
              label={`${inEnvironment(t('common.delete'))}…`}
              reason={isLocked ? t('webhooks.locked.delete') : null}
              onClick={() => setOpened('delete')}
            />
          </>
        )}
      </RowMenu>
      <Suspense fallback={null}>
        {opened === 'disable' && <DisableDialog webhook={webhook} onClose={close} />}
        {opened === 'disableAndEdit' && <DisableDialog webhook={webhook} onClose={close} onDone={toEdit} />}
        {opened === 'rotate' && <RotateDialog webhook={webhook} onClose={close} />}
        {opened === 'duplicate' && <DuplicateDialog webhook={webhook} onClose={close} />}
        {opened === 'delete' && (
          <DeleteDialog
            webhook={webhook}
            onClose={close}
            {...(onOwnPage && {
              onDone: () => void navigate({ to: '/$appId/$env/webhooks', params: place }),
            })}
          />
        )}
      </Suspense>
    </>
  );
}

/** In some organizations a webhook is changed and deleted only while it is disabled. */
function useIsLocked({ status }: Webhook, mayWrite: boolean): boolean {
  const place = usePlace();
  const { data } = useQuery({ ...webhookDefaultsOptions(place), enabled: mayWrite && status === 'enabled' });
  return status === 'enabled' && data?.policies.changeOnlyWhileDisabled === true;
}

interface LockableItemProps {
  readonly icon: typeof IconEdit;
  readonly label: string;
  readonly isDanger?: boolean;
  /** Why it cannot be done now; null: it can. */
  readonly reason: string | null;
  readonly onClick: () => void;
}

/** What cannot be done now stays where it is, and says why, also to who comes by keyboard. */
function LockableItem({ icon: Icon, label, isDanger = false, reason, onClick }: LockableItemProps) {
  const leftSection = <Icon size={16} aria-hidden />;
  if (reason === null) {
    return (
      <Menu.Item
        leftSection={leftSection}
        onClick={onClick}
        {...(isDanger && { c: 'var(--mantine-color-error)' })}
      >
        {label}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item leftSection={leftSection} aria-disabled closeMenuOnClick={false} c="dimmed">
      {label}
      <Text size="xs" component="div">
        {reason}
      </Text>
    </Menu.Item>
  );
}

export function useEnable(webhook: Webhook) {
  const { t } = useTranslation();
  const place = usePlace();
  const notifyProblem = useNotifyProblem();
  return useWebhookChange(
    () => enableWebhook(place, webhook.id),
    () => notify(t('webhooks.enabled', { name: webhook.name })),
    notifyProblem,
  );
}
