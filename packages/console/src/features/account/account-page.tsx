// The own account: name, address, password, second factor, and where one is signed in.
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meOptions, renameMe } from '../../api/me.ts';
import type { Me } from '../../api/types.ts';
import { useChange } from '../../ui/change.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { notify } from '../../ui/notify.ts';
import { Page } from '../../ui/page.tsx';
import { Problem } from '../../ui/problem.tsx';
import { Section } from '../../ui/section.tsx';
import { useFieldErrors } from '../../ui/simple-form.tsx';
import { ChangeEmail } from './change-email.tsx';
import { ChangePassword } from './change-password.tsx';
import { Sessions } from './sessions.tsx';
import { TwoFactor } from './two-factor.tsx';

export function AccountPage() {
  const { t } = useTranslation();
  const query = useQuery(meOptions());
  return (
    <Page title={t('account.title')}>
      <Loaded query={query} lines={8}>
        {(me) => (
          <Stack gap="md" maw={860}>
            <Who key={me.person.name} me={me} />
            {me.session.via === 'password' ? (
              <>
                <ChangeEmail email={me.person.email} />
                <ChangePassword email={me.person.email} />
                <TwoFactor person={me.person} />
              </>
            ) : (
              <Section id="password" title={t('account.password')}>
                <Text>{t('account.byProvider')}</Text>
              </Section>
            )}
            <Sessions />
          </Stack>
        )}
      </Loaded>
    </Page>
  );
}

function Who({ me: { person, session } }: { readonly me: Me }) {
  const { t } = useTranslation();
  const [name, setName] = useState(person.name);
  const rename = useChange(
    () => renameMe(name.trim()),
    [['me'], ['home']],
    () => notify(t('common.saved')),
  );
  const errors = useFieldErrors(rename.error, ['name']);
  return (
    <Section id="who" title={t('account.who')} {...(session.via !== 'password' && { lead: person.email })}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          rename.mutate(undefined);
        }}
      >
        <Stack>
          <TextInput
            label={t('signIn.yourName')}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={errors['name']}
          />
          {rename.error && !errors['name'] && <Problem error={rename.error} urgent brief />}
          <Group>
            <Button type="submit" loading={rename.isPending} disabled={name.trim() === person.name}>
              {t('common.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
