// E-mail address and password, then the second factor where the person has one; or the way to an identity provider.
import { Button, Checkbox, Divider, Stack, Text, TextInput } from '@mantine/core';
import { IconLogin2 } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { authInfoOptions, findProvider, providerStart, signIn } from '../../api/session.ts';
import { TextLink } from '../../ui/links.tsx';
import { PasswordField } from '../../ui/password-field.tsx';
import { Refused, useLockedUntil } from './refused.tsx';
import { SecondFactor } from './second-factor.tsx';

interface SignInFormProps {
  /** Where it is known who has to sign in. */
  readonly email?: string | undefined;
  /** An identity provider that is not on everybody's page. */
  readonly identityProvider?: string | undefined;
  /** The page to come back to from an identity provider. */
  readonly next: string;
  readonly onSignedIn: () => void;
}

export function SignInForm({ email, identityProvider, next, onSignedIn }: SignInFormProps) {
  const [factorAsked, setFactorAsked] = useState(false);
  if (factorAsked) return <SecondFactor onSignedIn={onSignedIn} onBack={() => setFactorAsked(false)} />;
  return (
    <Stack gap="lg">
      <PasswordForm
        known={email}
        next={next}
        onAnswer={(status) => (status === 'signed_in' ? onSignedIn() : setFactorAsked(true))}
      />
      <Providers identityProvider={identityProvider} next={next} />
    </Stack>
  );
}

interface PasswordFormProps {
  readonly known: string | undefined;
  readonly next: string;
  readonly onAnswer: (status: 'signed_in' | 'second_factor') => void;
}

function PasswordForm({ known, next, onAnswer }: PasswordFormProps) {
  const { t } = useTranslation();
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const [remember, setRemember] = useState(false);
  const enter = useMutation({ mutationFn: signIn, onSuccess: ({ status }) => onAnswer(status) });
  const lockedUntil = useLockedUntil(enter.error);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        enter.mutate({ email: email.trim(), password, remember });
      }}
    >
      <Stack>
        <TextInput
          label={t('signIn.email')}
          type="email"
          autoComplete="username"
          dir="ltr"
          required
          withAsterisk={false}
          readOnly={known !== undefined}
          autoFocus={known === undefined}
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <OwnProvider email={email} next={next} />
        <PasswordField
          label={t('signIn.password')}
          autoComplete="current-password"
          required
          autoFocus={known !== undefined}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Checkbox
          label={t('signIn.remember')}
          checked={remember}
          onChange={(event) => setRemember(event.currentTarget.checked)}
        />
        <Refused error={enter.error} lockedUntil={lockedUntil} />
        <Button type="submit" loading={enter.isPending} disabled={lockedUntil !== null}>
          {t('session.signIn')}
        </Button>
        <TextLink to="/forgot" search={email.includes('@') ? { email } : {}} size="sm" ta="center">
          {t('signIn.forgotten')}
        </TextLink>
      </Stack>
    </form>
  );
}

/** Whoever has an address of a company with an identity provider is led there. */
function OwnProvider({ email, next }: { readonly email: string; readonly next: string }) {
  const { t } = useTranslation();
  const [, domain = ''] = email.split('@');
  const isWhole = /^[^\s@]+\.[a-z]{2,}$/i.test(domain);
  const { data } = useQuery({
    queryKey: ['auth', 'provider-of', domain],
    queryFn: () => findProvider(email.trim()),
    enabled: isWhole,
    retry: false,
    staleTime: 60_000,
  });
  const provider = isWhole ? data?.identityProvider : null;
  if (!provider) return null;
  return (
    <ProviderButton {...provider} next={next} label={t('signIn.continueWith', { name: provider.name })} />
  );
}

function Providers({ identityProvider, next }: Pick<SignInFormProps, 'identityProvider' | 'next'>) {
  const { t } = useTranslation();
  const { data } = useQuery(authInfoOptions(identityProvider));
  if (!data || data.identityProviders.length === 0) return null;
  return (
    <Stack>
      <Divider
        label={
          <Text size="sm" c="dimmed">
            {t('signIn.or')}
          </Text>
        }
      />
      {data.identityProviders.map((provider) => (
        <ProviderButton
          key={provider.id}
          {...provider}
          next={next}
          label={t('signIn.signInWith', { name: provider.name })}
        />
      ))}
    </Stack>
  );
}

interface ProviderButtonProps {
  readonly id: string;
  readonly next: string;
  readonly label: string;
}

function ProviderButton({ id, next, label }: ProviderButtonProps) {
  return (
    <Button
      component="a"
      href={providerStart(id, next)}
      variant="default"
      leftSection={<IconLogin2 size={18} className="mirrored" aria-hidden />}
    >
      {label}
    </Button>
  );
}
