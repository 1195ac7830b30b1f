// Accepting an invitation: with a new account, or with the one that the invited address has.
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meOptions } from '../../api/me.ts';
import { acceptInvitation, signOut } from '../../api/session.ts';
import type { Link } from '../../api/types.ts';
import { Waiting } from '../../ui/loaded.tsx';
import { Problem } from '../../ui/problem.tsx';
import { useFieldErrors } from '../../ui/simple-form.tsx';
import { ByLink } from './by-link.tsx';
import { Entrance } from './entrance.tsx';
import { NewPassword } from './new-password.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useEnter } from './use-enter.ts';

interface Props {
  readonly link: Link;
  readonly token: string;
}

export function InvitationPage() {
  const { t } = useTranslation();
  return (
    <ByLink kind="invitation" title={t('invitation.title')} otherwise={t('invitation.otherwise')}>
      {(link, token) => <Invited link={link} token={token} />}
    </ByLink>
  );
}

function Invited({ link, token }: Props) {
  const { t } = useTranslation();
  const organization = link.organization?.name ?? '';
  const role = t(`role.${link.role === null ? 'viewer' : (link.role as 'viewer')}`);
  return (
    <Entrance
      title={t('invitation.to', { organization })}
      lead={t('invitation.lead', { role, email: link.email })}
    >
      {link.hasAccount ? <WithAccount link={link} token={token} /> : <AsNew link={link} token={token} />}
    </Entrance>
  );
}

function AsNew({ link, token }: Props) {
  const { t } = useTranslation();
  const enter = useEnter();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: () => acceptInvitation(token, { name: name.trim(), password }),
    onSuccess: () => enter(),
  });
  const errors = useFieldErrors(accept.error, ['name', 'password']);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate();
      }}
    >
      <Stack>
        <TextInput
          label={t('signIn.email')}
          value={link.email ?? ''}
          readOnly
          dir="ltr"
          autoComplete="username"
        />
        <TextInput
          label={t('signIn.yourName')}
          autoComplete="name"
          required
          withAsterisk={false}
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={errors['name']}
        />
        <NewPassword value={password} onChange={setPassword} error={errors['password']} />
        {accept.error && Object.keys(errors).length === 0 && <Problem error={accept.error} urgent brief />}
        <Button type="submit" loading={accept.isPending}>
          {t('invitation.accept')}
        </Button>
      </Stack>
    </form>
  );
}

function WithAccount({ link, token }: Props) {
  const { t } = useTranslation();
  const enter = useEnter();
  const queryClient = useQueryClient();
  const { data: me, isPending } = useQuery({ ...meOptions(), retry: false });
  const accept = useMutation({ mutationFn: () => acceptInvitation(token), onSuccess: () => enter() });
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => queryClient.resetQueries({ queryKey: meOptions().queryKey }),
  });
  if (isPending) return <Waiting lines={3} />;
  if (me === undefined) {
    return (
      <Stack>
        <Text>{t('invitation.signIn')}</Text>
        <SignInForm
          email={link.email ?? undefined}
          next={`/invitation#${token}`}
          onSignedIn={() => accept.mutate()}
        />
        {accept.error && <Problem error={accept.error} urgent brief />}
      </Stack>
    );
  }
  if (me.person.email.toLowerCase() !== link.email?.toLowerCase()) {
    return (
      <Stack>
        <Text>{t('invitation.another', { present: me.person.email, email: link.email })}</Text>
        <Button loading={leave.isPending} onClick={() => leave.mutate()}>
          {t('session.signOut')}
        </Button>
      </Stack>
    );
  }
  return (
    <Stack>
      {accept.error && <Problem error={accept.error} urgent brief />}
      <Button loading={accept.isPending} onClick={() => accept.mutate()}>
        {t('invitation.accept')}
      </Button>
    </Stack>
  );
}
