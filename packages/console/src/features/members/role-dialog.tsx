// Another role for a member.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changeMember, type Granted } from '../../api/members.ts';
import type { Member } from '../../api/types.ts';
import { useChange } from '../../ui/change.ts';
import { notify } from '../../ui/notify.ts';
import { FormDialog, useFieldErrors } from '../../ui/simple-form.tsx';
import { RoleFields } from './role-fields.tsx';

interface RoleDialogProps {
  readonly orgId: string;
  readonly member: Member;
  readonly onClose: () => void;
}

export function RoleDialog({ orgId, member, onClose }: RoleDialogProps) {
  const { t } = useTranslation();
  const { role, environmentRoles } = member;
  const [granted, setGranted] = useState<Granted>({ role, environmentRoles });
  const change = useChange(
    () => changeMember(orgId, member.id, granted),
    [['members', orgId], ['home']],
    () => {
      notify(t('common.saved'));
      onClose();
    },
  );
  const errors = useFieldErrors(change.error, ['role']);
  return (
    <FormDialog
      title={t('members.roleOf', { name: member.name })}
      action={t('common.save')}
      size="lg"
      isPending={change.isPending}
      error={Object.keys(errors).length > 0 ? null : change.error}
      onSubmit={() => change.mutate(undefined)}
      onClose={onClose}
    >
      <RoleFields orgId={orgId} value={granted} onChange={setGranted} error={errors['role']} />
    </FormDialog>
  );
}
