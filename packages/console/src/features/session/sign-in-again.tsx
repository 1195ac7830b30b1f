// The session ended while something was unsaved: signing in on top of the page, which stays as it is.
import { Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { credential } from '../../api/credential.ts';
import { type Home, homeOptions } from '../../api/home.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { signedInAgain } from '../../ui/signed-out.ts';
import { KeyForm } from './key-form.tsx';
import { SignInForm } from './sign-in-form.tsx';

export default function SignInAgain() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [before] = useState(() => queryClient.getQueryData<Home>(homeOptions().queryKey));
  const isKey = credential.get() !== null;
  const done = () => {
    signedInAgain();
    void queryClient.invalidateQueries();
  };
  return (
    <Dialog opened onClose={signedInAgain} title={t('session.title')}>
      <Stack>
        <Text>{t('signIn.again')}</Text>
        {isKey ? (
          <KeyForm onSignedIn={done} />
        ) : (
          <SignInForm email={before?.person?.email} next={window.location.pathname} onSignedIn={done} />
        )}
      </Stack>
    </Dialog>
  );
}
