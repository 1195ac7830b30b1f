// What super admins do about a person: what they may, help with signing in, an end to it. Each is asked once more.
import { Menu } from '@mantine/core';
import {
  IconDoorExit,
  IconKey,
  IconLockOpen,
  IconShieldOff,
  IconStar,
  IconUserCheck,
  IconUserOff,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { homeOptions } from '../../api/home.ts';
import { changePerson, helpPerson } from '../../api/people.ts';
import type { Person } from '../../api/types.ts';
import type { Handed } from '../../parts/link-dialog.tsx';
import { useChange } from '../../ui/change.ts';
import { Confirm } from '../../ui/confirm.tsx';
import { notify } from '../../ui/notify.ts';
import { RowMenu } from '../../ui/row-menu.tsx';

interface PersonMenuProps {
  readonly person: Person;
  readonly onHanded: (handed: Handed) => void;
}

type Asked = 'promote' | 'demote' | 'password' | 'twoFactor' | 'unlock' | 'signOut' | 'disable' | 'enable';

const icons = {
  promote: IconStar,
  demote: IconStar,
  password: IconKey,
  twoFactor: IconShieldOff,
  unlock: IconLockOpen,
  signOut: IconDoorExit,
  disable: IconUserOff,
  enable: IconUserCheck,
} as const;

export function PersonMenu({ person, onHanded }: PersonMenuProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data: home } = useQuery(homeOptions());
  const item = (name: Asked, isRed = false) => {
    const Icon = icons[name];
    return (
      <Menu.Item
        key={name}
        {...(isRed && { c: 'var(--mantine-color-error)' })}
        leftSection={<Icon size={16} aria-hidden />}
        onClick={() => setAsked(name)}
      >
        {t(`people.${name}.action`)}…
      </Menu.Item>
    );
  };
  return (
    <>
      <RowMenu label={t('members.actionsFor', { name: person.name })} width={270}>
        {item(person.superAdmin ? 'demote' : 'promote')}
        {item('password')}
        {person.twoFactor && item('twoFactor')}
        {item('unlock')}
        {item('signOut')}
        {/* Nobody shuts the door on themselves by a slip of the hand. */}
        {person.id !== home?.person?.id && (
          <>
            <Menu.Divider />
            {person.status === 'active' ? item('disable', true) : item('enable')}
          </>
        )}
      </RowMenu>
      {asked && <Question asked={asked} person={person} onHanded={onHanded} onClose={() => setAsked(null)} />}
    </>
  );
}

interface QuestionProps extends PersonMenuProps {
  readonly asked: Asked;
  readonly onClose: () => void;
}

async function act({ id }: Person, asked: Asked) {
  switch (asked) {
    case 'promote':
    case 'demote':
      await changePerson(id, { superAdmin: asked === 'promote' });
      return null;
    case 'disable':
    case 'enable':
      await changePerson(id, { disabled: asked === 'disable' });
      return null;
    case 'password':
      return helpPerson(id, 'password-reset');
    case 'twoFactor':
      return helpPerson(id, 'reset-two-factor');
    case 'unlock':
      return helpPerson(id, 'unlock');
    case 'signOut':
      return helpPerson(id, 'end-sessions');
  }
}

function Question({ asked, person, onHanded, onClose }: QuestionProps) {
  const { t } = useTranslation();
  const { name, email } = person;
  const change = useChange(
    () => act(person, asked),
    [['people']],
    (answer) => {
      onClose();
      if (answer?.link != null) onHanded({ email, link: answer.link, mailProblem: answer.mailProblem });
      else notify(t(`people.${asked}.done`, { name }));
    },
  );
  return (
    <Confirm
      title={t(`people.${asked}.title`, { name })}
      action={t(`people.${asked}.action`)}
      isSafe={asked === 'enable' || asked === 'unlock'}
      isPending={change.isPending}
      error={change.error}
      onConfirm={() => change.mutate(undefined)}
      onClose={onClose}
    >
      {t(`people.${asked}.hint`)}
    </Confirm>
  );
}
