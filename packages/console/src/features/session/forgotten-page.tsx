// Asking for a link to a new password. What is answered is the same whether or not there is such a person.
import { Alert, Button, Stack, Text, TextInput } from '@mantine/core';
import { IconMailCheck } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authInfoOptions, requestPassword } from '../../api/session.ts';
import { forgottenRoute } from '../../routes.ts';
import { TextLink } from '../../ui/links.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Entrance } from './entrance.tsx';

export function ForgottenPage() {
  const { t } = useTranslation();
  const { email: known } = forgottenRoute.useSearch();
  const { data: info } = useQuery(authInfoOptions());
  const [email, setEmail] = useState(known ?? '');
  const ask = useMutation({ mutationFn: () => requestPassword(email.trim()) });
  return (
    <Entrance
      title={t('signIn.forgottenTitle')}
      below={
        <TextLink to="/login" size="sm">
          {t('signIn.back')}
        </TextLink>
      }
    >
      {info?.mail === false && <Text>{t('signIn.noMail')}</Text>}
      {info?.mail !== false && ask.isSuccess && (
        <Alert color="teal" role="status" icon={<IconMailCheck aria-hidden />} title={t('signIn.mailed')}>
          {t('signIn.mailedHint', { email: email.trim() })}
        </Alert>
      )}
      {info?.mail !== false && !ask.isSuccess && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            ask.mutate();
          }}
        >
          <Stack>
            <Text>{t('signIn.forgottenLead')}</Text>
            <TextInput
              label={t('signIn.email')}
              type="email"
              autoComplete="username"
              dir="ltr"
              required
              withAsterisk={false}
              autoFocus
              value={email}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            {ask.error && <Problem error={ask.error} urgent brief />}
            <Button type="submit" loading={ask.isPending}>
              {t('signIn.sendLink')}
            </Button>
          </Stack>
        </form>
      )}
    </Entrance>
  );
}
