// Signing in with a key. The key is checked by asking for something that it must be able to read.
import { Button, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { credential } from '../../api/credential.ts';
import { homeOptions } from '../../api/home.ts';
import { webhooksOptions } from '../../api/webhooks.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { Problem } from '../../ui/problem.tsx';

export function KeyForm({ onSignedIn }: { readonly onSignedIn: () => void }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [key, setKey] = useState('');
  const signIn = useMutation({
    mutationFn: async () => {
      const before = credential.get();
      credential.set(key.trim());
      try {
        queryClient.removeQueries({ queryKey: homeOptions().queryKey });
        const home = await queryClient.fetchQuery(homeOptions());
        if (home.only !== null) await queryClient.fetchQuery(webhooksOptions(home.only));
      } catch (error) {
        if (before === null) credential.clear();
        else credential.set(before);
        throw error;
      }
    },
    onSuccess: onSignedIn,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        signIn.mutate();
      }}
    >
      <Stack>
        <PasswordField
          label={t('session.key')}
          description={t('session.keyHint')}
          autoComplete="off"
          autoFocus
          required
          value={key}
          onChange={(event) => setKey(event.currentTarget.value)}
        />
        {signIn.error && <Problem error={signIn.error} urgent />}
        <Button type="submit" loading={signIn.isPending}>
          {t('session.signIn')}
        </Button>
      </Stack>
    </form>
  );
}
