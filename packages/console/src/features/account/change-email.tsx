// Another e-mail address for the own account: asked for with the password, confirmed by a link that goes to it.
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { askEmailChange } from '../../api/me.ts';
import { authInfoOptions } from '../../api/session.ts';
import { useChange } from '../../ui/change.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { asProblem, Problem, useProblemText } from '../../ui/problem.tsx';
import { Section } from '../../ui/section.tsx';
import { useFieldErrors } from '../../ui/simple-form.tsx';

export function ChangeEmail({ email: present }: { readonly email: string }) {
  const { t } = useTranslation();
  const { data: info } = useQuery(authInfoOptions());
  return (
    <Section id="email" title={t('signIn.email')} lead={t('account.emailLead', { email: present })}>
      {info?.mail === false ? <Text>{t('account.emailNoMail')}</Text> : <Ask />}
    </Section>
  );
}

function Ask() {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const ask = useChange(
    () => askEmailChange({ email: email.trim(), password }),
    [],
    () => {
      setAskedFor(email.trim());
      setEmail('');
      setPassword('');
    },
  );
  const errors = useFieldErrors(ask.error, ['email']);
  const problem = ask.error && asProblem(ask.error);
  const isWrong = problem?.code === 'password_refused';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        ask.mutate(undefined);
      }}
    >
      <Stack>
        {askedFor !== null && (
          <Alert role="status" title={t('signIn.mailed')}>
            {t('account.emailAsked', { email: askedFor })}
          </Alert>
        )}
        <TextInput
          label={t('account.newEmail')}
          type="email"
          dir="ltr"
          autoComplete="off"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={errors['email']}
        />
        <PasswordField
          label={t('account.presentPassword')}
          autoComplete="current-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={isWrong && textOf(problem).message}
        />
        {problem && !isWrong && !errors['email'] && <Problem error={problem} urgent brief />}
        <Group>
          <Button type="submit" loading={ask.isPending} disabled={email.trim() === '' || password === ''}>
            {t('account.changeEmail')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
