// Signing in: with an account, or with a key for whoever runs the server or has none.
import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { signInRoute } from '../../routes.ts';
import { TextLink } from '../../ui/links.tsx';
import { Entrance } from './entrance.tsx';
import { KeyForm } from './key-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { useEnter } from './use-enter.ts';

export function SignInPage() {
  const { t } = useTranslation();
  const router = useRouter();
  const enter = useEnter();
  const { next, ended, error, identityProvider, with: way } = signInRoute.useSearch();
  const kept = next === undefined ? {} : { next };
  return (
    <Entrance
      title={t('session.title')}
      lead={ended && <span role="status">{t('session.ended')}</span>}
      below={
        way === 'key' ? (
          <TextLink to="/login" search={kept} size="sm">
            {t('signIn.withAccount')}
          </TextLink>
        ) : (
          <TextLink to="/login" search={{ ...kept, with: 'key' }} size="sm">
            {t('signIn.withKey')}
          </TextLink>
        )
      }
    >
      {error && (
        <Alert
          color="red"
          role="alert"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('signIn.sso.failed')}
        >
          <Text size="sm">{t(`signIn.sso.${error}`)}</Text>
        </Alert>
      )}
      {way === 'key' ? (
        <KeyForm onSignedIn={() => router.history.push(next ?? '/')} />
      ) : (
        <SignInForm
          key={identityProvider}
          identityProvider={identityProvider}
          next={next ?? '/'}
          onSignedIn={() => enter(next)}
        />
      )}
    </Entrance>
  );
}
