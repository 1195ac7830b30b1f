// Another password for the own account, proved by the present one. All other sessions end with it.
import { Button, Group, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changePassword } from '../../api/me.ts';
import { authInfoOptions } from '../../api/session.ts';
import { useChange } from '../../ui/change.ts';
import { notify } from '../../ui/notify.ts';
import { PasswordField } from '../../ui/password-field.tsx';
import { asProblem, Problem, useProblemText } from '../../ui/problem.tsx';
import { Section } from '../../ui/section.tsx';
import { useFieldErrors } from '../../ui/simple-form.tsx';

export function ChangePassword({ email }: { readonly email: string }) {
  const { t } = useTranslation();
  const textOf = useProblemText();
  const { data: info } = useQuery(authInfoOptions());
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useChange(
    () => changePassword({ current, password }),
    [['me']],
    () => {
      setCurrent('');
      setPassword('');
      notify(t('account.passwordChanged'));
    },
  );
  const errors = useFieldErrors(change.error, ['password']);
  const problem = change.error && asProblem(change.error);
  const isWrong = problem?.code === 'password_refused';
  return (
    <Section id="password" title={t('account.password')} lead={t('account.passwordLead')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate(undefined);
        }}
      >
        <Stack>
          {/* For password managers, which file a password under a name. */}
          <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
          <PasswordField
            label={t('account.presentPassword')}
            autoComplete="current-password"
            value={current}
            onChange={(event) => setCurrent(event.currentTarget.value)}
            error={isWrong && textOf(problem).message}
          />
          <PasswordField
            label={t('signIn.newPassword')}
            description={info && t('signIn.passwordHint', { count: info.passwordCharactersMin })}
            autoComplete="new-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={errors['password']}
          />
          {problem && !isWrong && !errors['password'] && <Problem error={problem} urgent brief />}
          <Group>
            <Button type="submit" loading={change.isPending} disabled={current === '' || password === ''}>
              {t('account.changePassword')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
