// What administrators do about a member: another role, help with signing in, removal.
import { Menu } from '@mantine/core';
import { IconKey, IconShieldOff, IconUserCog, IconUserMinus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { helpWithPassword, removeMember, resetTwoFactor } from '../../api/members.ts';
import type { Member } from '../../api/types.ts';
import type { Handed } from '../../parts/link-dialog.tsx';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { notify } from '../../ui/notify.ts';
import { RowMenu } from '../../ui/row-menu.tsx';
import { RoleDialog } from './role-dialog.tsx';

interface MemberMenuProps {
  readonly orgId: string;
  readonly member: Member;
  readonly onHanded: (handed: Handed) => void;
}

type Asked = 'role' | 'password' | 'twoFactor' | 'remove';

export function MemberMenu({ orgId, member, onHanded }: MemberMenuProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const icon = { size: 16, 'aria-hidden': true } as const;
  return (
    <>
      <RowMenu label={t('members.actionsFor', { name: member.name })} width={250}>
        <Menu.Item leftSection={<IconUserCog {...icon} />} onClick={() => setAsked('role')}>
          {t('members.changeRole')}…
        </Menu.Item>
        <Menu.Item leftSection={<IconKey {...icon} />} onClick={() => setAsked('password')}>
          {t('members.password.action')}…
        </Menu.Item>
        {member.twoFactor && (
          <Menu.Item leftSection={<IconShieldOff {...icon} />} onClick={() => setAsked('twoFactor')}>
            {t('members.resetTwoFactor.action')}…
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item
          c="var(--mantine-color-error)"
          leftSection={<IconUserMinus {...icon} />}
          onClick={() => setAsked('remove')}
        >
          {t('members.remove.action')}…
        </Menu.Item>
      </RowMenu>
      {asked === 'role' && <RoleDialog orgId={orgId} member={member} onClose={close} />}
      {asked !== null && asked !== 'role' && (
        <Question asked={asked} orgId={orgId} member={member} onHanded={onHanded} onClose={close} />
      )}
    </>
  );
}

interface QuestionProps extends MemberMenuProps {
  readonly asked: Exclude<Asked, 'role'>;
  readonly onClose: () => void;
}

function Question({ asked, orgId, member, onHanded, onClose }: QuestionProps) {
  const { t } = useTranslation();
  const { id, name, email } = member;
  const key = asked === 'twoFactor' ? 'resetTwoFactor' : asked;
  const act = useChange(
    async () => {
      if (asked === 'password') return helpWithPassword(orgId, id);
      await (asked === 'remove' ? removeMember(orgId, id) : resetTwoFactor(orgId, id));
      return null;
    },
    [['members', orgId]],
    (answer) => {
      onClose();
      if (answer?.link != null) onHanded({ email, link: answer.link, mailProblem: answer.mailProblem });
      else notify(t(`members.${key}.done`, { name }));
    },
  );
  return (
    <Confirm
      title={t(`members.${key}.title`, { name })}
      action={t(`members.${key}.action`)}
      isPending={act.isPending}
      error={act.error}
      onConfirm={() => act.mutate(undefined)}
      onClose={onClose}
    >
      {t(`members.${key}.hint`)}
    </Confirm>
  );
}
