// What can be done with an inbox: rename, empty, delete.
import { Menu, TextInput } from '@mantine/core';
import { IconEdit, IconEraser, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeInbox, deleteInbox, emptyInbox } from '../../api/inboxes.ts';
import type { Inbox } from '../../api/types.ts';
import { usePlace } from '../../place.ts';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { notify } from '../../ui/notify.ts';
import { RowMenu } from '../../ui/row-menu.tsx';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';

interface InboxMenuProps {
  readonly inbox: Inbox;
  readonly onDeleted?: () => void;
}

export function InboxMenu({ inbox, onDeleted }: InboxMenuProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<'rename' | 'empty' | 'delete' | null>(null);
  const close = () => setOpened(null);
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <>
      <RowMenu label={t('webhooks.actionsFor', { name: inbox.name })}>
        <Menu.Item leftSection={<IconEdit {...icon} />} onClick={() => setOpened('rename')}>
          {t('inboxes.rename')}…
        </Menu.Item>
        <Menu.Item leftSection={<IconEraser {...icon} />} onClick={() => setOpened('empty')}>
          {t('inboxes.empty')}…
        </Menu.Item>
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconTrash {...icon} />}
          onClick={() => setOpened('delete')}
        >
          {t('common.delete')}…
        </Menu.Item>
      </RowMenu>
      {opened === 'rename' && <Rename inbox={inbox} onClose={close} />}
      {opened === 'empty' && <Empty inbox={inbox} onClose={close} />}
      {opened === 'delete' && (
        <Remove inbox={inbox} onClose={close} {...(onDeleted && { onDone: onDeleted })} />
      )}
    </>
  );
}

interface OneInbox {
  readonly inbox: Inbox;
  readonly onClose: () => void;
}

function Rename({ inbox, onClose }: OneInbox) {
  const { t } = useTranslation();
  const place = usePlace();
  const [name, setName] = useState(inbox.name);
  const change = useChange(
    () => changeInbox(place, inbox.id, { name: name.trim() }),
    [['inboxes', place]],
    () => {
      notify(t('common.saved'));
      onClose();
    },
  );
  const errors = useFieldErrors(change.error, ['name']);
  return (
    <FormDialog
      title={t('inboxes.renameTitle', { name: inbox.name })}
      action={t('common.save')}
      isPending={change.isPending}
      error={Object.keys(errors).length > 0 ? null : change.error}
      onSubmit={() => change.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={t('common.name')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        required
        maxLength={200}
        error={errors['name']}
        data-autofocus
      />
    </FormDialog>
  );
}

function Empty({ inbox, onClose }: OneInbox) {
  const { t } = useTranslation();
  const place = usePlace();
  const empty = useChange(
    () => emptyInbox(place, inbox.id),
    [['inboxes', place]],
    () => {
      notify(t('inboxes.emptied', { name: inbox.name }));
      onClose();
    },
  );
  return (
    <Confirm
      title={t('inboxes.emptyTitle', { name: inbox.name })}
      action={t('inboxes.empty')}
      isPending={empty.isPending}
      error={empty.error}
      onConfirm={() => empty.mutate(undefined)}
      onClose={onClose}
    >
      {t('inboxes.emptyHint')}
    </Confirm>
  );
}

function Remove({ inbox, onClose, onDone }: OneInbox & { readonly onDone?: () => void }) {
  const { t } = useTranslation();
  const place = usePlace();
  const { id, name, webhooks } = inbox;
  const remove = useChange(
    () => deleteInbox(place, id),
    // On its own page it would be read again, and not be found.
    [['inboxes', place]],
    () => {
      notify(t('inboxes.deleted', { name }));
      onClose();
      onDone?.();
    },
  );
  return (
    <Confirm
      title={t('inboxes.deleteTitle', { name })}
      action={t('common.delete')}
      isPending={remove.isPending}
      error={remove.error}
      onConfirm={() => remove.mutate(undefined)}
      onClose={onClose}
    >
      {t('inboxes.deleteHint')}
      {webhooks.length > 0 && ` ${t('inboxes.deleteUsed', { count: webhooks.length })}`}
    </Confirm>
  );
}
