// An invitation: for an address, with a role.
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Granted, invite } from '../../api/members.ts';
import type { Handed } from '../../parts/link-dialog.tsx';
import { useChange } from '../../ui/change.ts';
import { notify } from '../../ui/notify.ts';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';
import { RoleFields } from './role-fields.tsx';

interface InviteDialogProps {
  readonly orgId: string;
  readonly onClose: () => void;
  readonly onHanded: (handed: Handed) => void;
}

export function InviteDialog({ orgId, onClose, onHanded }: InviteDialogProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [granted, setGranted] = useState<Granted>({ role: 'developer', environmentRoles: {} });
  const send = useChange(
    () => invite(orgId, { email: email.trim(), ...granted }),
    [['members', orgId]],
    (invited) => {
      onClose();
      if (invited.link === null) notify(t('members.invited', { email: invited.email }));
      else onHanded({ ...invited, link: invited.link });
    },
  );
  const errors = useFieldErrors(send.error, ['email', 'role']);
  return (
    <FormDialog
      title={t('members.invite')}
      action={t('members.send')}
      size="lg"
      isPending={send.isPending}
      error={Object.keys(errors).length > 0 ? null : send.error}
      onSubmit={() => send.mutate(undefined)}
      onClose={onClose}
    >
      <TextInput
        label={t('members.email')}
        type="email"
        dir="ltr"
        required
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
        error={errors['email']}
        data-autofocus
      />
      <RoleFields orgId={orgId} value={granted} onChange={setGranted} error={errors['role']} />
    </FormDialog>
  );
}
