// The first start: the one-time link that the server prints makes the first super admin, then an organization with its first
// application, so that there is a place to begin in.
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { credential } from '../../api/credential.ts';
import { serverOptions } from '../../api/server.ts';
import { setUp } from '../../api/session.ts';
import { createApplication, createOrganization } from '../../api/tenants.ts';
import { Problem } from '../../ui/problem.tsx';
import { useFieldErrors } from '../../ui/simple-form.tsx';
import { ByLink } from './by-link.tsx';
import { Entrance } from './entrance.tsx';
import { NewPassword } from './new-password.tsx';
import { useEnter } from './use-enter.ts';

export function SetUpPage() {
  const { t } = useTranslation();
  const [hasAccount, setHasAccount] = useState(false);
  if (hasAccount) return <FirstPlace />;
  return (
    <ByLink kind="set_up" title={t('setUp.title')} otherwise={t('setUp.otherwise')}>
      {(_, token) => <FirstPerson token={token} onMade={() => setHasAccount(true)} />}
    </ByLink>
  );
}

function FirstPerson({ token, onMade }: { readonly token: string; readonly onMade: () => void }) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const make = useMutation({
    mutationFn: () => setUp({ token, email: email.trim(), name: name.trim(), password }),
    onSuccess: () => {
      // A key that this tab was signed in with would go before the new account.
      credential.clear();
      onMade();
    },
  });
  const errors = useFieldErrors(make.error, ['name', 'email', 'password']);
  return (
    <Entrance title={t('setUp.title')} lead={t('setUp.lead')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack>
          <Step number={1} />
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
          <TextInput
            label={t('signIn.email')}
            description={t('setUp.emailHint')}
            type="email"
            autoComplete="username"
            dir="ltr"
            required
            withAsterisk={false}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={errors['email']}
          />
          <NewPassword value={password} onChange={setPassword} error={errors['password']} />
          {make.error && Object.keys(errors).length === 0 && <Problem error={make.error} urgent brief />}
          <Button type="submit" loading={make.isPending}>
            {t('setUp.makeAccount')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}

function FirstPlace() {
  const { t } = useTranslation();
  const enter = useEnter();
  const [organization, setOrganization] = useState('');
  const [application, setApplication] = useState('');
  const [madeId, setMadeId] = useState<string | null>(null);
  const make = useMutation({
    mutationFn: async () => {
      // Kept, so that trying again after a failure at the application does not make the organization twice.
      const orgId = madeId ?? (await createOrganization({ name: organization.trim() })).id;
      setMadeId(orgId);
      return createApplication(orgId, { name: application.trim() });
    },
    onSuccess: ({ id }) => enter(`/${id}/development`),
  });
  const errors = useFieldErrors(make.error, ['name']);
  return (
    <Entrance title={t('setUp.placeTitle')} lead={t('setUp.placeLead')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate();
        }}
      >
        <Stack>
          <Step number={2} />
          <TextInput
            label={t('setUp.organization')}
            description={t('setUp.organizationHint')}
            autoComplete="organization"
            required
            withAsterisk={false}
            autoFocus
            readOnly={madeId !== null}
            value={organization}
            onChange={(event) => setOrganization(event.currentTarget.value)}
            error={madeId === null && errors['name']}
          />
          <TextInput
            label={t('setUp.application')}
            description={t('setUp.applicationHint')}
            autoComplete="off"
            required
            withAsterisk={false}
            value={application}
            onChange={(event) => setApplication(event.currentTarget.value)}
            error={madeId !== null && errors['name']}
          />
          <Reach />
          {make.error && !errors['name'] && <Problem error={make.error} urgent brief />}
          <Button type="submit" loading={make.isPending}>
            {t('setUp.begin')}
          </Button>
        </Stack>
      </form>
    </Entrance>
  );
}

/** What is set where the server is started, and better known before others are invited. */
function Reach() {
  const { t } = useTranslation();
  const { data } = useQuery(serverOptions());
  if (!data) return null;
  return (
    <Stack gap={4}>
      <Text size="sm">
        {t('setUp.reachedAt')} <bdi dir="ltr">{data.publicUrl}</bdi>
      </Text>
      <Text size="sm" c="dimmed">
        {t(data.mailConfigured ? 'setUp.mails' : 'setUp.noMails')}
      </Text>
    </Stack>
  );
}

function Step({ number }: { readonly number: number }) {
  const { t } = useTranslation();
  return (
    <Text size="sm" c="dimmed">
      {t('setUp.step', { number, total: 2 })}
    </Text>
  );
}
