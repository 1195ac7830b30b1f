// Choosing a new password by the link of a mail.
import { Button, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseNewPassword } from '../../api/session.ts';
import type { Link } from '../../api/types.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFieldErrors } from '../../ui/simple-form.tsx';
import { ByLink } from './by-link.tsx';
import { Entrance } from './entrance.tsx';
import { NewPassword } from './new-password.tsx';
import { SecondFactor } from './second-factor.tsx';
import { useEnter } from './use-enter.ts';

export function NewPasswordPage() {
  const { t } = useTranslation();
  return (
    <ByLink kind="password_reset" title={t('signIn.resetTitle')} otherwise={t('signIn.resetOtherwise')}>
      {(link, token) => <Choose link={link} token={token} />}
    </ByLink>
  );
}

function Choose({ link, token }: { readonly link: Link; readonly token: string }) {
  const { t } = useTranslation();
  const enter = useEnter();
  const [password, setPassword] = useState('');
  const choose = useMutation({
    mutationFn: () => chooseNewPassword({ token, password }),
    onSuccess: ({ status }) => {
      if (status === 'signed_in') enter();
    },
  });
  const errors = useFieldErrors(choose.error, ['password']);
  if (choose.data?.status === 'second_factor') {
    return (
      <Entrance title={t('session.title')}>
        <SecondFactor onSignedIn={() => enter()} onBack={() => enter('/login')} />
      </Entrance>
    );
  }
  return (
    <Entrance title={t('signIn.resetTitle')} lead={t('signIn.resetLead')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          choose.mutate();
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
          <NewPassword value={password} onChange={setPassword} error={errors['password']} autoFocus />
          {choose.error && !errors['password'] && <Problem error={choose.error} urgent brief />}
          <Button type="submit" loading={choose.isPending}>
            {t('signIn.setPassword')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}
