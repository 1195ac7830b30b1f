// What can be done about an identity provider: try it, change it, take it away.
import { Menu } from '@mantine/core';
import { IconEdit, IconPlugConnected, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deleteProvider, testProvider } from '../../api/identity-providers.ts';
import type { IdentityProvider } from '../../api/types.ts';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { notify } from '../../ui/notify.ts';
import { useNotifyProblem } from '../../ui/notify-problem.ts';
import { RowMenu } from '../../ui/row-menu.tsx';
import { showToast } from '../../ui/toasts.tsx';
import { ProviderDialog } from './provider-dialog.tsx';

interface ProviderMenuProps {
  readonly orgId: string | null;
  readonly provider: IdentityProvider;
}

export function ProviderMenu({ orgId, provider }: ProviderMenuProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<'edit' | 'delete' | null>(null);
  const close = () => setAsked(null);
  const test = useTest(orgId, provider);
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <>
      <RowMenu label={t('signOn.actionsFor', { name: provider.name })} isPending={test.isPending} width={220}>
        <Menu.Item leftSection={<IconPlugConnected {...icon} />} onClick={() => test.mutate()}>
          {t('signOn.test')}
        </Menu.Item>
        <Menu.Item leftSection={<IconEdit {...icon} />} onClick={() => setAsked('edit')}>
          {t('common.edit')}…
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconTrash {...icon} />}
          onClick={() => setAsked('delete')}
        >
          {t('common.delete')}…
        </Menu.Item>
      </RowMenu>
      {asked === 'edit' && <ProviderDialog orgId={orgId} present={provider} onClose={close} />}
      {asked === 'delete' && <Delete orgId={orgId} provider={provider} onClose={close} />}
    </>
  );
}

function useTest(orgId: string | null, { id, name }: IdentityProvider) {
  const { t } = useTranslation();
  return useMutation({
    mutationFn: () => testProvider(orgId, id),
    onSuccess: ({ reachable, problem }) => {
      if (reachable) notify(t('signOn.reachable', { name }));
      else showToast({ tone: 'bad', title: t('signOn.unreachable', { name }), text: problem ?? '' });
    },
    onError: useNotifyProblem(),
  });
}

interface DeleteProps extends ProviderMenuProps {
  readonly onClose: () => void;
}

function Delete({ orgId, provider: { id, name }, onClose }: DeleteProps) {
  const { t } = useTranslation();
  const remove = useChange(
    () => deleteProvider(orgId, id),
    [['identity-providers', orgId]],
    () => {
      notify(t('signOn.deleted', { name }));
      onClose();
    },
  );
  return (
    <Confirm
      title={t('signOn.deleteTitle', { name })}
      action={t('common.delete')}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate(undefined)}
      onClose={onClose}
    >
      {t('signOn.deleteHint')}
    </Confirm>
  );
}
